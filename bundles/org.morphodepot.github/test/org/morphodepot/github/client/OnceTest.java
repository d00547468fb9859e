package org.morphodepot.github.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.morphodepot.github.client.ScriptedForge.DEPOT;
import static org.morphodepot.github.client.ScriptedForge.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Mark;
import org.morphodepot.github.NewIssue;
import org.morphodepot.github.NewPull;
import org.morphodepot.github.NewReview;
import org.morphodepot.testing.web.Fault;
import org.morphodepot.testing.web.WebRequest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The link is cut anywhere while something is created: trying again leads to exactly one. */
class OnceTest {

    private static final Mark MARK = new Mark("wish-1");

    @TempDir
    private Path folder;
    private ScriptedForge forge;
    private final List<JsonObject> there = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        forge = new ScriptedForge(folder);
        keeps("/repos/lab/danio/issues", (body, answer) -> answer.addProperty("number", 1));
        keeps("/repos/lab/danio/issues/1/comments", (body, answer) -> answer.addProperty("id", 1));
        keeps("/repos/lab/danio/pulls/3/reviews", (body, answer) -> answer.addProperty("state", "CHANGES_REQUESTED"));
        keeps("/repos/lab/danio/pulls", OnceTest::pull);
    }

    @AfterEach
    void stop() {
        forge.close();
    }

    private interface Completion {
        void complete(JsonObject sent, JsonObject answer);
    }

    private static void pull(JsonObject sent, JsonObject answer) {
        String[] head = sent.get("head").getAsString().split(":");
        answer.addProperty("number", 3);
        JsonObject from = new JsonObject();
        from.addProperty("ref", head[1]);
        from.addProperty("label", head[0] + ":" + head[1]);
        answer.add("head", from);
    }

    private void keeps(String path, Completion completion) {
        forge.on("POST", path, request -> {
            JsonObject sent = JsonParser.parseString(text(request)).getAsJsonObject();
            JsonObject made = sent.deepCopy();
            made.remove("head");
            completion.complete(sent, made);
            there.add(made);
            return json(201, made.toString());
        });
        forge.on("GET", path, _ -> {
            JsonArray all = new JsonArray();
            there.forEach(all::add);
            return json(200, all.toString());
        });
    }

    private static String text(WebRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private interface Wish {
        Object fulfil(GitHub github) throws GitHubException;
    }

    private void cutEverywhere(String path, Wish wish) throws IOException {
        List<Integer> places = new ArrayList<>(List.of(-1, 0, 1, 5, 20, 60));
        for (int place : places) {
            there.clear();
            GitHub github = forge.client();
            for (int ordinal = 0; ordinal < 4; ordinal++) { // the look-up, the post, the second look-up, nothing
                there.clear();
                failSomewhere(path, place, ordinal, () -> wish.fulfil(github));
                forge.server.behave();
                wish.fulfil(github);
                wish.fulfil(github);
                assertEquals(1, there.size(), "cut after " + place + " bytes of answer " + ordinal);
            }
        }
    }

    private void failSomewhere(String path, int bytes, int ordinal, Callable<Object> wish) {
        for (int i = 0; i < ordinal; i++) {
            forge.server.plan(path, 1, new Fault.Delay(Duration.ZERO));
        }
        forge.server.plan(path, 3, new Fault.Cut(bytes));
        try {
            wish.call();
        } catch (Exception e) {
            assertTrue(e instanceof GitHubException, e.toString());
        }
    }

    @Test
    void issue_isOpenedOnce() throws IOException {
        cutEverywhere("/repos/lab/danio/issues", g -> g.issues(DEPOT).open(NewIssue.of("Frontal", "Please paint"), MARK));
    }

    @Test
    void manyIssues_areLookedForOnceAndGoOnAfterAFailure() throws IOException {
        Map<Mark, NewIssue> wanted = new LinkedHashMap<>();
        for (int i = 0; i < 5; i++) {
            wanted.put(new Mark("task-" + i), NewIssue.of("Task " + i, ""));
        }
        forge.server.plan("/repos/lab/danio/issues", 3, new Fault.Delay(Duration.ZERO)); // the look-up and two posts go through
        forge.server.plan("/repos/lab/danio/issues", 9, new Fault.Cut(0));
        GitHub github = forge.client();
        assertThrows(GitHubException.class, () -> github.issues(DEPOT).openAll(wanted));
        forge.server.behave();
        int before = forge.count("GET", "/repos/lab/danio/issues");
        assertEquals(5, github.issues(DEPOT).openAll(wanted).size());
        assertEquals(5, there.size());
        assertEquals(before + 1, forge.count("GET", "/repos/lab/danio/issues"));
    }

    @Test
    void comment_isMadeOnce() throws IOException {
        cutEverywhere("/repos/lab/danio/issues/1/comments", g -> g.issues(DEPOT).comment(1, "Where does it end?", MARK));
    }

    @Test
    void review_isHandedInOnce() throws IOException {
        cutEverywhere("/repos/lab/danio/pulls/3/reviews",
                g -> g.reviews(DEPOT, 3).submit(NewReview.requestChanges("The edge"), MARK));
    }

    @Test
    void pullRequest_isOpenedOnce() throws IOException {
        cutEverywhere("/repos/lab/danio/pulls", g -> g.pulls(DEPOT).ensure(NewPull.forIssue(7, "bea")));
        assertEquals("issue-7", there.getFirst().get("title").getAsString());
        assertEquals("Fixes #7", there.getFirst().get("body").getAsString());
        assertTrue(there.getFirst().get("draft").getAsBoolean());
    }

    @Test
    void refusedForGood_isAFailure() {
        forge.on("POST", "/repos/lab/danio/issues", 403, "{\"message\":\"no\"}");
        assertThrows(GitHubException.class, () -> forge.client().issues(DEPOT).open(NewIssue.of("a", "b"), MARK));
        assertEquals(1, forge.count("GET", "/repos/lab/danio/issues"));
    }
}
