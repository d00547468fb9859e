package org.morphodepot.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.label.journal.LabelJournal;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.VoxelSize;

class VoxelBlameTest {

    private static final VoxelSize SIZE = new VoxelSize(40, 36, 34);
    private static final Segmentation EMPTY = Segmentation.empty(SIZE, Geometry.of(1, 1, 1, "mm"));

    @TempDir
    private Path folder;

    private static Edit paint(Labelling labelling, Random random, int n) {
        int x = random.nextInt(30);
        int y = random.nextInt(30);
        int z = random.nextInt(30);
        Edit edit = DenseModel.edit(labelling.current(), n % 2, new VoxelBox(x, y, z, x + 10, y + 6, z + 4),
                (char) random.nextInt(3));
        return new Edit("Stroke " + n, "brush", edit.when(), edit.parameters(), edit.blocks(), null, edit.box());
    }

    /** The name of the edit that made each voxel of a layer, by comparing states. */
    private static String[] remember(String[] made, Segmentation before, Segmentation after, int layer, String name) {
        String[] next = made.clone();
        char[] then = new char[next.length];
        char[] now = new char[next.length];
        before.layer(layer).read(SIZE.box(), then);
        after.layer(layer).read(SIZE.box(), now);
        for (int i = 0; i < next.length; i++) {
            next[i] = then[i] == now[i] ? next[i] : name;
        }
        return next;
    }

    @Test
    void blame_namesTheLastEditThatChangedTheVoxel() throws Exception {
        Random random = new Random(3);
        Labelling labelling = new Labelling(EMPTY, 0);
        String[][] made = new String[2][40 * 36 * 34];
        try (LabelJournal journal = LabelJournal.open(folder.resolve("work.journal"), "base")) {
            journal.attach(labelling);
            for (int n = 0; n < 40; n++) {
                Segmentation before = labelling.current();
                labelling.apply(paint(labelling, random, n));
                if (n % 5 == 2) {
                    labelling.undo();
                } else {
                    made[0] = remember(made[0], before, labelling.current(), 0, "Stroke " + n);
                    made[1] = remember(made[1], before, labelling.current(), 1, "Stroke " + n);
                }
            }
        }
        Labelling next = new Labelling(EMPTY);
        try (LabelJournal journal = LabelJournal.open(folder.resolve("work.journal"), "base")) {
            journal.attach(next);
            for (int k = 0; k < 400; k++) {
                VoxelPoint voxel = new VoxelPoint(random.nextInt(40), random.nextInt(36), random.nextInt(34));
                assertEquals(expected(made, voxel), names(VoxelBlame.at(next, voxel)), voxel.toString());
            }
        }
    }

    private static String expected(String[][] made, VoxelPoint voxel) {
        int index = (voxel.z() * 36 + voxel.y()) * 40 + voxel.x();
        return "" + made[0][index] + " " + made[1][index];
    }

    private static String names(List<VoxelBlame> answers) {
        String[] names = {"null", "null"};
        answers.forEach(answer -> names[answer.layer()] = answer.edit().map(Edit::name).orElse("before"));
        return names[0] + " " + names[1];
    }

    @Test
    void voxelsOfTheFile_areNobodysInTheHistory() {
        Segmentation file = new Segmentation(SIZE, EMPTY.geometry(), List.of(new Segment("a", "skull", SegmentColor.ofRgb(1), 0, 7,
                "", List.of(), true, true, 1)), List.of(LabelLayer.empty(SIZE).with(List.of(
                        new LabelLayer.BlockChange(0, 0, 0, Block.uniform(7))))), List.of());
        List<VoxelBlame> answers = VoxelBlame.at(new Labelling(file), new VoxelPoint(3, 3, 3));
        assertEquals(1, answers.size());
        assertEquals(Optional.of("skull"), answers.getFirst().segment().map(Segment::name));
        assertTrue(answers.getFirst().edit().isEmpty());
        assertEquals(List.of(), VoxelBlame.at(new Labelling(file), new VoxelPoint(39, 3, 3)));
        assertEquals(List.of(), VoxelBlame.at(new Labelling(file), new VoxelPoint(40, 3, 3)));
    }

    @Test
    void edits_carryWhoMadeThem() throws Exception {
        Path file = folder.resolve("signed.journal");
        Labelling labelling = new Labelling(EMPTY);
        try (LabelJournal journal = LabelJournal.open(file, "base")) {
            journal.attach(labelling);
            labelling.apply(paint(labelling, new Random(1), 0));
            labelling.signAs(" mmaga ");
            labelling.apply(paint(labelling, new Random(2), 1));
        }
        Labelling next = new Labelling(EMPTY);
        next.signAs("someone else");
        try (LabelJournal journal = LabelJournal.open(file, "base")) {
            journal.attach(next);
        }
        assertEquals(Optional.of("mmaga"), next.history().get(1).who());
        Edit signed = new Edit("Paint", "brush", Instant.now(), Map.of(Edit.WHO, "a"), List.of(), null, VoxelBox.EMPTY);
        assertSame(signed, signed.by("b"));
    }
}
