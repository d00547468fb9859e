package org.morphodepot.forge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where careless imitations of GitHub differ from it. */
class TrapsTest {

    @TempDir
    Path folder;

    private Classroom room;

    @BeforeEach
    void open() throws Exception {
        room = new Classroom(folder, Knobs.quick());
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    private int pull(int issue) throws Exception {
        String fork = room.fork(room.sam);
        room.paint("sam", fork, issue, "labels").close();
        return room.draft(room.sam, "sam", issue).is(201).number("number");
    }

    @Test
    void unknownToken_is401AndNobodyMayNotWrite() throws Exception {
        try (Api stranger = new Api(room.forge, new Account("x", "x", "wrong"))) {
            stranger.get("/user").is(401);
        }
        room.nobody.get("/user").is(401);
        room.nobody.get(room.repo()).is(200);
        room.nobody.post(room.repo() + "/issues", "{\"title\": \"x\"}").is(401);
        assertEquals(401, room.nobody.ask("POST", "/graphql", "{\"query\": \"{viewer{login}}\"}").status());
    }

    @Test
    void requestsWithoutUserAgentOrForAnotherHost_areTurnedAway() throws Exception {
        assertTrue(raw("GET /meta HTTP/1.1\r\nHost: 127.0.0.1\r\n").startsWith("HTTP/1.1 403"));
        assertTrue(raw("GET /meta HTTP/1.1\r\nHost: evil.example\r\nUser-Agent: x\r\n").startsWith("HTTP/1.1 421"));
        String proxied = raw("GET http://api.github.localhost/repos/" + room.depot.depot()
                + " HTTP/1.1\r\nHost: api.github.localhost\r\nUser-Agent: x\r\n");
        assertTrue(proxied.startsWith("HTTP/1.1 200") && proxied.contains("http://github.localhost/director/"), proxied);
    }

    private String raw(String head) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", room.forge.address().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void outsider_mayNeitherMergeNorSetLabelsNorAssign() throws Exception {
        int pull = pull(1);
        room.outsider.put(room.repo() + "/pulls/" + pull + "/merge", "{\"merge_method\": \"squash\"}").is(403);
        Api.Answer issue = room.outsider.post(room.repo() + "/issues",
                "{\"title\": \"Mine\", \"labels\": [\"bug\"], \"assignees\": [\"olga\"]}").is(201);
        assertTrue(issue.object().getAsJsonArray("labels").isEmpty() && issue.object().getAsJsonArray("assignees").isEmpty());
        room.outsider.post(room.repo() + "/issues/1/assignees", "{\"assignees\": [\"olga\"]}").is(201);
        assertEquals("sam", room.sam.get(room.repo() + "/issues/1").object().getAsJsonArray("assignees").get(0)
                .getAsJsonObject().get("login").getAsString());
        room.director.patch(room.repo() + "/issues/1", "{\"assignees\": [\"olga\"]}").is(422);
        room.outsider.post(room.repo() + "/issues/1/comments", "{\"body\": \"May I?\"}").is(201);
        room.director.patch(room.repo() + "/issues/1", "{\"assignees\": [\"olga\"]}").is(200);
        room.outsider.patch(room.repo() + "/issues/2", "{\"title\": \"taken over\"}").is(403);
        room.outsider.put(room.repo() + "/topics", "{\"names\": []}").is(403);
    }

    @Test
    void privateRepository_isNotThereForOthers() throws Exception {
        room.director.post("/user/repos", "{\"name\": \"hidden\", \"private\": true, \"auto_init\": true}").is(201);
        room.sam.get("/repos/director/hidden").is(404);
        room.sam.get("/director/hidden.git/info/refs?service=git-upload-pack").is(404);
        room.nobody.get("/director/hidden.git/info/refs?service=git-upload-pack").is(401);
        assertTrue(room.sam.graphqlAnswer("{repository(owner: \"director\", name: \"hidden\") {name}}").object().has("errors"));
        room.sam.get("/search/issues?q=repo:director/hidden").is(422);
        room.director.put("/repos/director/hidden/collaborators/sam", "{\"permission\": \"push\"}").is(201);
        room.sam.get("/repos/director/hidden").is(404);
        int invitation = room.sam.get("/user/repository_invitations").array().get(0).getAsJsonObject().get("id").getAsInt();
        room.sam.patch("/user/repository_invitations/" + invitation, "{}").is(204);
        room.sam.get("/repos/director/hidden").is(200);
    }

