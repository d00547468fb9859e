package org.morphodepot.label.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.label.Block;
import org.morphodepot.label.DenseModel;
import org.morphodepot.label.Edit;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JournalCompactionTest {

    private static final Segmentation EMPTY = Segmentation.empty(new VoxelSize(70, 40, 66), Geometry.of(1, 1, 1, "mm"));

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("work.journal");
    }

    /** Noise, which deflate does not make smaller: some 90 KB for each edit. */
    private static Edit noise(Labelling labelling, Random random) {
        Edit edit = DenseModel.edit(labelling.current(), random.nextInt(2), new VoxelBox(0, 0, 0, 64, 32, 32), (char) 1);
        List<Edit.BlockEdit> blocks = edit.blocks().stream().map(b -> {
            char[] labels = new char[32 * 32 * 32];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = (char) random.nextInt(40);
            }
            return new Edit.BlockEdit(b.layer(), b.bx(), b.by(), b.bz(), b.before(), Block.of(labels));
        }).toList();
        return new Edit("Noise " + random.nextInt(1000), "brush", edit.when(), edit.parameters(), blocks, null, edit.box());
    }

    private static void work(Labelling labelling, Random random, int steps) {
        for (int n = 0; n < steps; n++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    labelling.undo();
                    labelling.undo();
                }
                case 1 -> labelling.redo();
                default -> labelling.apply(noise(labelling, random));
            }
        }
    }

    private static void assertSame(Labelling expected, Labelling found) {
        assertEquals(expected.position(), found.position());
        assertEquals(expected.history().stream().map(Edit::name).toList(), found.history().stream().map(Edit::name).toList());
        Labelling one = expected;
        while (one.position() > 0) {
            assertTrue(one.current().sameContent(found.current()), "at " + one.position());
            one.undo();
            found.undo();
        }
        assertTrue(one.current().sameContent(found.current()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void compactedJournal_leadsToTheSameHistory(long seed) throws IOException {
        Random random = new Random(seed);
        Labelling labelling = new Labelling(EMPTY);
        Segmentation saved;
        try (LabelJournal journal = LabelJournal.open(file, "base")) {
            journal.attach(labelling);
            work(labelling, random, 80);
            journal.saved(journal.mark(), "early");
            work(labelling, random, 25);
            LabelJournal.Mark mark = journal.mark();
            saved = mark.state();
            work(labelling, random, 5);
            journal.saved(mark, "saved");
            work(labelling, random, 6);
            journal.saved(journal.mark(), "later");
            work(labelling, random, 3);
        }
        long before = Files.size(file);
        Labelling found = new Labelling(saved);
        try (LabelJournal journal = LabelJournal.open(file, "saved")) {
            journal.attach(found);
            assertTrue(Files.size(file) < before * 3 / 4, before + " bytes became " + Files.size(file));
            assertTrue(journal.setAside().isEmpty());
            work(labelling, new Random(9), 7);
            work(found, new Random(9), 7);
            journal.saved(journal.mark(), "end");
        }
        assertTrue(LabelJournal.knows(file, "later"), "the end of the journal still knows what was saved");
        Labelling again = new Labelling(found.current());
        try (LabelJournal journal = LabelJournal.open(file, "end")) {
            assertEquals(0, journal.attach(again));
            assertSame(labelling, again);
        }
    }

    @Test
    void journalOfOneStraightHistory_isLeftAsItIs() throws IOException {
        Labelling labelling = new Labelling(EMPTY);
        try (LabelJournal journal = LabelJournal.open(file, "base")) {
            journal.attach(labelling);
            Random random = new Random(1);
            for (int n = 0; n < 30; n++) {
                labelling.apply(noise(labelling, random));
            }
            journal.saved(journal.mark(), "saved");
        }
        long before = Files.size(file);
        assertTrue(before > 1 << 20);
        LabelJournal.open(file, "saved").close();
        assertEquals(before, Files.size(file));
    }
}
