package org.morphodepot.forge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

/** Sam contributes, comments and leaves. */
class DeletedAccountTest {

    @TempDir
    Path folder;

    private Classroom room;
    private int pull;

    @BeforeEach
    void open() throws Exception {
        room = new Classroom(folder, Knobs.quick());
        String fork = room.fork(room.sam);
        room.paint("sam", fork, 1, "labels").close();
        pull = room.draft(room.sam, "sam", 1).is(201).number("number");
        room.sam.post(room.repo() + "/issues/1/comments", "{\"body\": \"Which rim?\"}").is(201);
        room.sam.post(room.repo() + "/pulls/" + pull + "/reviews", "{\"event\": \"COMMENT\", \"body\": \"See.\"}").is(200);
        room.forge.delete("sam");
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void account_isGoneWithItsTokenAndRepositories() throws Exception {
        room.sam.get("/user").is(401);
        room.nobody.get("/users/sam").is(404);
        room.nobody.get("/repos/sam/practice-specimen").is(404);
        assertEquals(0, room.nobody.get(room.repo() + "/forks").array().size());
        assertTrue(room.forge.accounts().stream().noneMatch(one -> one.login().equals("sam")));
    }

    @Test
    void whatWasWritten_staysAndHasNoAuthor() throws Exception {
        JsonObject found = room.director.get(room.repo() + "/pulls/" + pull).is(200).object();
        assertTrue(found.get("user").isJsonNull());
        assertTrue(found.getAsJsonObject("head").get("user").isJsonNull());
        assertTrue(found.getAsJsonObject("head").get("repo").isJsonNull());
        JsonObject comment = room.director.get(room.repo() + "/issues/1/comments").array().get(0).getAsJsonObject();
        assertTrue(comment.get("user").isJsonNull());
        assertEquals("Which rim?", comment.get("body").getAsString());
        assertTrue(room.director.get(room.repo() + "/pulls/" + pull + "/reviews").array().get(0).getAsJsonObject().get("user")
                .isJsonNull());
        assertEquals(0, room.director.get(room.repo() + "/issues/1").object().getAsJsonArray("assignees").size());
        String asked = room.director.graphql("""
                { repository(owner: "director", name: "practice-specimen") { pullRequests(first: 5) { nodes {
                    author { login } headRepository { name } headRepositoryOwner { login } } } } }""").toString();
        assertTrue(asked.contains("{\"author\":null,\"headRepository\":null,\"headRepositoryOwner\":null}"), asked);
    }

    @Test
    void contribution_canStillBeMerged() throws Exception {
        String node = room.director.get(room.repo() + "/pulls/" + pull).text("node_id");
        room.director.graphql("mutation { markPullRequestReadyForReview(input: {pullRequestId: \"" + node
                + "\"}) { pullRequest { isDraft } } }");
        room.director.put(room.repo() + "/pulls/" + pull + "/merge", "{\"merge_method\": \"squash\"}").is(200);
        assertEquals("closed", room.nobody.get(room.repo() + "/issues/1").text("state"));
    }

    @Test
    void nameTakenAgain_isSomebodyElse() throws Exception {
        room.forge.account("sam", "Another Sam", "segmenter");
        assertTrue(room.nobody.get(room.repo() + "/pulls/" + pull).object().get("user").isJsonNull());
        assertThrows(IOException.class, () -> room.forge.account("ghost", "Nobody", "segmenter"));
        assertFalse(room.nobody.get(room.repo() + "/issues/1/comments").array().get(0).toString().contains("Another"));
    }
}
