package org.morphodepot.label.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.label.Edit;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.VoxelBlame;
import org.morphodepot.label.journal.LabelJournal.Mark;
import org.morphodepot.label.journal.LabelJournal.Waste;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.VoxelSize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LiveCompactionTest {

    private static final Segmentation EMPTY = Segmentation.empty(new VoxelSize(70, 40, 66), Geometry.of(1, 1, 1, "mm"));
    private static final Waste ANY = new Waste(0, 0);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("work.journal");
    }

    private static void work(Labelling labelling, int from, int to) {
        for (int n = from; n < to; n++) {
            LabelJournalTest.step(labelling, n);
        }
    }

    private Labelling reopened(Path journal, Segmentation base, String id) throws IOException {
        Labelling labelling = new Labelling(base);
        try (LabelJournal open = LabelJournal.open(journal, id)) {
            open.attach(labelling);
            assertTrue(open.setAside().isEmpty(), "nothing is damaged or foreign");
        }
        return labelling;
    }

    private static boolean same(Labelling one, Labelling other) {
        return one.position() == other.position() && one.history().size() == other.history().size()
                && one.current().sameContent(other.current());
    }

    private static void assertSameHistory(Labelling expected, Labelling found) {
        assertEquals(expected.history().stream().map(Edit::name).toList(), found.history().stream().map(Edit::name).toList());
        assertTrue(same(expected, found), "at " + expected.position());
        while (expected.undo().isPresent()) {
            assertTrue(found.undo().isPresent());
            assertTrue(expected.current().sameContent(found.current()), "at " + expected.position());
        }
        assertEquals(0, found.position());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 45, 61})
    void openSession_keepsItsHistoryOnDiskAndBlame(int saveAt) throws Exception {
        Labelling model = new Labelling(EMPTY);
        Labelling labelling = new Labelling(EMPTY, 1);
        Segmentation saved;
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            journal.attach(labelling);
            work(labelling, 0, saveAt);
            Mark mark = journal.mark();
            saved = mark.state();
            work(labelling, saveAt, saveAt + 6);
            journal.saved(mark, "saved");
            CompletableFuture<Boolean> compacted = journal.compact(mark, ANY);
            work(labelling, saveAt + 6, 90);
            assertEquals(saveAt > 10, compacted.get(60, TimeUnit.SECONDS));
            work(labelling, 90, 120);
            journal.synced().get(60, TimeUnit.SECONDS);
            work(model, 0, 120);
            VoxelPoint voxel = new VoxelPoint(33, 20, 33);
            assertEquals(names(VoxelBlame.at(model, voxel)), names(VoxelBlame.at(labelling, voxel)));
            journal.saved(journal.mark(), "end");
        }
        assertSameHistory(model, reopened(file(), EMPTY, "base"));
        work(model = new Labelling(EMPTY), 0, 120);
        assertSameHistory(model, reopened(file(), saved, "saved"));
        work(model = new Labelling(EMPTY), 0, 120);
        assertSameHistory(model, reopened(file(), model.current(), "end"));
        assertOnlyTheJournal();
    }

    private static List<String> names(List<VoxelBlame> blames) {
        return blames.stream().map(b -> b.layer() + " " + b.edit().map(Edit::name)).toList();
    }

    private void assertOnlyTheJournal() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file()), files.filter(Files::isRegularFile).toList());
        }
    }

    @Test
    void editsOnDisk_areUndoneFromTheCompactedFile() throws Exception {
        Labelling model = new Labelling(EMPTY);
        Labelling labelling = new Labelling(EMPTY, 1);
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            journal.attach(labelling);
            for (int round = 0; round < 4; round++) {
                work(labelling, 30 * round, 30 * round + 30);
                Mark mark = journal.mark();
                journal.saved(mark, "round " + round);
                assertTrue(journal.compact(mark, ANY).get(60, TimeUnit.SECONDS), "in round " + round);
            }
            work(model, 0, 120);
            assertSameHistory(model, labelling);
        }
    }

    @Test
    void statesOnTheWay_stayKnown() throws Exception {
        Labelling labelling = new Labelling(EMPTY);
        Segmentation early;
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            journal.attach(labelling);
            work(labelling, 0, 3);
            early = labelling.current();
            journal.saved(journal.mark(), "early");
            work(labelling, 6, 10);
            work(labelling, 20, 40);
            Mark mark = journal.mark();
            journal.saved(mark, "late");
            assertTrue(journal.compact(mark, ANY).get(60, TimeUnit.SECONDS));
        }
        assertTrue(same(labelling, reopened(file(), early, "early")), "an earlier file that was brought back");
        assertTrue(same(labelling, reopened(file(), labelling.current(), "late")));
    }

    /** Whoever reads the name at any moment, such as the next start after a kill, finds everything that was appended. */
    @Test
    void fileAtAnyMoment_holdsAllThatWasAppended() throws Exception {
        Labelling labelling = new Labelling(EMPTY);
        Labelling model = new Labelling(EMPTY);
        int known = 0;
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            journal.attach(labelling);
            for (int n = 0; n < 150; n++) {
                LabelJournalTest.step(labelling, n);
                journal.appended().get(60, TimeUnit.SECONDS);
                if (n % 25 == 24) {
                    Mark mark = journal.mark();
                    journal.saved(mark, "after " + n);
                    journal.compact(mark, ANY);
                }
                Path copy = Files.copy(file(), folder.resolve("killed"));
                work(model, known, n + 1);
                known = n + 1;
                assertTrue(same(model, reopened(copy, EMPTY, "base")), "after step " + n);
                Files.delete(copy);
            }
        }
    }

    @Test
    void closing_doesNotWaitForACompaction() throws Exception {
        Labelling labelling = new Labelling(EMPTY);
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            journal.attach(labelling);
            work(labelling, 0, 60);
            Mark mark = journal.mark();
            journal.saved(mark, "saved");
            journal.compact(mark, ANY);
        }
        assertOnlyTheJournal();
        assertTrue(same(labelling, reopened(file(), EMPTY, "base")));
    }

    @Test
    void journalWithoutWaste_isLeftAsItIs() throws Exception {
        Labelling labelling = new Labelling(EMPTY);
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            journal.attach(labelling);
            work(labelling, 0, 60);
            Mark mark = journal.mark();
            journal.saved(mark, "saved");
            journal.synced().get(60, TimeUnit.SECONDS);
            long before = Files.size(file());
            assertFalse(journal.compact(mark, Waste.MUCH).get(60, TimeUnit.SECONDS), "less than a mebibyte would go");
            assertEquals(before, Files.size(file()));
        }
    }
}
