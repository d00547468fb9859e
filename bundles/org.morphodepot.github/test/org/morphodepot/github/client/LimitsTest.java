package org.morphodepot.github.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.morphodepot.github.client.ScriptedForge.DEPOT;
import static org.morphodepot.github.client.ScriptedForge.json;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;
import org.morphodepot.github.IssueEdit;
import org.morphodepot.testing.web.WebReply;

/** Never faster than the server wants, in time that passes by waiting only. */
class LimitsTest {

    private static final String ISSUE = "/repos/lab/danio/issues/1";
    private static final String LABELS = "/repos/lab/danio/labels";

    @TempDir
    private Path folder;
    private ScriptedForge forge;
    private GitHub github;

    @BeforeEach
    void start() {
        forge = new ScriptedForge(folder);
        forge.on("PATCH", ISSUE, 200, "{\"number\":1}").on("GET", LABELS, 200, "[]");
        github = forge.client();
    }

    @AfterEach
    void stop() {
        forge.close();
    }

    @Test
    void changes_areASecondApart() throws IOException {
        for (int i = 0; i < 5; i++) {
            github.issues(DEPOT).edit(1, IssueEdit.nothing());
        }
        List<Instant> marks = forge.pace.marks();
        for (int i = 1; i < 5; i++) {
            assertTrue(Duration.between(marks.get(i - 1), marks.get(i)).toMillis() >= 1000);
        }
    }

