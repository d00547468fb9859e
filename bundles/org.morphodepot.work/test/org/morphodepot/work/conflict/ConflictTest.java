package org.morphodepot.work.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.git.CommitId;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.merge.MergeConflict;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.Brush;
import org.morphodepot.work.Painter;
import org.morphodepot.work.School;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.checkpoint.Summary;
import org.morphodepot.work.queue.Entry;
import org.morphodepot.work.queue.Entry.State;
import org.morphodepot.work.submit.Submit;

/** The same task on two computers. */
class ConflictTest {

    private static final VoxelBox LEFT = new VoxelBox(10, 20, 30, 14, 25, 33);
    private static final VoxelBox RIGHT = LEFT.shift(0, 20, 0);

    @TempDir
    Path folder;

    private School school;
    private Painter laptop;
    private Painter office;

    @BeforeEach
    void bothBegin() throws Exception {
        school = new School(folder);
        laptop = new Painter(school.desk("sam", "laptop"), school.task(1));
        laptop.paint("skull", LEFT.shift(30, 0, 0)).checkpoint();
        submit(laptop);
        office = new Painter(school.desk("sam", "office"), school.task(1));
    }

    @AfterEach
    void close() throws Exception {
        school.close();
    }

    private static void submit(Painter painter) throws Exception {
        Submit.at(painter.desk).submit(painter.assignment);
        painter.settle();
    }

    @Test
    void changesInDifferentPlaces_mergeWithoutAQuestion() throws Exception {
        office.paint("right eye", RIGHT).checkpoint();
        submit(office);
        laptop.paint("left eye", LEFT).checkpoint();
        submit(laptop);
        Segmentation both = laptop.onDisk();
        assertEquals(LEFT.voxels(), Brush.count(both, "left eye"));
        assertEquals(RIGHT.voxels(), Brush.count(both, "right eye"));
        assertTrue(laptop.desk.queue().entries().stream().allMatch(entry -> entry.state() == State.DONE));
        assertSent(laptop);
    }

    /** The server has the branch as it is here. */
    private static void assertSent(Painter painter) throws Exception {
        try (WorkFolder work = WorkFolder.open(painter.assignment.folder())) {
            assertEquals(work.head(), work.fetch("origin", "issue-1", painter.desk.signIn(painter.assignment.account()),
                    GitProgress.NONE));
        }
    }

    @Test
    void openSession_goesOnAfterASilentMergeAndLosesNeitherSide() throws Exception {
        office.paint("right eye", RIGHT).checkpoint();
        submit(office);
        laptop.paint("left eye", LEFT).checkpoint();
        submit(laptop);
        // The session still shows what it had, is painted in, and saved over the merged file.
        Summary summary = laptop.paint("left eye", LEFT.shift(1, 0, 0)).checkpoint().orElseThrow();
        assertEquals(List.of(new Summary.Line("left eye", 15, 0)), summary.modified());
        assertEquals(List.of(), summary.removed());
        Segmentation merged = summary.merged().orElseThrow();
        assertEquals(RIGHT.voxels(), Brush.count(merged, "right eye"));
        assertTrue(merged.sameContent(laptop.onDisk()) || Brush.count(laptop.onDisk(), "right eye") == RIGHT.voxels());
        // A session that did not take the merge over is merged again.
        Summary next = laptop.paint("left eye", LEFT.shift(2, 0, 0)).checkpoint().orElseThrow();
        assertEquals(RIGHT.voxels(), Brush.count(laptop.onDisk(), "right eye"));
        assertEquals(List.of(new Summary.Line("left eye", 15, 0)), next.modified());
        // One that did is not.
        laptop.session = next.merged().orElseThrow();
        Summary last = laptop.paint("left eye", LEFT.shift(3, 0, 0)).checkpoint().orElseThrow();
        assertTrue(last.merged().isEmpty());
        assertEquals(RIGHT.voxels(), Brush.count(laptop.onDisk(), "right eye"));
        submit(laptop);
        assertSent(laptop);
    }

