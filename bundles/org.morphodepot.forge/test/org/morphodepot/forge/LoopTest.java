package org.morphodepot.forge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.git.Author;
import org.morphodepot.git.Change;
import org.morphodepot.git.CloneOrder;
import org.morphodepot.git.Clones;
import org.morphodepot.git.CommitId;
import org.morphodepot.git.GitException;
import org.morphodepot.git.GitException.Kind;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.RemoteAddress;
import org.morphodepot.git.SignIn;
import org.morphodepot.git.ThreeVersions;
import org.morphodepot.git.WorkFolder;

/** From an assigned issue to a merged contribution, by our git bundle and plain requests. */
class LoopTest {

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

    @Test
    void wholeLoop_endsWithAMergedFileAndAClosedIssue() throws Exception {
        int issue = room.sam.get("/issues?filter=assigned").is(200).array().get(1).getAsJsonObject().get("number").getAsInt();
        String fork = room.fork(room.sam);
        assertEquals("sam/practice-specimen", fork);
        try (WorkFolder work = room.paint("sam", fork, issue, "eyes")) {
            assertEquals(List.of(new Change("issue-1.seg.nrrd", Change.How.ADDED)),
                    work.changes(work.commit("origin/main").orElseThrow(), work.head()));
            Api.Answer draft = room.draft(room.sam, "sam", issue).is(201);
            int pull = draft.number("number");
            assertTrue(draft.object().get("draft").getAsBoolean());
            room.director.put(room.repo() + "/pulls/" + pull + "/merge", "{\"merge_method\": \"squash\"}").is(405);

            // REST has no way to make it ready; GraphQL has.
            room.sam.patch(room.repo() + "/pulls/" + pull, "{\"draft\": false}").is(200);
            assertTrue(room.sam.get(room.repo() + "/pulls/" + pull).object().get("draft").getAsBoolean());
            room.sam.graphql("mutation { markPullRequestReadyForReview(input: {pullRequestId: \"" + draft.text("node_id")
                    + "\"}) { pullRequest { isDraft } } }");

            Path elsewhere = folder.resolve("review");
            try (WorkFolder review = Clones.make(CloneOrder.newest(room.git(room.depot.depot()), elsewhere), SignIn.NOBODY,
                    GitProgress.NONE)) {
                CommitId head = review.fetchPull("origin", pull, SignIn.NOBODY, GitProgress.NONE);
                assertEquals(work.head(), head);
                assertEquals(4, review.file(head, "issue-1.seg.nrrd").orElseThrow().size());
            }
            room.director.post(room.repo() + "/pulls/" + pull + "/reviews", "{\"event\": \"REQUEST_CHANGES\"}").is(422);
            room.director.post(room.repo() + "/pulls/" + pull + "/reviews",
                    "{\"event\": \"REQUEST_CHANGES\", \"body\": \"left eye\"}").is(200);
            room.paint("sam", fork, issue, "better eyes", work);
            room.director.post(room.repo() + "/pulls/" + pull + "/reviews", "{\"event\": \"APPROVE\"}").is(200);
            room.director.put(room.repo() + "/pulls/" + pull + "/merge",
                    "{\"merge_method\": \"squash\", \"commit_message\": \"Merging and closing\"}").is(200);

            assertEquals("closed", room.sam.get(room.repo() + "/issues/" + issue).text("state"));
            assertEquals("closed", room.sam.get(room.repo() + "/pulls/" + pull).text("state"));
            room.sam.get(room.repo() + "/pulls/" + pull + "/merge").is(204);
            work.setRemote("upstream", room.git(room.depot.depot()));
            CommitId main = work.fetch("upstream", "main", SignIn.NOBODY, GitProgress.NONE);
            assertEquals(11, work.file(main, "issue-1.seg.nrrd").orElseThrow().size());
            assertEquals(1, work.log(main, 1).getFirst().parents().size());
        }
        room.sam.post("/repos/" + fork + "/merge-upstream", "{\"branch\": \"main\"}").is(200);
        assertEquals("none", room.sam.post("/repos/" + fork + "/merge-upstream", "{\"branch\": \"main\"}").text("merge_type"));
    }

