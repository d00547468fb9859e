package org.morphodepot.label.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.label.DenseModel;
import org.morphodepot.label.Edit;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LabelJournalTest {

    private static final Segmentation EMPTY = Segmentation.empty(new VoxelSize(70, 40, 66), Geometry.of(1, 1, 1, "mm"));

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("work.journal");
    }

    /** Scripted work: the n-th step is always the same, and every step is one event. */
    static void step(Labelling labelling, int n) {
        Random random = new Random(n);
        int x = random.nextInt(60);
        int y = random.nextInt(30);
        int z = random.nextInt(60);
        if (n % 7 == 3 && labelling.undo().isPresent() || n % 7 == 5 && labelling.redo().isPresent()) {
            return;
        }
        labelling.apply(n % 7 == 6 ? SegmentEdits.add(labelling.current(), List.of(new Segment("id-" + n, "bone " + n,
                SegmentColor.ofRgb(n), 0, 1, "a:b|", List.of(), true, true, 1)))
                : DenseModel.edit(labelling.current(), n % 2,
                        new VoxelBox(x, y, z, x + 1 + random.nextInt(69 - x), y + 9, z + 1 + random.nextInt(65 - z)),
                        (char) random.nextInt(5)));
    }

    private static Labelling worked(int from, int to) {
        Labelling labelling = new Labelling(EMPTY);
        for (int n = from; n < to; n++) {
            step(labelling, n);
        }
        return labelling;
    }

    private Labelling write(int steps) throws IOException {
        Labelling labelling = new Labelling(EMPTY);
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            assertEquals(0, journal.attach(labelling));
            for (int n = 0; n < steps; n++) {
                step(labelling, n);
            }
        }
        return labelling;
    }

    private Labelling recover(Segmentation base, String id) throws IOException {
        Labelling labelling = new Labelling(base);
        try (LabelJournal journal = LabelJournal.open(file(), id)) {
            journal.attach(labelling);
        }
        return labelling;
    }

    private static void assertSame(Labelling expected, Labelling found) {
        assertTrue(expected.current().sameContent(found.current()), "other labels or segments");
        assertEquals(expected.position(), found.position());
        assertEquals(expected.history().stream().map(Edit::name).toList(), found.history().stream().map(Edit::name).toList());
    }

    @Test
    void reopening_bringsBackStateAndHistory() throws IOException {
        Labelling before = write(40);
        Labelling after = recover(EMPTY, "base");
        assertSame(before, after);
        assertEquals(before.history(), after.history());
        while (before.undo().isPresent()) {
            assertTrue(after.undo().isPresent());
            assertEquals(before.current(), after.current());
        }
    }

    @Test
    void workGoesOn_overManySessions() throws IOException {
        for (int session = 0; session < 4; session++) {
            Labelling labelling = new Labelling(EMPTY);
            try (LabelJournal journal = LabelJournal.open(file(), "base")) {
                journal.attach(labelling);
                for (int n = 0; n < 9; n++) {
                    step(labelling, session * 9 + n);
                }
            }
        }
        assertSame(worked(0, 36), recover(EMPTY, "base"));
    }

    @Test
    void savedState_isTheNewBaseAndCanStillBeUndone() throws IOException {
        Labelling before = new Labelling(EMPTY);
        Segmentation saved;
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            journal.attach(before);
            for (int n = 0; n < 20; n++) {
                step(before, n);
            }
            LabelJournal.Mark mark = journal.mark();
            saved = mark.state();
            for (int n = 20; n < 25; n++) {
                step(before, n); // painted while the file is being written
            }
            journal.saved(mark, "saved-1");
            for (int n = 25; n < 30; n++) {
                step(before, n);
            }
        }
        Labelling after = recover(saved, "saved-1");
        assertSame(before, after);
        while (before.undo().isPresent()) {
            after.undo();
            assertTrue(before.current().sameContent(after.current()));
        }
        assertTrue(after.current().sameContent(EMPTY));
    }

    @Test
    void fileCutOffAnywhere_losesOnlyTheLastStep() throws IOException {
        write(8);
        long known = Files.size(file());
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            Labelling labelling = new Labelling(EMPTY);
            assertEquals(8, journal.attach(labelling));
            step(labelling, 8);
        }
        byte[] bytes = Files.readAllBytes(file());
        assertTrue(bytes.length > known);
        for (int length = (int) known; length < bytes.length; length += 1 + length % 37) {
            Files.write(file(), Arrays.copyOf(bytes, length));
            assertSame(worked(0, 8), recover(EMPTY, "base"));
            assertEquals(known, Files.size(file()));
        }
        Files.write(file(), bytes);
        assertSame(worked(0, 9), recover(EMPTY, "base"));
    }

    @Test
    void fileCutOffAtItsStart_beginsAnew() throws IOException {
        write(0);
        byte[] bytes = Files.readAllBytes(file());
        for (int length = 0; length <= bytes.length; length++) {
            Files.write(file(), Arrays.copyOf(bytes, length));
            assertSame(new Labelling(EMPTY), recover(EMPTY, "base"));
        }
    }

    @Test
    void damagedByte_keepsWhatIsBeforeAndACopy() throws IOException {
        write(12);
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length / 2] ^= 4;
        Files.write(file(), bytes);
        Labelling labelling = new Labelling(EMPTY);
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            journal.attach(labelling);
            Path copy = journal.setAside().orElseThrow();
            assertEquals(bytes.length, Files.size(copy));
        }
        assertTrue(labelling.position() > 0 && labelling.position() < 12);
    }

    @Test
    void journalOfAnotherState_isSetAside() throws IOException {
        write(5);
        Labelling labelling = new Labelling(EMPTY);
        try (LabelJournal journal = LabelJournal.open(file(), "pulled from elsewhere")) {
            assertTrue(journal.setAside().isPresent());
            assertEquals(0, journal.attach(labelling));
            step(labelling, 0);
        }
        assertSame(worked(0, 1), recover(EMPTY, "pulled from elsewhere"));
        assertEquals(Optional.empty(), labelling.history().stream().filter(e -> !e.name().equals("Fill")).findFirst());
    }

    @Test
    void secondWindow_isRefused() throws IOException {
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            VolumeException e = assertThrows(VolumeException.class, () -> LabelJournal.open(file(), "base").close());
            assertTrue(e.getMessage().contains("open in another window"), e.getMessage());
            assertFalse(journal.trouble().isPresent());
        }
    }

    @Test
    void newerVersion_isRefusedAndKept() throws IOException {
        write(3);
        byte[] bytes = Files.readAllBytes(file());
        bytes[4] = 2;
        Files.write(file(), bytes);
        assertThrows(VolumeException.class, () -> LabelJournal.open(file(), "base").close());
        assertEquals(bytes.length, Files.size(file()));
    }

    @Test
    void journalOfAnotherScan_saysSo() throws IOException {
        write(5);
        Segmentation small = Segmentation.empty(new VoxelSize(3, 3, 3), Geometry.of(1, 1, 1, "mm"));
        assertThrows(VolumeException.class, () -> recover(small, "base"));
    }

    @Test
    void editOfManyBlocks_isSpreadOverRecords() throws IOException {
        Segmentation large = Segmentation.empty(new VoxelSize(400, 400, 400), Geometry.of(1, 1, 1, "mm"));
        Labelling before = new Labelling(large);
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            journal.attach(before);
            before.apply(DenseModel.edit(large, 0, new VoxelBox(5, 5, 5, 395, 395, 395), (char) 3));
        }
        assertEquals(before.current(), recover(large, "base").current());
        byte[] bytes = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(bytes, bytes.length - 20));
        assertEquals(large, recover(large, "base").current());
    }

    @Test
    void syncedSteps_areInTheFile() throws Exception {
        Labelling labelling = new Labelling(EMPTY);
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            journal.attach(labelling);
            step(labelling, 0);
            journal.synced().get();
            Path copy = Files.copy(file(), folder.resolve("copy.journal"));
            try (JournalFile opened = JournalFile.open(copy)) {
                assertEquals(List.of(new Event.Applied(labelling.history().getFirst())), JournalReader.read(opened).events());
            }
        }
    }

    @Test
    void movedJournal_goesOnUnderTheNewName() throws Exception {
        Path other = folder.resolve("other.journal");
        Files.writeString(other, "something old");
        Labelling labelling = new Labelling(EMPTY);
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            journal.attach(labelling);
            step(labelling, 0);
            journal.moveTo(other).get();
            step(labelling, 1);
            assertEquals(other, journal.path());
        }
        assertFalse(Files.exists(file()));
        Labelling found = new Labelling(EMPTY);
        try (LabelJournal journal = LabelJournal.open(other, "base")) {
            assertEquals(2, journal.attach(found));
        }
        assertSame(labelling, found);
    }

    @Test
    void journalInUse_isNotReplaced() throws Exception {
        Path other = folder.resolve("other.journal");
        try (LabelJournal inUse = LabelJournal.open(other, "base"); LabelJournal journal = LabelJournal.open(file(), "base")) {
            assertThrows(ExecutionException.class, () -> journal.moveTo(other).get());
            assertEquals(file(), journal.path());
            assertEquals(other, inUse.path());
        }
    }
}