    @Test
    void pullRequest_needsCommitsAndIsOpenedOnce() throws Exception {
        room.fork(room.sam);
        assertTrue(room.sam.post(room.repo() + "/pulls", "{\"title\": \"x\", \"head\": \"sam:main\", \"base\": \"main\"}").is(422)
                .raw().body().contains("No commits between"));
        room.paint("sam", "sam/practice-specimen", 1, "labels").close();
        room.draft(room.sam, "sam", 1).is(201);
        assertTrue(room.draft(room.sam, "sam", 1).is(422).raw().body().contains("A pull request already exists for sam:issue-1."));
        assertEquals(1, room.sam.get(room.repo() + "/pulls?head=sam:issue-1&state=open").array().size());
        assertEquals("ahead", room.sam.get(room.repo() + "/compare/main...sam:issue-1").is(200).text("status"));
        room.sam.post(room.repo() + "/pulls", "{\"title\": \"x\", \"head\": \"sam:main\"}").is(422);
    }

    @Test
    void ownPullRequest_cannotBeApprovedAndAMovedHeadIsNotMerged() throws Exception {
        int pull = pull(1);
        String id = room.sam.get(room.repo() + "/pulls/" + pull).text("node_id");
        room.sam.post(room.repo() + "/pulls/" + pull + "/reviews", "{\"event\": \"APPROVE\"}").is(422);
        Api.Answer refused = room.outsider.graphqlAnswer(
                "mutation {markPullRequestReadyForReview(input: {pullRequestId: \"" + id + "\"}) {clientMutationId}}");
        assertTrue(refused.raw().body().contains("FORBIDDEN"), refused.raw().body());
        room.sam.graphql("mutation {markPullRequestReadyForReview(input: {pullRequestId: \"" + id + "\"}) {clientMutationId}}");
        room.director.put(room.repo() + "/pulls/" + pull + "/merge", "{\"sha\": \"" + "0".repeat(40) + "\"}").is(409);
        room.director.put(room.repo() + "/pulls/" + pull + "/merge", "{\"merge_method\": \"squash\"}").is(200);
        room.director.put(room.repo() + "/pulls/" + pull + "/merge", "{\"merge_method\": \"squash\"}").is(405);
        room.director.patch(room.repo() + "/pulls/" + pull, "{\"state\": \"open\"}").is(422);
    }

    @Test
    void search_leavesForksOutUnlessAsked() throws Exception {
        room.fork(room.sam);
        assertEquals(1, room.sam.get("/search/repositories?q=topic:morphodepot").number("total_count"));
        assertTrue(room.sam.get("/repos/sam/practice-specimen/topics").object().getAsJsonArray("names").isEmpty());
        assertEquals(2, room.sam.get("/search/repositories?q=practice+fork:true").number("total_count"));
        assertEquals("director/practice-specimen", room.sam.get("/repos/sam/practice-specimen").object()
                .getAsJsonObject("parent").get("full_name").getAsString());
    }

    @Test
    void issuesSwitchedOff_are410AndListsHavePullRequestsAmongIssues() throws Exception {
        pull(1);
        assertEquals(5, room.sam.get(room.repo() + "/issues").array().size());
        assertTrue(room.sam.get(room.repo() + "/issues").array().get(0).getAsJsonObject().has("pull_request"));
        room.fork(room.robin);
        room.robin.get("/repos/robin/practice-specimen/issues").is(410);
    }

    @Test
    void pages_areLinkedAndMissingFieldsNamed() throws Exception {
        Api.Answer first = room.sam.get(room.repo() + "/issues?per_page=3");
        assertEquals(3, first.array().size());
        assertTrue(first.header("Link").contains("page=2>; rel=\"next\""), first.header("Link"));
        assertEquals(1, room.sam.get(room.repo() + "/issues?per_page=3&page=2").array().size());
        assertTrue(room.sam.post(room.repo() + "/issues", "{}").is(422).raw().body().contains("missing_field"));
        room.sam.post(room.repo() + "/issues", "not json").is(400);
        assertTrue(room.sam.graphqlAnswer("{viewer {nonsense}}").raw().body().contains("doesn't exist on type 'User'"));
        assertFalse(room.sam.graphqlAnswer("{viewer {").object().has("data"));
    }

    @Test
    void scan_isServedInRangesAndContentsAreReadOneByOne() throws Exception {
        String pointer = "/" + room.depot.depot() + "/releases/download/v1/PracticeSpecimen.nrrd";
        Api.Answer part = room.nobody.get(pointer, "Range", "bytes=0-3").is(206);
        assertEquals("NRRD", part.raw().body());
        room.nobody.get(pointer, "Range", "bytes=999999999-").is(416);
        assertEquals("releases/download/v1/PracticeSpecimen.nrrd", room.nobody.get(room.repo() + "/contents/source_volume",
                "Accept", "application/vnd.github.raw+json").is(200).raw().body());
        assertTrue(room.nobody.get(room.repo() + "/contents").array().size() >= 8);
        room.director.put(room.repo() + "/contents/README.md", "{\"message\": \"x\", \"content\": \"eA==\"}").is(422);
    }
}
