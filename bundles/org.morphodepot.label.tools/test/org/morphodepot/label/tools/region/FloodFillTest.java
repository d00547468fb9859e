package org.morphodepot.label.tools.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.Edit;
import org.morphodepot.label.tool.MaskRule;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.Stroke;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.label.tools.Noise;
import org.morphodepot.label.tools.Phantom;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelBox;

class FloodFillTest {

    private static final Settings VOLUME = Settings.NONE.with("extent", "volume").with("tolerance", 5);

    private static Edit click(ToolContext context, int x, int y, int z, int axis) throws IOException {
        return new FloodFill().begin(context, new StrokePoint(x, y, z, axis)).finish(Progress.NONE);
    }

    @Test
    void region_isThatOfAPlainQueue() throws IOException {
        for (int seed = 0; seed < 12; seed++) {
            int s = seed;
            // About the percolation threshold regions wind through many blocks, to and fro.
            double level = seed % 2 == 0 ? 0.36 : 0.16;
            boolean corners = seed % 2 == 1;
            Phantom phantom = new Phantom(75, 70, 68, (x, y, z) -> Noise.at(x, y, z, s) < level ? 50 : 0)
                    .with("bone", (x, y, z) -> false);
            BitSet set = phantom.set((x, y, z) -> Noise.at(x, y, z, s) < level);
            int start = set.nextSetBit(phantom.index(37, 35, 34));
            Settings settings = VOLUME.with("neighbours", corners ? "corners" : "faces");
            Edit edit = click(phantom.context("bone", settings), phantom.x(start), phantom.y(start), phantom.z(start), 2);
            BitSet expected = new BruteForce(phantom, corners).region(set, start);
            assertEquals("", phantom.difference(expected, phantom.voxels(phantom.after(edit), "bone")), "seed " + seed);
        }
    }

    @Test
    void slice_isFilledInPlaneOnlyAndNothingElseIsRead() throws IOException {
        Phantom phantom = new Phantom(75, 70, 68, (x, y, z) -> x < 40 ? 50 : 0).with("bone", (x, y, z) -> false);
        Edit edit = click(phantom.context("bone", Settings.NONE), 12, 33, 5, 1);
        assertEquals(new VoxelBox(0, 33, 0, 40, 34, 68), edit.box());
        assertEquals(33, phantom.read().y0());
        assertEquals(34, phantom.read().y1());
    }

    @Test
    void tolerance_isAPartOfTheDisplayedWindow() throws IOException {
        Phantom phantom = new Phantom(60, 10, 10, (x, y, z) -> x).with("bone", (x, y, z) -> false);
        Edit edit = click(phantom.context("bone", VOLUME), 30, 5, 5, 2);
        assertEquals(new VoxelBox(25, 0, 0, 36, 10, 10), edit.box());
    }

    @Test
    void maskedVoxels_stopTheRegion() throws IOException {
        Phantom phantom = new Phantom(60, 10, 10, (x, y, z) -> 50).with("bone", (x, y, z) -> false)
                .with("wall", (x, y, z) -> x == 20);
        MaskRule outside = new MaskRule(MaskRule.Area.OUTSIDE_ALL, Optional.empty(), Optional.empty(),
                MaskRule.Overwrite.ALL);
        Edit edit = click(phantom.context("bone", outside, VOLUME), 5, 5, 5, 2);
        assertEquals(new VoxelBox(0, 0, 0, 20, 10, 10), edit.box());
    }

    @Test
    void leak_isStoppedWithPlainWords() {
        Phantom phantom = new Phantom(60, 60, 60, (x, y, z) -> 50).with("bone", (x, y, z) -> false);
        VolumeException e = assertThrows(VolumeException.class,
                () -> click(phantom.context("bone", VOLUME.with("limit", 0.1)), 5, 5, 5, 2));
        assertEquals(VolumeException.Kind.TOO_LARGE, e.kind());
        assertTrue(e.getMessage().contains("100000 voxels"), e.getMessage());
    }

    @Test
    void clickOutsideTheScan_changesNothing() throws IOException {
        Phantom phantom = new Phantom(20, 20, 20, (x, y, z) -> 50).with("bone", (x, y, z) -> false);
        assertTrue(click(phantom.context("bone", VOLUME), 20, 3, 3, 2).isEmpty());
    }

    @Test
    void cancelledFill_stops() {
        Phantom phantom = new Phantom(60, 60, 60, (x, y, z) -> 50).with("bone", (x, y, z) -> false);
        Stroke stroke = new FloodFill().begin(phantom.context("bone", VOLUME), new StrokePoint(3, 3, 3, 2));
        assertThrows(CancellationException.class, () -> stroke.finish(new Cancelled()));
    }

    /** A task that the user has stopped already. */
    private static final class Cancelled implements Progress {

        @Override
        public void report(long done, long total, String what) {
            // nobody looks
        }

        @Override
        public boolean cancelled() {
            return true;
        }
    }
}
