package org.morphodepot.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Issue;
import org.morphodepot.github.Mark;
import org.morphodepot.github.NewIssue;
import org.morphodepot.github.NewPull;
import org.morphodepot.github.NewRepository;
import org.morphodepot.github.Permission;
import org.morphodepot.github.Person;
import org.morphodepot.github.PullQuery;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.project.Assigning;
import org.morphodepot.work.project.Rights;
import org.morphodepot.work.queue.Entry.State;
import org.morphodepot.work.review.Review;
import org.morphodepot.work.review.Reviews;
import org.morphodepot.work.start.Assignment;
import org.morphodepot.work.start.StartWork;
import org.morphodepot.work.submit.Submit;
import org.morphodepot.work.tasks.TaskBook;

/**
 * Acceptance cases of the contract's section 6 that no other test shows: {@code releng/docs/acceptance.md} lists them all. The
 * number in a name is the case's.
 */
class AcceptanceTest {

    private static final VoxelBox EYE = new VoxelBox(10, 20, 30, 14, 25, 33);

    @TempDir
    Path folder;

    private School school;

    @BeforeEach
    void open() throws Exception {
        school = new School(folder);
    }

    @AfterEach
    void close() throws Exception {
        school.close();
    }

    private List<PullRequest> pulls() throws Exception {
        return school.web("director").pulls(school.depot()).list(PullQuery.all());
    }

    private static void submit(Painter painter) throws Exception {
        Submit.at(painter.desk).submit(painter.assignment);
        painter.settle();
        assertTrue(painter.desk.queue().entries().stream().allMatch(entry -> entry.state() == State.DONE),
                painter.desk.queue().entries().toString());
    }

    @Test
    void case4_pullThatIsThereAlready_isSuccess() throws Exception {
        Painter sam = new Painter(school.desk("sam", "laptop"), school.task(1));
        sam.paint("left eye", EYE).checkpoint();
        submit(sam);
        RepoName depot = school.depot();
        PullRequest made = school.web("sam").pulls(depot).ensure(NewPull.forIssue(1, "sam")); // as another program would
        Painter elsewhere = new Painter(school.desk("sam", "office"), school.task(1));
        elsewhere.paint("left eye", EYE.shift(1, 0, 0)).checkpoint();
        submit(elsewhere);
        assertEquals(List.of(made.number()), pulls().stream().map(PullRequest::number).toList());
    }

    @Test
    void case5_curatorWhoIsNotTheOwner_worksInAForkAndSeesAndMergesContributions() throws Exception {
        GitHub owner = school.web("director");
        owner.people(school.depot()).invite("robin", Permission.PUSH);
        GitHub curator = school.web("robin");
        for (var invitation : curator.mine().invitations()) {
            curator.mine().accept(invitation);
        }
        Assignment own = StartWork.on(school.desk("robin", "curator"), school.task(2), Progress.NONE);
        assertEquals("robin", own.origin().owner(), "a curator works through a fork too");

        Painter sam = new Painter(school.desk("sam", "laptop"), school.task(1));
        sam.paint("left eye", EYE).checkpoint();
        Submit.at(sam.desk).askForReview(sam.assignment, "");
        sam.settle();
        Desk desk = school.desk("robin", "curator");
        Account robin = desk.accounts().active().orElseThrow();
        PullRequest waiting = Reviews.ask(desk, robin, Progress.NONE).value().waiting().getFirst();
        Review review = Review.open(desk, robin, school.depot(), waiting.number(), Progress.NONE);
        assertEquals(Optional.empty(), review.whyNotMerge());
        assertFalse(review.approveAndMerge("", Progress.NONE).before());
        assertFalse(owner.issues(school.depot()).get(1).open());
    }

    @Test
    void case5_depotOfAnOrganisation_itsCuratorWorksInAForkAndReviewsThoughNotItsOwner() throws Exception {
        school.giveToMuseum("robin", List.of("robin", "sam"));
        Desk desk = school.desk("robin", "curator");
        Account robin = desk.accounts().active().orElseThrow();
        assertEquals("robin", StartWork.on(desk, school.task(3), Progress.NONE).origin().owner(), "through a fork too");

        Painter sam = new Painter(school.desk("sam", "laptop"), school.task(1));
        sam.paint("left eye", EYE).checkpoint();
        Submit.at(sam.desk).askForReview(sam.assignment, "");
        sam.settle();
        assertEquals(List.of(), Reviews.ask(sam.desk, sam.assignment.account(), Progress.NONE).value().waiting(),
                "a member who may only read reviews nothing");

        PullRequest waiting = Reviews.ask(desk, robin, Progress.NONE).value().waiting().getFirst();
        Review review = Review.open(desk, robin, school.depot(), waiting.number(), Progress.NONE);
        assertEquals(Optional.empty(), review.whyNotMerge());
        assertFalse(review.approveAndMerge("", Progress.NONE).before());
        assertFalse(school.web("director").issues(school.depot()).get(1).open());
    }

