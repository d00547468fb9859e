package org.morphodepot.forge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What GitHub makes clients wait for: delays, limits, and other people's decisions. The clock is moved by hand. */
class PatienceTest {

    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-09-01T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @TempDir
    Path folder;

    private final Hands clock = new Hands();
    private Forge forge;
    private PracticeDepot depot;
    private Api sam;
    private Api director;

    private void start(Knobs knobs) throws Exception {
        forge = Forge.start(folder, 0, knobs, clock);
        depot = PracticeDepot.in(forge);
        sam = new Api(forge, depot.account("segmenter"));
        director = new Api(forge, depot.account("director"));
    }

    @BeforeEach
    void open() throws Exception {
        start(Knobs.pessimistic());
    }

    @AfterEach
    void close() throws Exception {
        sam.close();
        director.close();
        forge.close();
    }

    private void restart(Knobs knobs) throws Exception {
        close();
        start(knobs);
    }

    @Test
    void fork_isAcceptedAtOnceAndFoundByGitLater() throws Exception {
        sam.post("/repos/" + depot.depot() + "/forks", "{}").is(202);
        String refs = "/sam/practice-specimen.git/info/refs?service=git-upload-pack";
        sam.get(refs).is(404);
        clock.pass(Duration.ofSeconds(6));
        sam.get(refs).is(200);
        assertEquals("sam/practice-specimen", sam.post("/repos/" + depot.depot() + "/forks", "{}").is(202).text("full_name"));
    }

    @Test
    void search_findsNewRepositoriesAfterTheLag() throws Exception {
        director.post("/user/repos", "{\"name\": \"newcomer\", \"auto_init\": true}").is(201);
        assertEquals(0, sam.get("/search/repositories?q=newcomer").number("total_count"));
        clock.pass(Duration.ofMinutes(3));
        assertEquals(1, sam.get("/search/repositories?q=newcomer").number("total_count"));
    }

    @Test
    void unchangedAnswer_is304AndFree() throws Exception {
        Api.Answer first = sam.get("/repos/" + depot.depot() + "/issues");
        int left = Integer.parseInt(first.header("X-RateLimit-Remaining"));
        Api.Answer second = sam.get("/repos/" + depot.depot() + "/issues", "If-None-Match", first.header("ETag")).is(304);
        assertEquals(left, Integer.parseInt(second.header("X-RateLimit-Remaining")));
        sam.post("/repos/" + depot.depot() + "/issues", "{\"title\": \"new\"}").is(201);
        sam.get("/repos/" + depot.depot() + "/issues", "If-None-Match", first.header("ETag")).is(200);
    }

    @Test
    void primaryLimit_refusesUntilTheHourIsOver() throws Exception {
        restart(Knobs.pessimistic().withLimits(3, 900, 80));
        for (int i = 0; i < 3; i++) {
            sam.get("/user").is(200);
        }
        Api.Answer refused = sam.get("/user").is(403);
        assertEquals("0", refused.header("X-RateLimit-Remaining"));
        assertEquals(clock.instant().plus(Duration.ofHours(1)).getEpochSecond(),
                Long.parseLong(refused.header("X-RateLimit-Reset")));
        sam.get("/rate_limit").is(200);
        director.get("/user").is(200);
        clock.pass(Duration.ofHours(1));
        sam.get("/user").is(200);
    }

    @Test
    void secondaryLimit_refusesABurstOfNewThings() throws Exception {
        restart(Knobs.pessimistic().withLimits(5000, 900, 3));
        String comments = "/repos/" + depot.depot() + "/issues/1/comments";
        for (int i = 0; i < 3; i++) {
            sam.post(comments, "{\"body\": \"x\"}").is(201);
        }
        Api.Answer refused = sam.post(comments, "{\"body\": \"x\"}").is(403);
        assertTrue(refused.raw().body().contains("secondary rate limit"));
        assertEquals("60", refused.header("Retry-After"));
        assertEquals(1, forge.secondaryLimitHits());
        assertEquals(3, sam.get(comments).array().size());
        clock.pass(Duration.ofSeconds(61));
        sam.post(comments, "{\"body\": \"x\"}").is(201);
    }

    @Test
    void deviceSignIn_givesATokenOnceSomebodyAgreed() throws Exception {
        Api.Answer code = sam.ask("POST", "/login/device/code", "{\"client_id\": \"desk\", \"scope\": \"repo\"}",
                "Accept", "application/json", "Content-Type", "application/json").is(200);
        assertEquals(40, code.text("device_code").length());
        assertTrue(code.text("user_code").matches("[A-Z]{4}-[A-Z]{4}"));
        assertEquals("authorization_pending", poll(code).text("error"));
        assertEquals("slow_down", poll(code).text("error"));
        forge.approve(code.text("user_code"), "robin");
        clock.pass(Duration.ofSeconds(11));
        String token = poll(code).text("access_token");
        try (Api robin = new Api(forge, new Account("robin", "segmenter", token))) {
            assertEquals("robin", robin.get("/user").is(200).text("login"));
            assertEquals("repo", robin.get("/user").header("X-OAuth-Scopes"));
        }
        clock.pass(Duration.ofSeconds(11));
        assertEquals("incorrect_device_code", poll(code).text("error"));
    }

    @Test
    void deviceCode_expires() throws Exception {
        Api.Answer code = sam.ask("POST", "/login/device/code", "{\"client_id\": \"desk\"}", "Accept", "application/json",
                "Content-Type", "application/json");
        clock.pass(Duration.ofMinutes(16));
        assertEquals("expired_token", poll(code).text("error"));
    }

    private Api.Answer poll(Api.Answer code) throws Exception {
        return sam.ask("POST", "/login/oauth/access_token", "{\"client_id\": \"desk\", \"device_code\": \""
                + code.text("device_code") + "\", \"grant_type\": \"urn:ietf:params:oauth:grant-type:device_code\"}", "Accept",
                "application/json", "Content-Type", "application/json");
    }
}
