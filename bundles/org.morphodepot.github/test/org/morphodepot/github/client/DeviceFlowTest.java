package org.morphodepot.github.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.morphodepot.github.client.ScriptedForge.json;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;
import org.morphodepot.github.Scope;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Watch;
import org.morphodepot.testing.web.Fault;
import org.morphodepot.testing.web.WebReply;

/** Sign-in through the browser and by token. */
class DeviceFlowTest {

    private static final String CODE = "/login/device/code";
    private static final String TOKEN = "/login/oauth/access_token";
    private static final String PENDING = "{\"error\":\"authorization_pending\"}";

    @TempDir
    private Path folder;
    private ScriptedForge forge;
    private final Deque<String> answers = new ArrayDeque<>();

    @BeforeEach
    void start() {
        forge = new ScriptedForge(folder);
        forge.on("POST", CODE, 200, "{\"device_code\":\"3584d83530557fdd1f46af8289938c8ef79f9dc5\",\"user_code\":\"WDJB-MJHT\","
                + "\"verification_uri\":\"https://github.com/login/device\",\"expires_in\":900,\"interval\":5}");
        forge.on("POST", TOKEN, _ -> json(200, answers.size() > 1 ? answers.pop() : answers.getFirst()));
    }

    @AfterEach
    void stop() {
        forge.close();
    }

    private DeviceFlow flow() {
        return forge.hosts.deviceFlow(forge.address(), "Iv1.client");
    }

    @Test
    void code_isForPeopleAndHidesTheDevice() throws IOException {
        DeviceCode code = flow().begin(List.of(Scope.REPO, Scope.WORKFLOW));
        assertEquals("WDJB-MJHT", code.userCode());
        assertEquals("https://github.com/login/device", code.page().toString());
        assertTrue(!code.toString().contains("3584d83530557"));
        assertEquals("client_id=Iv1.client&scope=repo%20workflow", forge.sent("POST", CODE));
        assertEquals("application/json", forge.server.requests().getFirst().header("accept").orElseThrow());
    }

    @Test
    void token_comesWhenThePersonHasAllowedIt() throws IOException {
        answers.addAll(List.of(PENDING, PENDING, "{\"access_token\":\"gho_abc\",\"token_type\":\"bearer\",\"scope\":\"repo\"}"));
        Secret token = flow().await(flow().begin(List.of(Scope.REPO)), Watch.NONE);
        assertEquals("gho_abc", token.reveal());
        List<Instant> marks = forge.pace.marks();
        for (int i = 1; i < marks.size(); i++) {
            assertTrue(Duration.between(marks.get(i - 1), marks.get(i)).toSeconds() >= 5);
        }
        assertTrue(forge.sent("POST", TOKEN).contains("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code"));
    }

    @Test
    void slowDown_isObeyed() throws IOException {
        answers.addAll(List.of("{\"error\":\"slow_down\"}", "{\"error\":\"slow_down\",\"interval\":20}",
                "{\"access_token\":\"gho_abc\"}"));
        flow().await(flow().begin(List.of()), Watch.NONE);
        List<Instant> marks = forge.pace.marks();
        assertTrue(Duration.between(marks.get(1), marks.get(2)).toSeconds() >= 10);
        assertTrue(Duration.between(marks.get(2), marks.get(3)).toSeconds() >= 20);
    }

    @Test
    void networkThatIsGoneForAWhile_doesNotEndIt() throws IOException {
        answers.add("{\"access_token\":\"gho_abc\"}");
        DeviceCode code = flow().begin(List.of());
        forge.server.plan(TOKEN, 6, new Fault.Cut(-1));
        assertEquals("gho_abc", flow().await(code, Watch.NONE).reveal());
    }

    @Test
    void refusalAndExpiry_areFailuresForPeople() throws IOException {
        DeviceCode code = flow().begin(List.of());
        answers.add("{\"error\":\"access_denied\"}");
        assertEquals(Kind.FORBIDDEN, failure(code).kind());
        answers.clear();
        answers.add("{\"error\":\"expired_token\"}");
        assertEquals(Kind.UNAUTHORISED, failure(code).kind());
        answers.clear();
        answers.add(PENDING);
        assertEquals(Kind.UNAUTHORISED, failure(code).kind());
        forge.on("POST", CODE, 200, "{\"error\":\"device_flow_disabled\"}");
        assertTrue(assertThrows(GitHubException.class, () -> flow().begin(List.of())).getMessage().contains("client id"));
    }

    private GitHubException failure(DeviceCode code) {
        return assertThrows(GitHubException.class, () -> flow().await(code, Watch.NONE));
    }

    @Test
    void waiting_canBeCancelled() throws IOException {
        answers.add(PENDING);
        DeviceCode code = flow().begin(List.of());
        Instant soon = forge.pace.now().plusSeconds(12);
        assertThrows(CancellationException.class, () -> flow().await(code, () -> forge.pace.now().isAfter(soon)));
    }

    @Test
    void pageThatIsNotHttps_isRefused() {
        forge.on("POST", CODE, 200, "{\"device_code\":\"d\",\"user_code\":\"U\",\"verification_uri\":\"http://evil.example/\"}");
        assertEquals(Kind.MALFORMED, assertThrows(GitHubException.class, () -> flow().begin(List.of())).kind());
    }

    @Test
    void token_isCheckedAndItsRightsAreToldInWords() throws IOException {
        forge.on("GET", "/user", _ -> WebReply.of(200, "{\"login\":\"ada\",\"id\":7}").with("X-OAuth-Scopes", "repo, read:org"));
        SignedIn signedIn = forge.hosts.signIn(forge.address(), Secret.of("ghp_x"), Watch.NONE);
        assertEquals("ada", signedIn.viewer().login());
        assertEquals(SignedIn.Kind.CLASSIC, signedIn.kind());
        assertEquals(List.of("The sign-in lacks the right workflow, so the workbench cannot push files that start automatic"
                + " jobs, such as the one that assigns new issues."),
                signedIn.warnings(List.of(Scope.REPO, Scope.PUBLIC_REPO, Scope.WORKFLOW)));
    }

    @Test
    void fineGrainedToken_isWarnedOf() throws IOException {
        forge.on("GET", "/user", 200, "{\"login\":\"ada\"}");
        SignedIn signedIn = forge.hosts.signIn(forge.address(), Secret.of("github_pat_11AA"), Watch.NONE);
        assertTrue(signedIn.warnings(List.of(Scope.REPO)).getFirst().contains("fine-grained"));
    }

    @Test
    void wrongToken_isUnauthorised() {
        forge.on("GET", "/user", 401, "{\"message\":\"Bad credentials\"}");
        assertEquals(Kind.UNAUTHORISED, assertThrows(GitHubException.class,
                () -> forge.hosts.signIn(forge.address(), Secret.of("x"), Watch.NONE)).kind());
    }
}
