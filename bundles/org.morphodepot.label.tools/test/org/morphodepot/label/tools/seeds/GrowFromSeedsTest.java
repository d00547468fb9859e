package org.morphodepot.label.tools.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.Block;
import org.morphodepot.label.Edit;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.MaskRule;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.label.tools.Noise;
import org.morphodepot.label.tools.Phantom;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

class GrowFromSeedsTest {

    private static boolean inBall(int x, int y, int z, int cx) {
        return (x - cx) * (x - cx) + (y - 20) * (y - 20) + (z - 20) * (z - 20) <= 100;
    }

    /** Two bright balls in dark noise. */
    private static double balls(int x, int y, int z) {
        return (inBall(x, y, z, 15) || inBall(x, y, z, 45) ? 800 : 100) + 20 * Noise.at(x, y, z, 5);
    }

    private static Phantom phantom() {
        return new Phantom(60, 40, 40, GrowFromSeedsTest::balls)
                .with("left", (x, y, z) -> Math.abs(x - 15) < 3 && y == 20 && z == 20)
                .with("right", (x, y, z) -> Math.abs(x - 45) < 3 && y == 20 && z == 20)
                .with("around", (x, y, z) -> (y == 2 || y == 38) && z == 20 || x == 30 && y == 20
                        || y == 20 && (z == 2 || z == 38) || (x < 2 || x > 57) && z == 20);
    }

    @Test
    void seeds_meetAtTheEdgesOfWhatTheyAreIn() throws IOException {
        Phantom phantom = phantom();
        Segmentation after = phantom.after(new GrowFromSeeds().compute(phantom.context("left", Settings.NONE), Progress.NONE));
        assertEquals("", phantom.difference(phantom.set((x, y, z) -> inBall(x, y, z, 15)), phantom.voxels(after, "left")));
        assertEquals("", phantom.difference(phantom.set((x, y, z) -> inBall(x, y, z, 45)), phantom.voxels(after, "right")));
        assertEquals("", phantom.difference(phantom.set((x, y, z) -> !inBall(x, y, z, 15) && !inBall(x, y, z, 45)),
                phantom.voxels(after, "around")));
    }

    @Test
    void hiddenSegments_areNeitherSeedsNorChanged() throws IOException {
        Phantom phantom = phantom().with("wall", (x, y, z) -> x == 30 && y > 20);
        Segmentation hidden = phantom.segmentation().withSegment("wall", s -> s.withVisible(false));
        Edit edit = new GrowFromSeeds().compute(new ToolContext(hidden, "left", MaskRule.DEFAULT,
                Settings.NONE, phantom), Progress.NONE);
        Segmentation after = phantom.after(edit);
        assertEquals(phantom.voxels(hidden, "wall"), phantom.voxels(after, "wall"));
        assertTrue(phantom.voxels(after, "around").cardinality() > 10_000);
    }

    @Test
    void intensityMask_stopsGrowth() throws IOException {
        Phantom phantom = phantom();
        MaskRule bright = new MaskRule(MaskRule.Area.EVERYWHERE, Optional.empty(), Optional.of(new DisplayRange(500, 2000)),
                MaskRule.Overwrite.ALL);
        BitSet around = phantom.voxels(phantom.segmentation(), "around");
        Segmentation after = phantom.after(new GrowFromSeeds().compute(phantom.context("left", bright, Settings.NONE),
                Progress.NONE));
        assertEquals(around, phantom.voxels(after, "around"));
        assertEquals("", phantom.difference(phantom.set((x, y, z) -> inBall(x, y, z, 45)), phantom.voxels(after, "right")));
    }

    @Test
    void margin_isAFifthOfTheSeedsBox() throws IOException {
        Phantom phantom = new Phantom(90, 40, 40, (x, y, z) -> x).with("a", (x, y, z) -> x == 30 && y == 20 && z == 20)
                .with("b", (x, y, z) -> x == 59 && y == 20 && z == 20);
        Edit edit = new GrowFromSeeds().compute(phantom.context("a", Settings.NONE), Progress.NONE);
        assertEquals(new VoxelBox(24, 17, 17, 66, 24, 24), edit.box());
    }