    @Test
    void changesOfTwoAccounts_shareTheQueueOfTheHost() throws Exception {
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                GitHub client = forge.client();
                calls.add(() -> client.issues(DEPOT).edit(1, IssueEdit.nothing()));
            }
            for (Future<Object> call : many.invokeAll(calls)) {
                call.get();
            }
        }
        List<Instant> marks = forge.pace.marks();
        assertEquals(8, marks.size());
        assertTrue(Duration.between(marks.getFirst(), marks.getLast()).toMillis() >= 7000);
    }

    @Test
    void reads_doNotWaitForEachOther() throws IOException {
        Instant start = forge.pace.now();
        for (int i = 0; i < 20; i++) {
            github.labels(DEPOT).list();
        }
        assertEquals(start, forge.pace.now());
    }

    @Test
    void reads_stayBelowTheMinuteLimit() throws IOException {
        for (int i = 0; i < 1000; i++) {
            github.labels(DEPOT).list();
        }
        Instant minute = forge.pace.marks().getFirst().plusSeconds(60);
        assertTrue(forge.pace.marks().stream().filter(mark -> mark.isBefore(minute)).count() <= 900);
    }

    @Test
    void changes_stayBelowTheHourLimit() {
        GitHubException e = assertThrows(GitHubException.class, () -> {
            for (int i = 0; i < 600; i++) {
                github.issues(DEPOT).edit(1, IssueEdit.nothing());
            }
        });
        assertEquals(Kind.RATE_LIMITED, e.kind());
        assertTrue(forge.asked().size() <= 500);
        assertEquals(forge.pace.marks().getFirst().plusSeconds(3600).getEpochSecond(), e.until().orElseThrow().getEpochSecond(), 2);
    }

    @Test
    void retryAfter_isWaitedForByReads() throws IOException {
        once(json(429, "{\"message\":\"slow\"}").with("Retry-After", "30"), "[]");
        github.labels(DEPOT).list();
        List<Instant> marks = forge.pace.marks();
        assertEquals(2, marks.size());
        assertTrue(Duration.between(marks.get(0), marks.get(1)).toSeconds() >= 30);
    }

    @Test
    void retryAfterAsADate_isRelativeToTheClockOfTheServer() throws IOException {
        once(json(403, "{}").with("Date", "Thu, 01 Jan 1998 00:00:00 GMT")
                .with("Retry-After", "Thu, 01 Jan 1998 00:00:40 GMT"), "[]");
        github.labels(DEPOT).list();
        long seconds = Duration.between(forge.pace.marks().get(0), forge.pace.marks().get(1)).toSeconds();
        assertTrue(seconds >= 40 && seconds <= 42, "waited " + seconds);
    }

    @Test
    void secondaryLimitWithoutATime_isAMinute() throws IOException {
        once(json(403, "{\"message\":\"You have exceeded a secondary rate limit.\"}"), "[]");
        github.labels(DEPOT).list();
        assertTrue(Duration.between(forge.pace.marks().get(0), forge.pace.marks().get(1)).toSeconds() >= 60);
    }

    @Test
    void secondaryLimitAgainAndAgain_isWaitedForLongerEachTime() {
        forge.on("GET", LABELS, _ -> json(403, "{\"message\":\"You have exceeded a secondary rate limit.\"}"));
        GitHubException e = assertThrows(GitHubException.class, () -> github.labels(DEPOT).list());
        assertEquals(2, forge.asked().size());
        assertEquals(forge.pace.marks().get(1).plusSeconds(120), e.until().orElseThrow());
    }

    @Test
    void refusedChange_isNotRepeatedAndTellsWhen() {
        forge.on("PATCH", ISSUE, _ -> json(403, "{}").with("Retry-After", "60"));
        Instant start = forge.pace.now();
        GitHubException e = assertThrows(GitHubException.class, () -> github.issues(DEPOT).edit(1, IssueEdit.nothing()));
        assertEquals(Kind.RATE_LIMITED, e.kind());
        assertEquals(start.plusSeconds(60), e.until().orElseThrow());
        assertEquals(1, forge.asked().size());
    }

    @Test
    void duringARest_nothingIsSent() throws IOException {
        forge.on("PATCH", ISSUE, _ -> json(403, "{}").with("Retry-After", "60"));
        assertThrows(GitHubException.class, () -> github.issues(DEPOT).edit(1, IssueEdit.nothing()));
        github.labels(DEPOT).list();
        assertTrue(Duration.between(forge.pace.marks().get(0), forge.pace.marks().get(1)).toSeconds() >= 60);
    }

    @Test
    void usedUpCounter_failsAtOnceAndAsksNothingUntilReset() {
        Instant reset = forge.pace.now().plusSeconds(1800);
        forge.on("GET", LABELS, _ -> json(403, "{\"message\":\"API rate limit exceeded\"}").with("X-RateLimit-Remaining", "0")
                .with("X-RateLimit-Reset", Long.toString(reset.getEpochSecond())));
        GitHubException first = assertThrows(GitHubException.class, () -> github.labels(DEPOT).list());
        GitHubException second = assertThrows(GitHubException.class, () -> github.labels(DEPOT).list());
        assertEquals(Kind.RATE_LIMITED, first.kind());
        assertEquals(Kind.RATE_LIMITED, second.kind());
        assertEquals(reset.plusSeconds(1), second.until().orElseThrow());
        assertEquals(1, forge.asked().size());
        assertTrue(second.getMessage().contains("It goes on by itself after"));
    }

    @Test
    void usedUpSearchCounter_doesNotStopLists() throws IOException {
        Instant reset = forge.pace.now().plusSeconds(50);
        forge.on("GET", "/search/repositories", _ -> json(200, "{\"total_count\":0,\"items\":[]}")
                .with("X-RateLimit-Remaining", "0").with("X-RateLimit-Resource", "search")
                .with("X-RateLimit-Reset", Long.toString(reset.getEpochSecond())));
        Instant start = forge.pace.now();
        github.search().depots("morphodepot");
        github.labels(DEPOT).list();
        assertEquals(start, forge.pace.now());
        github.search().depots("morphodepot");
        assertTrue(!forge.pace.now().isBefore(reset));
    }

    @Test
    void waitingForALimit_canBeCancelled() {
        forge.on("GET", LABELS, _ -> json(429, "{}").with("Retry-After", "60"));
        AtomicInteger asked = new AtomicInteger();
        GitHub watched = github.watched(() -> asked.incrementAndGet() > 100);
        assertThrows(CancellationException.class, () -> watched.labels(DEPOT).list());
        assertEquals(1, forge.asked().size());
    }

    @Test
    void limitInGraphQl_isRaisedAndRested() {
        forge.on("POST", "/graphql", 200, "{\"errors\":[{\"type\":\"RATE_LIMITED\",\"message\":\"API rate limit exceeded\"}]}");
        GitHubException e = assertThrows(GitHubException.class, () -> github.mine().openPulls());
        assertEquals(Kind.RATE_LIMITED, e.kind());
    }

    private void once(WebReply refusal, String then) {
        AtomicInteger count = new AtomicInteger();
        forge.on("GET", LABELS, _ -> count.getAndIncrement() == 0 ? refusal : json(200, then));
    }
}
