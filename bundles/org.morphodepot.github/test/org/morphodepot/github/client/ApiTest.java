package org.morphodepot.github.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.morphodepot.github.client.ScriptedForge.DEPOT;
import static org.morphodepot.github.client.ScriptedForge.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;
import org.morphodepot.github.IssueQuery;
import org.morphodepot.github.Mark;
import org.morphodepot.github.NewIssue;
import org.morphodepot.github.Watch;
import org.morphodepot.testing.web.Fault;
import org.morphodepot.testing.web.LoopbackServer;
import org.morphodepot.testing.web.WebReply;

/** How questions travel: cache, repetitions, redirects, lists, cancelling. */
class ApiTest {

    private static final String LABELS = "/repos/lab/danio/labels";

    @TempDir
    private Path folder;
    private ScriptedForge forge;
    private GitHub github;

    @BeforeEach
    void start() {
        forge = new ScriptedForge(folder);
        github = forge.client();
    }

    @AfterEach
    void stop() {
        forge.close();
    }

    @Test
    void everyRequest_saysVersionAgentAndToken() throws IOException {
        forge.on("GET", LABELS, 200, "[]");
        github.labels(DEPOT).list();
        var headers = forge.server.requests().getFirst().headers();
        assertEquals("2022-11-28", headers.get("x-github-api-version"));
        assertEquals("Bearer " + ScriptedForge.TOKEN, headers.get("authorization"));
        assertEquals("application/vnd.github+json", headers.get("accept"));
        assertFalse(headers.get("user-agent").isBlank());
    }

    @Test
    void unchangedAnswer_comesFromTheDiskAlsoAfterARestart() throws IOException {
        forge.on("GET", LABELS, 200, "[{\"name\":\"help\"}]");
        assertEquals("help", github.labels(DEPOT).list().getFirst().name());
        GitHub restarted = forge.client();
        assertEquals("help", restarted.labels(DEPOT).list().getFirst().name());
        assertEquals(1, restarted.traffic().requests());
        assertEquals(1, restarted.traffic().unchanged());
    }

    @Test
    void cache_isOfOneAccount() throws IOException {
        forge.on("GET", LABELS, 200, "[]");
        github.labels(DEPOT).list();
        forge.hosts.anonymous(forge.address()).labels(DEPOT).list();
        assertTrue(forge.server.requests().get(1).header("if-none-match").isEmpty());
    }

    @Test
    void damagedCache_isAsIfThereWereNone() throws IOException {
        forge.on("GET", LABELS, 200, "[{\"name\":\"help\"}]");
        github.labels(DEPOT).list();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        assertEquals("help", github.labels(DEPOT).list().getFirst().name());
        assertEquals(0, github.traffic().unchanged());
    }

