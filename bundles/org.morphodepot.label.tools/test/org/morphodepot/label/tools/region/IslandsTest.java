package org.morphodepot.label.tools.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.Edit;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.label.tools.Noise;
import org.morphodepot.label.tools.Phantom;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;

class IslandsTest {

    private static Phantom noisy(int seed, double level) {
        return new Phantom(70, 67, 66, (x, y, z) -> 0).with("bone", (x, y, z) -> Noise.at(x, y, z, seed) < level)
                .with("rest", (x, y, z) -> Noise.at(x, y, z, seed) >= 0.9);
    }

    @Test
    void components_areThoseOfAPlainQueue() throws IOException {
        for (int seed = 0; seed < 8; seed++) {
            boolean corners = seed % 2 == 1;
            Phantom phantom = noisy(seed, corners ? 0.08 : 0.3);
            BitSet set = phantom.voxels(phantom.segmentation(), "bone");
            List<BitSet> expected = new BruteForce(phantom, corners).regions(set);
            Components components = Components.of(BlockMask.of(phantom.segmentation(),
                    phantom.segmentation().segment("bone").orElseThrow()), corners, Progress.NONE);
            assertEquals(expected.size(), components.count());
            int[] components2 = new int[phantom.index(69, 66, 65) + 1];
            components.forEachRun((c, x0, x1, y, z) -> {
                for (int x = x0; x < x1; x++) {
                    components2[phantom.index(x, y, z)] = c + 1;
                }
            }, Progress.NONE);
            for (int c = 0; c < expected.size(); c++) {
                assertEquals(expected.get(c).cardinality(), components.size(c));
                int number = c + 1;
                assertTrue(expected.get(c).stream().allMatch(i -> components2[i] == number), "component " + c);
            }
        }
    }

    @Test
    void keepLargest_removesAllOthers() throws IOException {
        Phantom phantom = noisy(21, 0.3);
        List<BitSet> regions = new BruteForce(phantom, false).regions(phantom.voxels(phantom.segmentation(), "bone"));
        BitSet largest = regions.stream().max(Comparator.comparing(BitSet::cardinality)).orElseThrow();
        Edit edit = new Islands().compute(phantom.context("bone", Settings.NONE), Progress.NONE);
        Segmentation after = phantom.after(edit);
        assertEquals("", phantom.difference(largest, phantom.voxels(after, "bone")));
        assertEquals(phantom.voxels(phantom.segmentation(), "rest"), phantom.voxels(after, "rest"));
        assertEquals("Keep largest island of bone", edit.name());
    }

    @Test
    void removeSmall_keepsIslandsOfTheMinimumSize() throws IOException {
        Phantom phantom = noisy(22, 0.2);
        List<BitSet> regions = new BruteForce(phantom, true).regions(phantom.voxels(phantom.segmentation(), "bone"));
        BitSet kept = new BitSet();
        regions.stream().filter(r -> r.cardinality() >= 12).forEach(kept::or);
        Settings settings = Settings.NONE.with("operation", "small").with("minimum", 12).with("neighbours", "corners");
        Edit edit = new Islands().compute(phantom.context("bone", settings), Progress.NONE);
        assertEquals("", phantom.difference(kept, phantom.voxels(phantom.after(edit), "bone")));
    }

    @Test
    void split_makesSegmentsOfTheNextLargestAndDropsSmallOnes() throws IOException {
        Phantom phantom = new Phantom(80, 40, 40, (x, y, z) -> 0).with("bone", (x, y, z) -> x < 10 || x >= 20 && x < 35
                || x >= 40 && x < 45 || x == 60 && y == 3 && z == 3).with("rest", (x, y, z) -> x == 70);
        Settings settings = Settings.NONE.with("operation", "split").with("minimum", 100);
        Edit edit = new Islands().compute(phantom.context("bone", settings), Progress.NONE);
        Segmentation after = phantom.after(edit);
        assertEquals(List.of("bone", "bone 2", "bone 3", "rest"), after.segments().stream().map(Segment::name).toList());
        assertEquals(phantom.set((x, y, z) -> x >= 20 && x < 35), phantom.voxels(after, "bone"));
        assertEquals(phantom.set((x, y, z) -> x < 10), phantom.voxels(after, after.segments().get(1).id()));
        assertEquals(phantom.set((x, y, z) -> x >= 40 && x < 45), phantom.voxels(after, after.segments().get(2).id()));
        assertEquals(phantom.set((x, y, z) -> x == 70), phantom.voxels(after, "rest"));
        assertEquals(0, after.layers().getFirst().label(60, 3, 3));
    }

    @Test
    void splitOfNoise_isRefused() {
        Phantom phantom = noisy(23, 0.1);
        Settings settings = Settings.NONE.with("operation", "split").with("minimum", 1);
        VolumeException e = assertThrows(VolumeException.class,
                () -> new Islands().compute(phantom.context("bone", settings), Progress.NONE));
        assertTrue(e.getMessage().contains("raise the minimum size"), e.getMessage());
    }

    @Test
    void oneIsland_isLeftAlone() throws IOException {
        Phantom phantom = new Phantom(40, 40, 40, (x, y, z) -> 0).with("bone", (x, y, z) -> x > 10);
        assertTrue(new Islands().compute(phantom.context("bone", Settings.NONE), Progress.NONE).isEmpty());
        Edit split = new Islands().compute(phantom.context("bone", Settings.NONE.with("operation", "split")), Progress.NONE);
        assertTrue(split.isEmpty());
        assertNull(split.segments());
    }

    @Test
    void emptySegment_isLeftAlone() throws IOException {
        Phantom phantom = new Phantom(40, 40, 40, (x, y, z) -> 0).with("bone", (x, y, z) -> false);
        for (String operation : List.of("largest", "small", "split")) {
            Settings settings = Settings.NONE.with("operation", operation);
            assertTrue(new Islands().compute(phantom.context("bone", settings), Progress.NONE).isEmpty());
        }
    }

    @Test
    void clickedIsland_goesOrStaysAlone() throws IOException {
        Phantom phantom = new Phantom(80, 40, 40, (x, y, z) -> 0).with("bone", (x, y, z) -> x < 10 || x >= 50);
        StrokePoint point = new StrokePoint(60, 3, 3, 2);
        Edit gone = new IslandPick().begin(phantom.context("bone", Settings.NONE), point).finish(Progress.NONE);
        assertEquals(phantom.set((x, y, z) -> x < 10), phantom.voxels(phantom.after(gone), "bone"));
        Edit alone = new IslandPick().begin(phantom.context("bone", Settings.NONE.with("click", "keep")), point)
                .finish(Progress.NONE);
        assertEquals(phantom.set((x, y, z) -> x >= 50), phantom.voxels(phantom.after(alone), "bone"));
        Edit beside = new IslandPick().begin(phantom.context("bone", Settings.NONE.with("click", "keep")),
                new StrokePoint(30, 3, 3, 2)).finish(Progress.NONE);
        assertTrue(beside.isEmpty(), "a click beside the segment keeps it");
    }
}
