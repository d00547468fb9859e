package org.morphodepot.work.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.Merge;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.Review.Verdict;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.work.Account;
import org.morphodepot.work.Known;
import org.morphodepot.work.Place;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.WorkException.Kind;
import org.morphodepot.work.project.DirectorsDesk;
import org.morphodepot.work.project.DirectorsDesk.Painted;

/** The director's answers to contributions, on the practice forge. */
class ReviewTest {

    private static final VoxelBox EYE = new VoxelBox(10, 20, 30, 20, 30, 40);
    private static final Painted LEFT_EYE = new Painted("Segment_9", "left eye", 3, EYE);

    @TempDir
    Path folder;

    private DirectorsDesk room;
    private Account director;

    @BeforeEach
    void open() throws IOException {
        room = new DirectorsDesk(folder);
        director = room.account("director");
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    private Review open(PullRequest pull) throws WorkException {
        return Review.open(room.desk, director, room.depot, pull.number(), Progress.NONE);
    }

    @Test
    void contribution_isComparedWithTheBaselineWithoutItsFork() throws IOException {
        PullRequest pull = room.contribution("sam", 1, LEFT_EYE, new Painted("", "", 0, new VoxelBox(60, 0, 0, 70, 72, 64)));
        Review review = open(pull);
        StructureChange eye = review.comparison().structure("Segment_9").orElseThrow();
        assertEquals(1000, eye.added());
        assertEquals(0, eye.removed() + eye.changed());
        StructureChange spine = review.comparison().structure("Segment_1").orElseThrow();
        assertTrue(spine.removed() > 0 && spine.added() == 0);
        assertEquals(spine.voxelsBefore() - spine.removed(), spine.voxelsAfter());
        assertEquals(EYE, review.comparison().spots().getFirst().box());
        assertEquals(OptionalInt.of(1), review.task());
        assertEquals(List.of(), review.remarks());
        assertTrue(Files.isRegularFile(review.scan().orElseThrow().path()));
        assertEquals(Optional.empty(), review.whyNotMerge());
        Segmentation picture = room.read(review.picture());
        assertEquals(List.of("Added", "Removed", "Changed", "spine", "left eye", "spine (before)"),
                picture.segments().stream().map(s -> s.name()).toList());
    }

    @Test
    void secondRound_isComparedWithWhereItLeftMain() throws IOException {
        PullRequest first = room.contribution("sam", 1, LEFT_EYE);
        open(first).approveAndMerge("", Progress.NONE);
        PullRequest other = room.contribution("robin", 3, new Painted("Segment_7", "jaw", 5, new VoxelBox(0, 0, 0, 4, 4, 4)));
        Review review = open(other);
        assertEquals(List.of("jaw"), review.comparison().structures().stream().map(StructureChange::name).toList());
        assertEquals(64, review.comparison().voxels(Spot.Kind.ADDED));
    }

    @Test
    void approval_mergesClosesAndSaysSoTheSecondTime() throws IOException {
        PullRequest pull = room.contribution("sam", 1, LEFT_EYE);
        Review review = open(pull);
        Merge merge = review.approveAndMerge("Well done", Progress.NONE);
        assertFalse(merge.before());
        PullRequest now = room.elsewhere("sam").pulls(room.depot).get(pull.number());
        assertTrue(now.merged());
        assertFalse(room.elsewhere("sam").issues(room.depot).get(1).open());
        assertEquals(List.of(Verdict.APPROVED), room.elsewhere("sam").reviews(room.depot, pull.number()).list().stream()
                .map(r -> r.verdict()).toList());
        assertTrue(review.approveAndMerge("Well done", Progress.NONE).before());
        assertEquals("It is merged already.", open(pull).whyNotMerge().orElseThrow());
        assertEquals(Kind.CONFLICT, assertThrows(WorkException.class,
                () -> review.requestChanges("more", VoxelBox.EMPTY, Progress.NONE)).kind());
    }

    @Test
    void requestedChanges_areADraftAgainWithThePlace() throws IOException {
        PullRequest pull = room.contribution("sam", 1, LEFT_EYE);
        Review review = open(pull);
        assertThrows(WorkException.class, () -> review.requestChanges("  ", EYE, Progress.NONE));
        assertTrue(review.requestChanges("Rounder, please", EYE, Progress.NONE).draft());
        review.requestChanges("Rounder, please", EYE, Progress.NONE);
        List<Said> said = open(pull).said();
        assertEquals(1, said.size(), "said once although asked twice");
        assertEquals(Optional.of(Verdict.CHANGES_REQUESTED), said.getFirst().verdict());
        assertTrue(said.getFirst().text().matches("Rounder, please\n\nPlace in the scan: voxels 10-19, 20-29, 30-39 \\(.* mm\\)"),
                said.getFirst().text());
        assertEquals("It is a draft: its author has not asked for a review yet.", open(pull).whyNotMerge().orElseThrow());
    }

    @Test
    void placesInWhatWasSaid_areWalkedThrough() throws IOException {
        PullRequest pull = room.contribution("sam", 1, LEFT_EYE);
        Review review = open(pull);
        review.comment("Nothing to see", VoxelBox.EMPTY, Progress.NONE);
        review.requestChanges(Place.of(EYE).about("Segment_9", "left eye").into("Rounder") + "\n\n"
                + Place.at(new VoxelPoint(1, 2, 3)).into("And here"), VoxelBox.EMPTY, Progress.NONE);
        PlacedComments places = PlacedComments.ask(room.desk, room.account("sam"), room.depot, pull.number(), Progress.NONE);
        assertEquals(List.of("Rounder", "And here"), places.all().stream().map(PlacedComment::text).toList());
        assertEquals("left eye", places.all().getFirst().place().structure().orElseThrow().name());
        Optional<PlacedComment> first = places.next(Optional.empty());
        Optional<PlacedComment> second = places.next(first);
        assertEquals(places.all(), List.of(first.orElseThrow(), second.orElseThrow()));
        assertEquals(first, places.next(second));
        assertEquals(second, places.previous(first));
        assertEquals(places, PlacedComments.of(open(pull).said()));
        assertEquals(Optional.empty(), places.ofOthersThan(review.account().login()).next(Optional.empty()));
    }

    @Test
    void picture_tellsWhichContributionItShows() throws IOException {
        PullRequest pull = room.contribution("sam", 1, LEFT_EYE);
        Path picture = open(pull).picture();
        assertEquals(Optional.of(new PictureFile(room.depot, pull.number())), PictureFile.of(room.desk, director, picture));
        assertEquals(Optional.empty(), PictureFile.of(room.desk, room.account("robin"), picture), "somebody else's");
        Path folder = picture.getParent();
        assertEquals(Optional.empty(), PictureFile.of(room.desk, director, folder.resolve("contribution.seg.nrrd")));
        assertEquals(Optional.empty(), PictureFile.of(room.desk, director,
                folder.resolveSibling("pull-77").resolve(picture.getFileName())));
        assertEquals(Optional.empty(), PictureFile.of(room.desk, director,
                folder.getParent().resolveSibling("a^b^c-director").resolve("pull-1").resolve(picture.getFileName())));
    }

    @Test
    void ownContribution_isCommentedAndMergedWithoutApproval() throws IOException {
        PullRequest pull = room.contribution("director", 1, LEFT_EYE);
        Review review = open(pull);
        assertTrue(review.own());
        assertTrue(review.requestChanges("Not yet", VoxelBox.EMPTY, Progress.NONE).draft());
        assertEquals(Optional.empty(), open(pull).said().getFirst().verdict());
        PullRequest again = room.elsewhere("director").pulls(room.depot).ready(
                room.elsewhere("director").pulls(room.depot).get(pull.number()));
        assertFalse(open(again).approveAndMerge("", Progress.NONE).before());
        assertEquals(List.of(), room.elsewhere("director").reviews(room.depot, pull.number()).list());
    }

    @Test
    void pushAfterTheLook_isNotMerged() throws IOException {
        PullRequest pull = room.contribution("sam", 1, LEFT_EYE);
        Review review = open(pull);
        room.draft("sam", 1, new Painted("Segment_9", "left eye", 3, new VoxelBox(10, 20, 30, 22, 30, 40)));
        WorkException e = assertThrows(WorkException.class, () -> review.approveAndMerge("", Progress.NONE));
        assertEquals(Kind.CONFLICT, e.kind());
        assertTrue(e.getMessage().contains("newer work"), e.getMessage());
        assertEquals(1200, open(pull).comparison().voxels(Spot.Kind.ADDED));
    }

    @Test
    void segmenter_mayLookAndCommentOnly() throws IOException {
        PullRequest pull = room.contribution("sam", 1, LEFT_EYE);
        Account robin = room.account("robin");
        Review review = Review.open(room.desk, robin, room.depot, pull.number(), Progress.NONE);
        assertTrue(review.whyNotMerge().orElseThrow().startsWith("You (robin) may not"), review.whyNotMerge().toString());
        assertEquals(review.whyNotMerge(), review.whyNotRequestChanges());
        review.comment("Looks good", VoxelBox.EMPTY, Progress.NONE);
        review.comment("Looks good", VoxelBox.EMPTY, Progress.NONE);
        assertEquals(List.of("Looks good"), open(pull).said().stream().map(Said::text).toList());
        assertEquals(Kind.NOT_ALLOWED, assertThrows(WorkException.class,
                () -> review.approveAndMerge("", Progress.NONE)).kind());
    }

    @Test
    void gitWithAToken_asksNobodyForAPassword() throws IOException {
        List<String> asked = new ArrayList<>();
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                asked.add(getRequestingHost());
                return null;
            }
        });
        try {
            open(room.contribution("sam", 1, LEFT_EYE));
            assertEquals(List.of(), asked);
        } finally {
            Authenticator.setDefault(null);
        }
    }

    @Test
    void list_countsDraftsAndKeepsWhatWasKnown() throws IOException {
        room.contribution("sam", 1, LEFT_EYE);
        room.draft("robin", 3, LEFT_EYE);
        Known<Reviews> known = Reviews.ask(room.desk, director, Progress.NONE);
        assertEquals(1, known.value().waiting().size());
        assertEquals(1, known.value().drafts().size());
        assertEquals(0, known.value().in(Optional.of(org.morphodepot.github.RepoName.of("a/b"))).drafts().size());
        room.forge.close();
        Known<Reviews> later = Reviews.ask(room.desk, director, Progress.NONE);
        assertTrue(later.trouble().orElseThrow().startsWith("Could not reach 127.0.0.1"), later.trouble().toString());
        assertEquals(1, later.value().waiting().size());
        assertEquals(Kind.OFFLINE, assertThrows(WorkException.class, () -> open(known.value().waiting().getFirst())).kind());
    }

    @Test
    void contributionWithoutSegmentation_isToldInOneLine() throws IOException {
        PullRequest pull = room.contribution("sam", 1, LEFT_EYE);
        open(pull).approveAndMerge("", Progress.NONE);
        PullRequest empty = room.contribution("sam", 2, LEFT_EYE);
        WorkException e = assertThrows(WorkException.class,
                () -> Review.open(room.desk, director, room.depot, 99, Progress.NONE));
        assertEquals(Kind.NOT_FOUND, e.kind());
        assertEquals(OptionalInt.of(2), open(empty).task());
    }
}