    @Test
    void case5_depotOfAnOrganisation_rolesDecideWhoAssignsAndWhoCanBe() throws Exception {
        school.giveToMuseum("robin", List.of("robin", "sam"));
        Desk desk = school.desk("robin", "curator");
        Account robin = desk.accounts().active().orElseThrow();
        assertEquals(List.of("director", "robin", "sam"), Assigning.people(desk, robin, school.depot(), Progress.NONE).stream()
                .map(Person::login).toList(), "who belongs to it, and nobody else");
        Assigning.give(desk, robin, school.task(3), Optional.of("sam"), Progress.NONE);
        assertRefused(() -> Assigning.give(desk, robin, school.task(3), Optional.of("olga"), Progress.NONE));

        Desk reader = school.desk("sam", "laptop");
        Account sam = reader.accounts().active().orElseThrow();
        assertRefused(() -> Assigning.give(reader, sam, school.task(3), Optional.of("robin"), Progress.NONE));
        assertEquals(List.of(1, 2, 3), TaskBook.of(reader).assignedToMe(sam, Progress.NONE).value().stream()
                .map(task -> task.ref().number()).sorted().toList());
        Rights rights = Rights.of(reader.github(sam).repositories().get(school.depot()), sam);
        assertTrue(rights.review().orElseThrow().contains("Ask museum"), rights.review().toString());
        Rights owner = Rights.of(school.web("director").repositories().get(school.depot()), robin);
        assertEquals(Optional.of(Permission.ADMIN), owner.permission(), "the owner of the organisation");
    }

    private static void assertRefused(Executable give) {
        assertEquals(WorkException.Kind.NOT_ALLOWED, assertThrows(WorkException.class, give).kind());
    }

    @Test
    void case8_contributionOfADeletedAccount_isListedReviewedAndMerged() throws Exception {
        Painter sam = new Painter(school.desk("sam", "laptop"), school.task(1));
        sam.paint("left eye", EYE).checkpoint();
        Submit.at(sam.desk).askForReview(sam.assignment, "Is the rim right?");
        sam.settle();
        school.forge.delete("sam");

        Desk office = school.desk("director", "office");
        Account director = office.accounts().active().orElseThrow();
        PullRequest waiting = Reviews.ask(office, director, Progress.NONE).value().waiting().getFirst();
        assertTrue(waiting.author().isGhost());
        assertEquals(Optional.empty(), waiting.head().repo());
        Review review = Review.open(office, director, school.depot(), waiting.number(), Progress.NONE);
        assertEquals(1, review.task().orElseThrow());
        assertTrue(review.said().getFirst().author().isGhost() && review.said().getFirst().text().contains("the rim"));
        assertFalse(review.own());
        assertEquals(List.of(), TaskBook.of(office).ofDepot(director, school.depot(), Progress.NONE).value().stream()
                .filter(task -> task.ref().number() == 1).flatMap(task -> task.assignees().stream()).toList());
        assertFalse(review.approveAndMerge("", Progress.NONE).before());
        assertFalse(school.web("director").issues(school.depot()).get(1).open());
    }

    @Test
    void case5_pullFromABranchOfTheDepotItself_isReviewedLikeAnyOther() throws Exception {
        Painter director = new Painter(school.desk("director", "office"), school.task(4));
        director.paint("spine", EYE).checkpoint();
        Submit.at(director.desk).askForReview(director.assignment, "");
        director.settle();
        PullRequest pull = pulls().getFirst();
        assertEquals("director", pull.head().owner());
        Account account = director.assignment.account();
        Review review = Review.open(director.desk, account, school.depot(), pull.number(), Progress.NONE);
        assertEquals(4, review.task().orElseThrow());
        assertEquals(Optional.empty(), review.whyNotMerge());
        assertFalse(review.approveAndMerge("", Progress.NONE).before(), "case 8: one's own is merged without approval");
    }

