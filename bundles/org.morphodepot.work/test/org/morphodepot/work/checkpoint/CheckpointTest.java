package org.morphodepot.work.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
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
import org.morphodepot.git.CommitId;
import org.morphodepot.git.CommitNote;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.Brush;
import org.morphodepot.work.Painter;
import org.morphodepot.work.School;
import org.morphodepot.work.WorkException;

class CheckpointTest {

    private static final VoxelBox EYE = new VoxelBox(10, 20, 30, 14, 25, 33);

    @TempDir
    Path folder;

    private School school;
    private Painter sam;

    @BeforeEach
    void open() throws Exception {
        school = new School(folder);
        sam = new Painter(school.desk("sam", "laptop"), school.task(1));
    }

    @AfterEach
    void close() throws Exception {
        school.close();
    }

    @Test
    void firstCheckpoint_isOneCommitOfOneFileInTheWordsOfSlicer() throws Exception {
        Files.writeString(sam.assignment.folder().resolve("notes.txt"), "mine");
        Summary summary = sam.paint("left eye", EYE).checkpoint().orElseThrow();
        assertEquals("Edited issue-1 - 1 added", summary.title());
        assertEquals(List.of(new Summary.Line("left eye", 60, 0)), summary.added());
        try (WorkFolder work = WorkFolder.open(sam.assignment.folder())) {
            CommitNote note = work.log(work.head(), 1).getFirst();
            assertEquals("Edited issue-1 - 1 added\n\nleft eye: +60 -0 voxels\n\nEdits:\n\nAdded segments:\n- left eye\n",
                    note.message());
            assertEquals(new Author("Sam Segmenter", "sam@example.org"), note.author());
            CommitId main = work.commit("upstream/main").orElseThrow();
            assertEquals(List.of(main), note.parents());
            assertEquals(List.of(new Change("issue-1.seg.nrrd", Change.How.ADDED)), work.changes(main, work.head()));
        }
    }

    @Test
    void laterCheckpoint_namesModifiedAddedAndRemovedSorted() throws Exception {
        sam.paint("left eye", EYE).paint("right eye", EYE.shift(0, 20, 0)).paint("jaw", EYE.shift(0, 0, -20)).checkpoint();
        String jaw = sam.session.segments().getLast().id();
        sam.session = Brush.erase(sam.session, EYE.shift(0, 0, -20));
        sam.session = sam.session.withSegments(SegmentEdits.remove(sam.session, List.of(jaw)).segments().after());
        Summary summary = sam.paint("right eye", EYE.shift(1, 20, 0)).paint("left eye", EYE.shift(0, 1, 0))
                .paint("skull", EYE.shift(20, 0, 0)).checkpoint().orElseThrow();
        assertEquals("""
                Edited issue-1 - 2 modified - 1 added - 1 removed

                left eye: +12 -0 voxels
                right eye: +15 -0 voxels
                skull: +60 -0 voxels
                jaw: +0 -60 voxels

                Edits:
                Modified segments:
                - left eye
                - right eye
                Added segments:
                - skull
                Removed segments:
                - jaw""", summary.text());
    }

    @Test
    void untouchedLabels_areNotCommitted() throws Exception {
        assertEquals(Optional.empty(), sam.checkpoint());
        try (WorkFolder work = WorkFolder.open(sam.assignment.folder())) {
            assertEquals(work.commit("upstream/main"), work.commit("HEAD"));
        }
    }

    @Test
    void nothingNew_isNoCommit() throws Exception {
        sam.paint("left eye", EYE).checkpoint();
        assertEquals(Optional.empty(), sam.checkpoint());
        try (WorkFolder work = WorkFolder.open(sam.assignment.folder())) {
            assertEquals(2, work.log(work.head(), 9).size());
        }
    }

    @Test
    void restart_doesNotChangeWhatIsCounted() throws Exception {
        sam.paint("left eye", EYE).checkpoint();
        sam.desk.close();
        Painter again = new Painter(school.desk("sam", "laptop"), school.task(1));
        Summary summary = again.paint("left eye", EYE.shift(1, 0, 0)).checkpoint().orElseThrow();
        assertEquals(List.of(new Summary.Line("left eye", 15, 0)), summary.modified());
    }

    @Test
    void fileAbove100MB_isRefusedBeforeTheCommit() throws Exception {
        sam.paint("left eye", EYE).save();
        try (RandomAccessFile file = new RandomAccessFile(sam.assignment.labels().toFile(), "rw")) {
            file.setLength(Checkpoint.MOST_BYTES + 1);
        }
        WorkException e = assertThrows(WorkException.class,
                () -> Checkpoint.of(sam.desk, sam.assignment, sam.session, Progress.NONE));
        assertEquals(WorkException.Kind.TOO_LARGE, e.kind());
        try (WorkFolder work = WorkFolder.open(sam.assignment.folder())) {
            assertEquals(work.commit("upstream/main"), work.commit("HEAD"));
        }
        assertTrue(Files.exists(sam.assignment.labels()));
    }

    @Test
    void croppedInstead_isCommittedAndReadsTheSame() throws Exception {
        sam.paint("left eye", EYE).save();
        try (RandomAccessFile file = new RandomAccessFile(sam.assignment.labels().toFile(), "rw")) {
            file.setLength(Checkpoint.MOST_BYTES + 1);
        }
        assertTrue(Checkpoint.cropped(sam.desk, sam.assignment, sam.session, Progress.NONE).isPresent());
        assertTrue(Files.size(sam.assignment.labels()) < 100_000);
        Painter again = new Painter(sam.desk, school.task(1));
        assertEquals(EYE.voxels(), Brush.count(again.session, "left eye"));
        assertEquals(Brush.count(sam.session, "spine"), Brush.count(again.session, "spine"));
        assertTrue(again.session.size().voxels() < sam.session.size().voxels());
        // Both go on, the cropped one on its own grid.
        assertEquals(1, sam.paint("left eye", EYE.shift(1, 0, 0)).checkpoint().orElseThrow().modified().size());
    }

    @Test
    void fileAbove50MB_isCommittedWithAWarning() throws Exception {
        sam.paint("left eye", EYE).save();
        try (RandomAccessFile file = new RandomAccessFile(sam.assignment.labels().toFile(), "rw")) {
            file.setLength(Checkpoint.WARNING_BYTES + 1);
        }
        Summary summary = Checkpoint.of(sam.desk, sam.assignment, sam.session, Progress.NONE).orElseThrow();
        assertTrue(summary.warning().orElseThrow().contains("100 MB"), summary.toString());
    }

    @Test
    void otherBranch_isTold() throws Exception {
        sam.paint("left eye", EYE).save();
        try (WorkFolder work = WorkFolder.open(sam.assignment.folder())) {
            work.startBranch("experiment", work.head());
        }
        WorkException e = assertThrows(WorkException.class, () -> sam.checkpoint());
        assertTrue(e.getMessage().contains("not on issue-1"), e.getMessage());
    }
}
