package org.morphodepot.work.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.Comment;
import org.morphodepot.github.Mark;
import org.morphodepot.github.NewReview;
import org.morphodepot.github.PullQuery;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.Watch;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Painter;
import org.morphodepot.work.Place;
import org.morphodepot.work.School;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.queue.Entry;
import org.morphodepot.work.queue.Entry.State;

class SubmitTest {

    private static final VoxelBox EYE = new VoxelBox(10, 20, 30, 14, 25, 33);

    @TempDir
    Path folder;

    private School school;
    private Painter sam;
    private GitHub web;

    @BeforeEach
    void open() throws Exception {
        school = new School(folder);
        sam = new Painter(school.desk("sam", "laptop"), school.task(1));
        web = school.web("director");
    }

    @AfterEach
    void close() throws Exception {
        school.close();
    }

    private List<PullRequest> pulls() throws Exception {
        return web.pulls(school.depot()).list(PullQuery.all());
    }

    @Test
    void submission_isADraftWithTheTitleAndTextOfTheContract() throws Exception {
        sam.paint("left eye", EYE).checkpoint();
        Submit.at(sam.desk).submit(sam.assignment);
        sam.settle();
        PullRequest pull = pulls().getFirst();
        assertEquals("issue-1", pull.title());
        assertEquals("Fixes #1", pull.body());
        assertEquals("main", pull.base());
        assertEquals("sam", pull.head().owner());
        assertEquals("issue-1", pull.head().branch());
        assertTrue(pull.draft());
        assertTrue(sam.desk.queue().entries().stream().allMatch(entry -> entry.state() == State.DONE));
    }

    @Test
    void firstCommitTwice_makesOnePull() throws Exception {
        for (int i = 0; i < 2; i++) {
            sam.paint("left eye", EYE.shift(i, 0, 0)).checkpoint();
            Submit.at(sam.desk).submit(sam.assignment);
        }
        sam.settle();
        Submit.at(sam.desk).submit(sam.assignment);
        sam.settle();
        assertEquals(1, pulls().size());
    }

    @Test
    void nothingSaved_cannotBeSubmitted() throws Exception {
        WorkException e = assertThrows(WorkException.class, () -> Submit.at(sam.desk).submit(sam.assignment));
        assertEquals(WorkException.Kind.NOT_FOUND, e.kind());
        assertEquals(List.of(), sam.desk.queue().entries());
    }

    @Test
    void ownDepot_worksWithoutFork() throws Exception {
        Painter dana = new Painter(school.desk("director", "office"), school.task(4));
        dana.paint("spine", EYE).checkpoint();
        Submit.at(dana.desk).submit(dana.assignment);
        dana.settle();
        assertEquals("director", pulls().getFirst().head().owner());
    }

    @Test
    void loop_fromReviewRequestOverChangesToTheMerge() throws Exception {
        Submit submit = Submit.at(sam.desk);
        sam.paint("left eye", EYE).checkpoint();
        submit.askForReview(sam.assignment, "Is the rim right?");
        sam.settle();
        PullRequest pull = pulls().getFirst();
        assertEquals(false, pull.draft());
        assertTrue(comments(pull.number()).getFirst().body().startsWith("Is the rim right?"));

        String wish = Place.into("The rim is too thin.", EYE) + "\n\n" + Place.into("And here.", EYE.shift(5, 5, 5));
        web.reviews(school.depot(), pull.number()).submit(NewReview.requestChanges(wish), Mark.random());
        web.pulls(school.depot()).toDraft(web.pulls(school.depot()).get(pull.number()));
        List<Requested> wishes = submit.requestedChanges(sam.assignment.account(), sam.assignment.task(), Progress.NONE);
        assertEquals(List.of("The rim is too thin.", "And here."), wishes.stream().map(Requested::text).toList());
        assertEquals(List.of(Optional.of(EYE), Optional.of(EYE.shift(5, 5, 5))),
                wishes.stream().map(one -> one.place().map(Place::box)).toList());

        sam.paint("left eye", EYE.shift(1, 0, 0)).checkpoint();
        submit.askForReview(sam.assignment, "");
        sam.settle();
        PullRequest ready = web.pulls(school.depot()).get(pull.number());
        assertEquals(false, ready.draft());
        web.reviews(school.depot(), pull.number()).submit(NewReview.approve(""), Mark.random());
        web.pulls(school.depot()).squash(ready, "Merging and closing");
        assertEquals(false, web.issues(school.depot()).get(1).open());
    }

    private List<Comment> comments(int number) throws Exception {
        return web.issues(school.depot()).comments(number);
    }

    @Test
    void handBack_keepsTheWorkTellsWhyAndClosesTheDraft() throws Exception {
        sam.paint("left eye", EYE).checkpoint();
        Submit.at(sam.desk).submit(sam.assignment);
        Submit.at(sam.desk).handBack(sam.assignment, "I am ill.");
        sam.settle();
        PullRequest pull = pulls().getFirst();
        assertEquals(false, pull.open());
        assertTrue(comments(pull.number()).getFirst().body().startsWith("I hand this task back.\n\nI am ill."));
        assertTrue(web.branches(sam.assignment.origin()).find("issue-1").isPresent());
    }

    @Test
    void queue_survivesARestartAndDoesEverythingOnce() throws Exception {
        sam.paint("left eye", EYE).checkpoint();
        sam.desk.queue().pause(true);
        Submit.at(sam.desk).askForReview(sam.assignment, "Please look.");
        assertEquals(4, sam.desk.queue().entries().size());
        sam.desk.close();
        Desk again = school.desk("sam", "laptop");
        assertTrue(again.queue().paused());
        assertEquals(List.of(Entry.Kind.PUSH, Entry.Kind.DRAFT, Entry.Kind.READY, Entry.Kind.COMMENT),
                again.queue().entries().stream().map(Entry::kind).toList());
        assertEquals(List.of(), pulls());
        again.queue().pause(false);
        assertTrue(again.queue().settle(Duration.ofSeconds(60)), again.queue().entries().toString());
        assertEquals(1, pulls().size());
        assertEquals(1, comments(pulls().getFirst().number()).size());
    }

    @Test
    void signedOut_waitsForTheSignIn() throws Exception {
        sam.paint("left eye", EYE).checkpoint();
        Account account = sam.assignment.account();
        sam.desk.accounts().remove(account);
        Submit.at(sam.desk).submit(sam.assignment);
        sam.settle();
        Entry push = sam.desk.queue().entries().getFirst();
        assertEquals(State.STOPPED, push.state());
        assertTrue(push.trouble().orElseThrow().contains("Sign in"), push.toString());
        sam.desk.accounts().add(school.address(), school.token("sam"), Watch.NONE);
        sam.settle();
        assertEquals(1, pulls().size());
    }

    @Test
    void withoutNetwork_entriesBackOffAndTellWhy() throws Exception {
        sam.paint("left eye", EYE).checkpoint();
        school.forge.close();
        Submit.at(sam.desk).submit(sam.assignment);
        sam.settle();
        Entry push = sam.desk.queue().entries().getFirst();
        assertEquals(State.BACKING_OFF, push.state());
        assertTrue(push.next().isPresent() && push.trouble().isPresent());
        assertTrue(sam.desk.queue().offline());
        sam.desk.queue().cancel(push);
        assertEquals(1, sam.desk.queue().entries().size());
    }
}
