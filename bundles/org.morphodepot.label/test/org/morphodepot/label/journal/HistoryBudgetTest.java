package org.morphodepot.label.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.label.Block;
import org.morphodepot.label.BlockMemory;
import org.morphodepot.label.Blocks;
import org.morphodepot.label.DenseModel;
import org.morphodepot.label.Edit;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.SegmentationDiff;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A history that needs more memory than it may have is on the disk, and can still be undone to its first step. */
class HistoryBudgetTest {

    private static final Segmentation EMPTY = Segmentation.empty(new VoxelSize(70, 40, 66), Geometry.of(1, 1, 1, "mm"));
    private static final long BUDGET = 60_000;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("work.journal");
    }

    private static void paint(Labelling labelling, int n) {
        Random random = new Random(n);
        int x = random.nextInt(40);
        int z = random.nextInt(40);
        labelling.apply(DenseModel.edit(labelling.current(), 0, new VoxelBox(x, 3, z, x + 25, 39, z + 25),
                (char) random.nextInt(200)));
    }

    /** Paints and notes each state. */
    private static List<Segmentation> paint(Labelling labelling, LabelJournal journal, int strokes) throws Exception {
        List<Segmentation> states = new ArrayList<>(List.of(labelling.current()));
        for (int n = 0; n < strokes; n++) {
            paint(labelling, n);
            states.add(labelling.current());
            journal.synced().get();
        }
        return states;
    }

    @Test
    void oldEdits_leaveMemoryAndComeBack() throws Exception {
        Labelling labelling = new Labelling(EMPTY, BUDGET);
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            journal.attach(labelling);
            List<Segmentation> states = paint(labelling, journal, 80);
            assertTrue(labelling.historyBytes() < 2 * BUDGET, labelling.historyBytes() + " bytes");
            for (int n = 79; n >= 0; n--) {
                assertTrue(labelling.undo().isPresent());
                assertEquals(states.get(n), labelling.current());
            }
            for (int n = 1; n <= 80; n++) {
                assertTrue(labelling.redo().isPresent());
                assertEquals(states.get(n), labelling.current());
            }
        }
    }

    @Test
    void historyOfTheLastSession_needsNoMemory() throws Exception {
        Labelling before = new Labelling(EMPTY);
        List<Segmentation> states;
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            journal.attach(before);
            states = paint(before, journal, 30);
        }
        Labelling labelling = new Labelling(EMPTY);
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            assertEquals(30, journal.attach(labelling));
            assertEquals(0, labelling.historyBytes());
            assertEquals(before.history().stream().map(Edit::when).toList(),
                    labelling.history().stream().map(Edit::when).toList());
            for (int n = 29; n >= 0; n--) {
                labelling.undo();
                assertEquals(states.get(n), labelling.current());
            }
        }
    }

    @Test
    void newEditsAfterUndo_areCountedRight() throws Exception {
        Labelling labelling = new Labelling(EMPTY, BUDGET);
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            journal.attach(labelling);
            for (int round = 0; round < 6; round++) {
                paint(labelling, journal, 20);
                for (int n = 0; n < 17 + round % 3; n++) {
                    labelling.undo();
                }
            }
            while (labelling.undo().isPresent()) {
                // to the first step
            }
            paint(labelling, 1);
            assertEquals(1, labelling.history().size());
            assertTrue(labelling.historyBytes() > 0 && labelling.historyBytes() < BUDGET);
            labelling.undo();
            assertEquals(EMPTY.layer(0), labelling.current().layer(0));
        }
    }

    @Test
    void withoutAJournal_nothingIsForgotten() {
        Labelling labelling = new Labelling(EMPTY, 1);
        for (int n = 0; n < 10; n++) {
            paint(labelling, n);
        }
        while (labelling.undo().isPresent()) {
            // to the first step
        }
        assertEquals(EMPTY.layer(0), labelling.current().layer(0));
    }

    @Test
    void unreadableJournal_changesNothing() throws IOException, Exception {
        Labelling labelling = new Labelling(EMPTY, 1);
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            journal.attach(labelling);
            List<Segmentation> states = paint(labelling, journal, 5);
            System.gc();
            byte[] bytes = Files.readAllBytes(file());
            for (int i = 60; i < bytes.length; i++) {
                bytes[i] ^= 1;
            }
            Files.write(file(), bytes);
            int position = 5;
            while (undo(labelling)) {
                position--;
                assertEquals(states.get(position), labelling.current());
            }
            assertTrue(position > 0, "some edit was on the disk only");
            assertEquals(states.get(position), labelling.current());
            assertEquals(position, labelling.position());
            assertThrows(UncheckedIOException.class, labelling::undo);
        }
    }

    private static boolean undo(Labelling labelling) {
        try {
            return labelling.undo().isPresent();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    @Test
    void editOfTheWholeVolume_needsMemoryForFewBlocksOnly() throws Exception {
        VoxelSize size = new VoxelSize(256, 256, 128);
        Segmentation before = noise(size, 1);
        Segmentation after = noise(size, 2);
        long limit = BlockMemory.shared().limit();
        Labelling labelling = new Labelling(before, 0);
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            journal.attach(labelling);
            BlockMemory.shared().limit(200_000);
            labelling.apply(SegmentationDiff.edit(before, after, "Smooth everything", "smooth"));
            journal.synced().get();
            paint(labelling, 3);
            journal.synced().get();
            assertTrue(labelling.historyBytes() < 1_000_000, "held " + labelling.historyBytes());
            labelling.undo();
            assertTrue(after.sameContent(labelling.current()));
            labelling.undo();
            assertTrue(before.sameContent(labelling.current()));
            labelling.redo();
            assertTrue(after.sameContent(labelling.current()));
        } finally {
            BlockMemory.shared().limit(limit);
        }
        Labelling next = new Labelling(before, 0);
        try (LabelJournal journal = LabelJournal.open(file(), "base")) {
            journal.attach(next);
            assertTrue(after.sameContent(next.current()));
        }
    }

    /** 256 blocks that all differ. */
    private static Segmentation noise(VoxelSize size, long seed) {
        Random random = new Random(seed);
        List<LabelLayer.BlockChange> changes = new ArrayList<>();
        byte[] labels = new byte[Block.VOXELS];
        for (int bz = 0; bz << 5 < size.z(); bz++) {
            for (int by = 0; by << 5 < size.y(); by++) {
                for (int bx = 0; bx << 5 < size.x(); bx++) {
                    random.nextBytes(labels);
                    changes.add(new LabelLayer.BlockChange(bx, by, bz, Blocks.pack(labels)));
                }
            }
        }
        return Segmentation.empty(size, EMPTY.geometry()).withLayers(List.of(LabelLayer.empty(size).with(changes)));
    }
}