    private Entry contested() throws Exception {
        office.paint("left eye", LEFT).paint("skull", RIGHT).checkpoint();
        submit(office);
        laptop.paint("skull", LEFT.shift(1, 0, 0)).paint("jaw", RIGHT).checkpoint();
        submit(laptop);
        return laptop.desk.queue().entries().getFirst();
    }

    @Test
    void changesOfTheSameVoxels_waitForADecisionAndKeepBothSides() throws Exception {
        Entry push = contested();
        assertEquals(Entry.Kind.PUSH, push.kind());
        assertEquals(State.STOPPED, push.state());
        assertTrue(push.trouble().orElseThrow().contains("2 places are for you to decide"), push.toString());
        try (WorkFolder work = WorkFolder.open(laptop.assignment.folder())) {
            assertEquals(work.head(), work.kept("issue-1/ours").orElseThrow());
            CommitId theirs = work.kept("issue-1/theirs").orElseThrow();
            assertEquals(work.commit("origin/issue-1").orElseThrow(), theirs);
        }
    }

    @Test
    void decisions_makeOneCommitOfBothAndTheSubmissionGoesOn() throws Exception {
        contested();
        Conflict conflict = Conflict.of(laptop.desk, laptop.assignment, Progress.NONE).orElseThrow();
        WorkException open = assertThrows(WorkException.class, () -> conflict.resolve(Progress.NONE));
        assertEquals(WorkException.Kind.CONFLICT, open.kind());
        conflict.components().forEach(c -> conflict.decide(c,
                c.theirs().orElseThrow().name().equals("left eye") ? Conflict.Choice.THEIRS : Conflict.Choice.MINE));

        Conflict afterRestart = Conflict.of(laptop.desk, laptop.assignment, Progress.NONE).orElseThrow();
        assertEquals(conflict.decisions(), afterRestart.decisions());
        afterRestart.resolve(Progress.NONE);
        laptop.settle();
        Segmentation merged = laptop.onDisk();
        assertEquals(LEFT.voxels(), Brush.count(merged, "left eye"));
        assertEquals(RIGHT.voxels(), Brush.count(merged, "jaw"));
        assertTrue(laptop.desk.queue().entries().stream().allMatch(entry -> entry.state() == State.DONE));
        assertTrue(Conflict.of(laptop.desk, laptop.assignment, Progress.NONE).isEmpty());
        assertSent(laptop);
        try (WorkFolder work = WorkFolder.open(laptop.assignment.folder())) {
            assertEquals(List.of(work.kept("issue-1/ours").orElseThrow(), work.kept("issue-1/theirs").orElseThrow()),
                    work.log(work.head(), 1).getFirst().parents());
        }
    }

    @Test
    void decisions_surviveThatWhatSheHasIsSavedMeanwhile() throws Exception {
        long spine = Brush.count(laptop.session, "spine");
        office.paint("left eye", LEFT).paint("skull", RIGHT).paint("spine", RIGHT.shift(20, 0, 0)).checkpoint();
        submit(office);
        laptop.paint("skull", LEFT.shift(1, 0, 0)).paint("jaw", RIGHT).paint("skull", RIGHT.shift(20, 0, 0)).checkpoint();
        submit(laptop);
        Conflict conflict = Conflict.of(laptop.desk, laptop.assignment, Progress.NONE).orElseThrow();
        assertEquals(3, conflict.components().size());
        conflict.decide(about(conflict, "left eye"), Conflict.Choice.THEIRS);
        conflict.decide(about(conflict, "spine"), Conflict.Choice.MINE);
        laptop.session = conflict.current(); // as the editor shows it
        laptop.checkpoint().orElseThrow();

        Conflict later = Conflict.of(laptop.desk, laptop.assignment, Progress.NONE).orElseThrow();
        assertEquals(List.of(about(later, "skull")), later.undecided());
        later.decide(about(later, "skull"), Conflict.Choice.MINE);
        Conflict last = Conflict.of(laptop.desk, laptop.assignment, Progress.NONE).orElseThrow();
        assertEquals(List.of(), last.undecided());
        last.resolve(Progress.NONE);
        laptop.settle();
        assertSent(laptop);
        Segmentation merged = laptop.onDisk();
        assertEquals(LEFT.voxels(), Brush.count(merged, "left eye"));
        assertEquals(RIGHT.voxels(), Brush.count(merged, "jaw"));
        assertEquals(spine, Brush.count(merged, "spine"));
    }