    @Test
    void oneSeed_isExplained() {
        Phantom phantom = new Phantom(20, 20, 20, (x, y, z) -> x).with("a", (x, y, z) -> x == 3).with("b", (x, y, z) -> false);
        IllegalStateException e = assertThrows(IllegalStateException.class,
                () -> new GrowFromSeeds().compute(phantom.context("a", Settings.NONE), Progress.NONE));
        assertTrue(e.getMessage().contains("at least two"), e.getMessage());
    }

    @Test
    void seedsTooFarApart_areRefused() {
        Phantom phantom = new Phantom(new VoxelSize(20, 20, 20), Geometry.of(1, 1, 1, "mm"), (x, y, z) -> 0);
        Segmentation large = new Segmentation(new VoxelSize(1000, 1000, 1000), Geometry.of(1, 1, 1, "mm"),
                phantom.with("a", (x, y, z) -> false).with("b", (x, y, z) -> false).segmentation().segments(),
                List.of(LabelLayer.empty(new VoxelSize(1000, 1000, 1000)).with(List.of(
                        new LabelLayer.BlockChange(0, 0, 0, Block.uniform(1)),
                        new LabelLayer.BlockChange(30, 30, 30, Block.uniform(2))))),
                List.of());
        VolumeException e = assertThrows(VolumeException.class, () -> new GrowFromSeeds().compute(
                new ToolContext(large, "a", MaskRule.DEFAULT, Settings.NONE, phantom), Progress.NONE));
        assertEquals(VolumeException.Kind.TOO_LARGE, e.kind());
    }

    @Test
    void growth_agreesWithAPlainShortestPathSearch() {
        for (int seed = 0; seed < 12; seed++) {
            int w = 17;
            int h = 13;
            int d = 11;
            short[] values = new short[w * h * d];
            char[] labels = new char[values.length];
            for (int i = 0; i < values.length; i++) {
                // Few grey levels make many ties.
                values[i] = (short) (Math.floor(4 * Noise.at(i, 1, 2, seed)) * (seed % 3 == 0 ? 0 : 100));
                double n = Noise.at(i, 3, 4, seed);
                labels[i] = n < 0.01 ? (char) (1 + (int) (n * 500)) : n > 0.8 ? Growth.WALL : 0;
            }
            double[] spacing = {1, 1, 1.7};
            double locality = seed % 2 * 7.5;
            char[] expected = plain(w, h, d, values, labels, spacing, locality);
            new Growth(w, h, d, values, labels, spacing, locality).run(Progress.NONE);
            for (int i = 0; i < labels.length; i++) {
                assertEquals((int) expected[i], (int) labels[i], "seed " + seed + " voxel " + i);
            }
        }
    }

    private record Reached(int cost, int label, int voxel) {
    }

    /** Dijkstra with (cost, label) in this order. */
    private static char[] plain(int w, int h, int d, short[] values, char[] labels, double[] spacing, double locality) {
        PriorityQueue<Reached> queue = new PriorityQueue<>((a, b) -> a.cost != b.cost ? Integer.compare(a.cost, b.cost)
                : Integer.compare(a.label, b.label));
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != 0 && labels[i] != Growth.WALL) {
                queue.add(new Reached(0, labels[i], i));
            }
        }
        char[] result = labels.clone();
        boolean[] done = new boolean[labels.length];
        while (!queue.isEmpty()) {
            Reached r = queue.poll();
            if (done[r.voxel] || labels[r.voxel] == Growth.WALL) {
                continue;
            }
            done[r.voxel] = true;
            result[r.voxel] = (char) r.label;
            for (int k = 0; k < 27; k++) {
                int x = r.voxel % w + k % 3 - 1;
                int y = r.voxel / w % h + k / 3 % 3 - 1;
                int z = r.voxel / w / h + k / 9 - 1;
                if (x >= 0 && y >= 0 && z >= 0 && x < w && y < h && z < d) {
                    double length = Math.sqrt(Math.pow((k % 3 - 1) * spacing[0], 2)
                            + Math.pow((k / 3 % 3 - 1) * spacing[1], 2) + Math.pow((k / 9 - 1) * spacing[2], 2));
                    int to = (z * h + y) * w + x;
                    int step = 1 + (int) Math.round(locality * length) + Math.abs(values[to] - values[r.voxel]);
                    queue.add(new Reached(r.cost + step, r.label, to));
                }
            }
        }
        return result;
    }
}