    @Test
    void forget_removesWhatWasKept() throws IOException {
        forge.on("GET", LABELS, 200, "[]");
        github.labels(DEPOT).list();
        forge.hosts.forget(forge.address(), "ada");
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(List.of(), files.filter(Files::isRegularFile).toList());
        }
    }

    @Test
    void listener_hearsWhenTheForgeAnswersAndOnlyThen() throws IOException {
        List<ForgeAddress> heard = new ArrayList<>();
        forge.hosts.addListener(heard::add);
        forge.on("GET", LABELS, 503, "{}");
        assertThrows(GitHubException.class, () -> github.labels(DEPOT).list());
        assertEquals(List.of(), heard, "trouble of the server itself");
        forge.on("GET", LABELS, 403, "{}");
        assertThrows(GitHubException.class, () -> github.labels(DEPOT).list());
        forge.on("GET", LABELS, 200, "[]");
        github.labels(DEPOT).list();
        assertEquals(List.of(forge.address(), forge.address()), heard);
        forge.server.close();
        assertThrows(GitHubException.class, () -> github.labels(DEPOT).list());
        assertEquals(2, heard.size());
    }

    @Test
    void forge_isThereWhenItAnswersAtAll() {
        assertTrue(forge.hosts.isThere(forge.address(), Watch.NONE), "404 is an answer");
        forge.on("GET", "/rate_limit", 502, "");
        assertFalse(forge.hosts.isThere(forge.address(), Watch.NONE));
        forge.server.close();
        assertFalse(forge.hosts.isThere(forge.address(), Watch.NONE));
    }

    @Test
    void list_followsItsLinks() throws IOException {
        forge.on("GET", LABELS, request -> request.query().contains("page=2") ? json(200, "[{\"name\":\"b\"}]")
                : json(200, "[{\"name\":\"a\"}]").with("Link", "<" + forge.server.uri() + LABELS
                        + "?per_page=100&page=2>; rel=\"next\", <" + forge.server.uri() + LABELS + "?page=2>; rel=\"last\""));
        assertEquals(List.of("a", "b"), github.labels(DEPOT).list().stream().map(l -> l.name()).toList());
    }

    @Test
    void listWithoutEnd_isAFailure() {
        forge.on("GET", LABELS, request -> json(200, "[{\"name\":\"a\"}]").with("Link",
                "<" + forge.server.uri() + LABELS + "?per_page=100>; rel=\"next\""));
        assertEquals(Kind.MALFORMED, failure().kind());
    }

    @Test
    void listThatGoesOnElsewhere_isAFailureAndGetsNoToken() {
        try (LoopbackServer other = new LoopbackServer(_ -> json(200, "[]"))) {
            forge.on("GET", LABELS, request -> json(200, "[]").with("Link", "<" + other.uri() + "/x>; rel=\"next\""));
            assertEquals(Kind.MALFORMED, failure().kind());
            assertEquals(List.of(), other.requests());
        }
    }

    @Test
    void secondPageThatFails_failsTheList() {
        forge.on("GET", LABELS, request -> request.query().contains("page=2") ? json(403, "{\"message\":\"no\"}")
                : json(200, "[{\"name\":\"a\"}]").with("Link", "<" + forge.server.uri() + LABELS + "?page=2>; rel=\"next\""));
        assertEquals(Kind.FORBIDDEN, failure().kind());
    }

    @Test
    void renamedRepository_isFollowedAndRemembered() throws IOException {
        forge.on("GET", LABELS, _ -> json(301, "{}").with("Location", forge.server.uri() + "/repositories/7/labels?per_page=100"));
        forge.on("GET", "/repositories/7/labels", 200, "[{\"name\":\"a\"}]");
        github.labels(DEPOT).list();
        github.labels(DEPOT).list();
        assertEquals(1, forge.count("GET", LABELS));
        assertEquals(2, forge.count("GET", "/repositories/7/labels"));
    }

    @Test
    void redirectToAnotherHost_isNotFollowed() {
        try (LoopbackServer other = new LoopbackServer(_ -> json(200, "[]"))) {
            forge.on("GET", LABELS, _ -> json(302, "{}").with("Location", other.uri() + "/x"));
            assertEquals(Kind.MALFORMED, failure().kind());
            assertEquals(List.of(), other.requests());
        }
    }

    @Test
    void serverTrouble_isTriedAgainForReads() throws IOException {
        forge.on("GET", LABELS, 200, "[]");
        forge.server.plan(LABELS, 2, Fault.status(502));
        Instant start = forge.pace.now();
        github.labels(DEPOT).list();
        assertEquals(3, forge.count("GET", LABELS));
        assertTrue(Duration.between(start, forge.pace.now()).toSeconds() >= 3);
    }

    @Test
    void connectionThatBreaks_isTriedAgainForReads() throws IOException {
        forge.on("GET", LABELS, 200, "[{\"name\":\"a\"}]");
        forge.server.plan(LABELS, 1, new Fault.Cut(3));
        assertEquals(1, github.labels(DEPOT).list().size());
    }

    @Test
    void serverThatStaysBroken_isAFailureWithoutAnEmptyList() {
        forge.server.plan(LABELS, Fault.status(500));
        assertEquals(Kind.SERVER, failure().kind());
        assertEquals(4, forge.count("GET", LABELS));
    }

    @Test
    void mostlyBrokenServer_isNotAskedAgainAndAgain() {
        forge.server.plan("*", Fault.status(502));
        for (int i = 0; i < 20; i++) {
            failure();
        }
        assertEquals(20 + 10, forge.asked().size());
    }

    @Test
    void nobodyThere_isOfflineAtOnceAndNamesTheHost() {
        forge.server.close();
        GitHubException e = failure();
        assertEquals(Kind.OFFLINE, e.kind());
        assertTrue(e.getMessage().startsWith("Could not reach 127.0.0.1:"), e.getMessage());
        assertFalse(e.getMessage().contains("\n"));
    }

    @Test
    void logInPageOfTheNetwork_isMalformedAndNotKept() throws IOException {
        forge.on("GET", LABELS, _ -> WebReply.of(200, "<html>Welcome to the hotel</html>"));
        assertEquals(Kind.MALFORMED, failure().kind());
        forge.on("GET", LABELS, 200, "[]");
        assertEquals(List.of(), github.labels(DEPOT).list());
        assertEquals(0, github.traffic().unchanged());
    }

    @Test
    void objectInsteadOfAList_isMalformed() {
        forge.on("GET", LABELS, 200, "{}");
        assertEquals(Kind.MALFORMED, failure().kind());
    }

    @Test
    void deepNesting_isMalformed() {
        forge.on("GET", LABELS, 200, "[".repeat(100_000));
        assertEquals(Kind.MALFORMED, failure().kind());
    }

    @Test
    void packedAnswer_isUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("[{\"name\":\"a\"}]".getBytes(StandardCharsets.UTF_8));
        }
        forge.on("GET", LABELS, _ -> WebReply.of(200, packed.toByteArray()).with("Content-Encoding", "gzip"));
        assertEquals("a", github.labels(DEPOT).list().getFirst().name());
    }

    @Test
    void bombInAnAnswer_isRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                out.write(zeros);
            }
        }
        forge.on("GET", LABELS, _ -> WebReply.of(200, packed.toByteArray()).with("Content-Encoding", "gzip"));
        assertEquals(Kind.OFFLINE, failure().kind());
    }

    @Test
    void cancelled_endsAHangingCall() {
        forge.server.plan(LABELS, new Fault.Hang(-1));
        AtomicInteger asked = new AtomicInteger();
        Watch impatient = () -> asked.incrementAndGet() > 3;
        assertThrows(CancellationException.class, () -> github.watched(impatient).labels(DEPOT).list());
    }

    @Test
    void interrupted_endsAHangingCall() throws InterruptedException {
        forge.server.plan(LABELS, new Fault.Hang(-1));
        AtomicInteger cancelled = new AtomicInteger();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                github.labels(DEPOT).list();
            } catch (CancellationException e) {
                cancelled.incrementAndGet();
            } catch (GitHubException e) {
                throw new IllegalStateException(e);
            }
        });
        Thread.sleep(200);
        caller.interrupt();
        assertTrue(caller.join(Duration.ofSeconds(5)));
        assertEquals(1, cancelled.get());
    }

    @Test
    void post_isNeverSentTwiceInACall() {
        forge.on("GET", "/repos/lab/danio/issues", 200, "[]");
        forge.server.plan("/repos/lab/danio/issues", 1, new Fault.Delay(Duration.ZERO)); // the look-up goes through
        forge.on("POST", "/repos/lab/danio/issues", 500, "{}");
        assertThrows(GitHubException.class, () -> github.issues(DEPOT).open(NewIssue.of("t", "b"), new Mark("m1")));
        assertEquals(1, forge.count("POST", "/repos/lab/danio/issues"));
        assertEquals(2, forge.count("GET", "/repos/lab/danio/issues"));
    }

    @Test
    void statuses_becomeKinds() {
        assertEquals(Kind.UNAUTHORISED, failing(401, "{\"message\":\"Bad credentials\"}").kind());
        assertEquals(Kind.FORBIDDEN, failing(403, "{\"message\":\"Must have admin rights\"}").kind());
        assertEquals(Kind.NOT_FOUND, failing(404, "{\"message\":\"Not Found\"}").kind());
        assertEquals(Kind.NOT_FOUND, failing(410, "{\"message\":\"Issues are disabled\"}").kind());
        assertEquals(Kind.CONFLICT, failing(409, "{\"message\":\"Git Repository is empty.\"}").kind());
        assertEquals(Kind.SERVER, failing(504, "<html>").kind());
        GitHubException e = failing(422, "{\"message\":\"Validation Failed\",\"errors\":[{\"resource\":\"Issue\","
                + "\"field\":\"title\",\"code\":\"missing_field\"},\"plain\",{\"message\":\"said\\nso\"}]}");
        assertEquals(Kind.VALIDATION, e.kind());
        assertTrue(e.getMessage().endsWith("Validation Failed: title missing field; plain; said so."), e.getMessage());
    }

    @Test
    void forbidden_saysWhichRightIsMissing() {
        forge.on("GET", LABELS, _ -> json(403, "{\"message\":\"no\"}").with("X-Accepted-OAuth-Scopes", "repo")
                .with("X-OAuth-Scopes", "gist, read:org"));
        assertTrue(failure().getMessage().contains("lacks the right repo"));
        forge.on("GET", LABELS, _ -> json(403, "{\"message\":\"no\"}").with("X-Accepted-GitHub-Permissions", "issues=write"));
        assertTrue(failure().getMessage().contains("needs issues=write"));
    }

    @Test
    void list_isAskedInLongPagesWithSortedParameters() throws IOException {
        forge.on("GET", "/repos/lab/danio/issues", 200, "[]");
        github.issues(DEPOT).list(IssueQuery.open().assignedTo("ada b"));
        assertEquals("assignee=ada%20b&per_page=100&state=open", forge.server.requests().getFirst().query());
    }

    private GitHubException failing(int status, String body) {
        forge.on("GET", LABELS, status, body);
        return failure();
    }

    private GitHubException failure() {
        return assertThrows(GitHubException.class, () -> github.labels(DEPOT).list());
    }
}