    private static MergeConflict about(Conflict conflict, String theirs) {
        return conflict.components().stream().filter(c -> c.theirs().orElseThrow().name().equals(theirs)).findFirst()
                .orElseThrow();
    }

    @Test
    void paintedInstead_isTaken() throws Exception {
        contested();
        Conflict conflict = Conflict.of(laptop.desk, laptop.assignment, Progress.NONE).orElseThrow();
        conflict.painted(Brush.paint(conflict.current(), "spine", LEFT), false);
        assertEquals(List.of(), conflict.undecided());
        conflict.resolve(Progress.NONE);
        laptop.settle();
        assertSent(laptop);
        assertTrue(Brush.count(laptop.onDisk(), "spine") >= LEFT.voxels());
    }

    @Test
    void paintedInstead_isStillTakenWhenItIsSavedMeanwhile() throws Exception {
        contested();
        Conflict conflict = Conflict.of(laptop.desk, laptop.assignment, Progress.NONE).orElseThrow();
        laptop.session = Brush.paint(conflict.current(), "spine", LEFT);
        conflict.painted(laptop.session, false);
        assertFalse(Conflict.of(laptop.desk, laptop.assignment, Progress.NONE).orElseThrow().isPainted(), "it is not saved");
        laptop.paint("spine", RIGHT).checkpoint().orElseThrow();

        Conflict later = conflict.latest(Progress.NONE);
        assertTrue(later.isPainted());
        assertEquals(List.of(), later.undecided());
        later.resolve(Progress.NONE);
        laptop.settle();
        assertSent(laptop);
        assertTrue(laptop.session.sameContent(laptop.onDisk()), "as it was painted, theirs nowhere");
    }

    @Test
    void decidingAgain_leavesWhatWasPainted() throws Exception {
        contested();
        Conflict conflict = Conflict.of(laptop.desk, laptop.assignment, Progress.NONE).orElseThrow();
        conflict.painted(conflict.current(), true);
        Conflict afterRestart = Conflict.of(laptop.desk, laptop.assignment, Progress.NONE).orElseThrow();
        assertTrue(afterRestart.isPainted());
        afterRestart.decide(afterRestart.components().getFirst(), Conflict.Choice.THEIRS);
        Conflict last = Conflict.of(laptop.desk, laptop.assignment, Progress.NONE).orElseThrow();
        assertFalse(last.isPainted());
        assertEquals(1, last.undecided().size());
    }

    @Test
    void checkpointsGoOnWhileAConflictIsOpen() throws Exception {
        contested();
        Conflict before = Conflict.of(laptop.desk, laptop.assignment, Progress.NONE).orElseThrow();
        laptop.paint("jaw", RIGHT.shift(8, 0, 0)).checkpoint().orElseThrow();
        before.components().forEach(c -> before.decide(c, Conflict.Choice.MINE));
        assertEquals(WorkException.Kind.CONFLICT,
                assertThrows(WorkException.class, () -> before.resolve(Progress.NONE)).kind());
        Conflict now = Conflict.of(laptop.desk, laptop.assignment, Progress.NONE).orElseThrow();
        now.components().forEach(c -> now.decide(c, Conflict.Choice.MINE));
        now.resolve(Progress.NONE);
        laptop.settle();
        assertSent(laptop);
        assertEquals(RIGHT.voxels() * 2, Brush.count(laptop.onDisk(), "jaw"));
    }
}