    @Test
    void twoMachines_secondPushIsRefusedAndBothSidesCanBeMerged() throws Exception {
        String fork = room.fork(room.sam);
        try (WorkFolder first = room.paint("sam", fork, 1, "one"); WorkFolder second = secondMachine(fork)) {
            room.paint("sam", fork, 1, "two", first);
            second.resumeBranch("issue-1", "origin");
            Files.writeString(second.folder().resolve("issue-1.seg.nrrd"), "three");
            second.commitFile("issue-1.seg.nrrd", "Edited issue-1", new Author("Sam", "sam@example.org"));
            GitException e = assertThrows(GitException.class,
                    () -> second.push("origin", "issue-1", room.signIn("sam"), GitProgress.NONE));
            assertEquals(Kind.REJECTED_NON_FAST_FORWARD, e.kind());

            CommitId theirs = second.fetch("origin", "issue-1", room.signIn("sam"), GitProgress.NONE);
            ThreeVersions versions = second.versions("issue-1.seg.nrrd", second.head(), theirs);
            assertTrue(versions.base().isPresent() && versions.ours().isPresent() && versions.theirs().isPresent());
            second.keep("issue-1/theirs", theirs);
            Files.writeString(second.folder().resolve("issue-1.seg.nrrd"), "two and three");
            CommitId merged = second.commitMerge("issue-1.seg.nrrd", theirs, "Merge both sides", new Author("Sam", "s@x.org"));
            second.push("origin", "issue-1", room.signIn("sam"), GitProgress.NONE);
            second.push("origin", "issue-1", room.signIn("sam"), GitProgress.NONE);
            assertEquals(merged, first.fetch("origin", "issue-1", room.signIn("sam"), GitProgress.NONE));
        }
    }

    private WorkFolder secondMachine(String fork) throws Exception {
        WorkFolder work = Clones.make(CloneOrder.newest(room.git(fork), folder.resolve("laptop")), room.signIn("sam"),
                GitProgress.NONE);
        work.fetch("origin", "issue-1", room.signIn("sam"), GitProgress.NONE);
        return work;
    }

    @Test
    void outsidersPush_isRefusedAsAccessDeniedWithoutTheToken() throws Exception {
        try (WorkFolder work = Clones.make(CloneOrder.newest(room.git(room.depot.depot()), folder.resolve("o")), SignIn.NOBODY,
                GitProgress.NONE)) {
            work.startBranch("mine", work.head());
            for (SignIn who : List.of(SignIn.NOBODY, room.signIn("olga"))) {
                GitException e = assertThrows(GitException.class, () -> work.push("origin", "mine", who, GitProgress.NONE));
                assertEquals(Kind.ACCESS_DENIED, e.kind(), e.toString());
            }
            assertFalse(Files.readString(work.folder().resolve(".git/config")).contains(room.account("olga").token()));
        }
    }

    @Test
    void missingAndUnreachable_areTold() throws Exception {
        GitException missing = assertThrows(GitException.class, () -> Clones.branches(room.git("sam/nothing"), room.signIn("sam")));
        assertEquals(Kind.NOT_FOUND, missing.kind(), missing.toString());
        GitException nobody = assertThrows(GitException.class, () -> Clones.branches(room.git("sam/nothing"), SignIn.NOBODY));
        assertEquals(Kind.ACCESS_DENIED, nobody.kind(), nobody.toString());
        assertEquals(List.of("main"), Clones.branches(room.git(room.depot.depot()), SignIn.NOBODY));
        var away = RemoteAddress.of("http://127.0.0.1:9/a/b.git");
        assertEquals(Kind.OFFLINE, assertThrows(GitException.class, () -> Clones.branches(away, SignIn.NOBODY)).kind());
        assertEquals(Optional.empty(), Optional.ofNullable(room.nobody.get("/repos/sam/nothing").is(404).text("x")));
    }
}