    @Test
    void case7_branchAfterAMerge_startsFromTheMergedMain() throws Exception {
        Painter sam = new Painter(school.desk("sam", "laptop"), school.task(1));
        sam.paint("left eye", EYE).checkpoint();
        Submit.at(sam.desk).askForReview(sam.assignment, "");
        sam.settle();
        Desk office = school.desk("director", "office");
        Review.open(office, office.accounts().active().orElseThrow(), school.depot(), pulls().getFirst().number(), Progress.NONE)
                .approveAndMerge("", Progress.NONE);
        Assignment next = StartWork.on(sam.desk, school.task(2), Progress.NONE);
        assertTrue(next.folder().resolve("issue-1.seg.nrrd").toFile().isFile(), "the merged file of the other task is there");
    }

    @Test
    void case16_depotWithoutAChecksum_warns() throws Exception {
        assumeTrue(school.removeFromMain("source_volume_checksum"));
        Assignment made = StartWork.on(school.desk("sam", "laptop"), school.task(1), Progress.NONE);
        assertTrue(made.notes().stream().anyMatch(note -> note.contains("no checksum")), made.notes().toString());
        assertTrue(made.scan().isFile());
    }

    @Test
    void case16_olderPointerNamedMasterVolume_isFollowed() throws Exception {
        school.changeMain(Map.of("master_volume", "releases/download/v1/PracticeSpecimen.nrrd"));
        assumeTrue(school.removeFromMain("source_volume"));
        Assignment made = StartWork.on(school.desk("sam", "laptop"), school.task(1), Progress.NONE);
        assertEquals("PracticeSpecimen.nrrd", made.scan().name());
    }

    @Test
    void case17_assignedTasks_areOfDepotsOfAllOwnersAndOfNothingElse() throws Exception {
        GitHub sam = school.web("sam");
        RepoName paper = sam.repositories().ensure(new NewRepository("paper", Optional.empty(), "no depot", false, true)).name();
        RepoName own = sam.repositories().ensure(new NewRepository("my-fish", Optional.empty(), "mine", false, true)).name();
        sam.repositories().changeTopics(own, List.of("morphodepot"), List.of());
        for (RepoName repo : List.of(paper, own)) {
            sam.issues(repo).open(NewIssue.of("Look", "").assignedTo(List.of("sam")), Mark.random());
        }
        List<Issue> mine = sam.mine().assigned("morphodepot");
        assertTrue(mine.stream().anyMatch(issue -> issue.repo().equals(own)), "a depot that was made a moment ago");
        assertTrue(mine.stream().anyMatch(issue -> issue.repo().equals(school.depot())));
        assertTrue(mine.stream().noneMatch(issue -> issue.repo().equals(paper)));
    }

    private static void waitUntilAllIsDone(Desk desk, Duration most) throws InterruptedException {
        Instant end = Instant.now().plus(most);
        while (desk.queue().entries().stream().anyMatch(entry -> entry.state() != State.DONE) && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
    }

    @Test
    void networkThatComesBack_doesAllThatWaitedOnceAndSoon() throws Exception {
        try (CuttingWire wire = new CuttingWire(school.forge.address().getPort())) {
            Desk desk = school.desk("sam", "laptop",
                    ForgeAddress.of("http://127.0.0.1:" + wire.port()));
            Account account = desk.accounts().active().orElseThrow();
            Painter sam = new Painter(desk, new TaskRef(account.forge(), school.depot(), 1));
            sam.paint("left eye", EYE).checkpoint();
            wire.unplug(true);
            Submit.at(desk).submit(sam.assignment);
            Submit.at(desk).comment(sam.assignment, "Please look.");
            sam.settle();
            assertTrue(desk.queue().offline());
            assertEquals(3, desk.queue().entries().stream().filter(entry -> entry.state() != State.DONE).count());
            for (int tries = 0; tries < 7; tries++) { // until the pause is five minutes long
                desk.queue().retry(sam.assignment.task());
                sam.settle();
            }
            wire.unplug(false);
            waitUntilAllIsDone(desk, Duration.ofMinutes(3));
            assertTrue(desk.queue().entries().stream().allMatch(entry -> entry.state() == State.DONE),
                    desk.queue().entries().toString());
            assertFalse(desk.queue().offline());
            assertEquals(1, pulls().size());
            assertEquals(1, school.web("director").issues(school.depot()).comments(pulls().getFirst().number()).size());
        }
    }
}
