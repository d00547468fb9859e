package org.morphodepot.label.tools.morphology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.BitSet;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.Edit;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.Effect;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tools.Noise;
import org.morphodepot.label.tools.Phantom;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

class MorphologyTest {

    /** Wider than a tile, with thick slices. */
    private static final VoxelSize SIZE = new VoxelSize(150, 34, 20);
    private static final double[] SPACING = {1, 1.25, 2.5};
    private static final VoxelBox SCAN = SIZE.box();

    private final Phantom phantom = new Phantom(SIZE, Geometry.of(20, 25, 50, "micrometer"), (x, y, z) -> 0)
            .with("bone", (x, y, z) -> Noise.blobs(x, y, z, 3) > 0.56 || x > 141)
            .with("tooth", (x, y, z) -> x < 3);
    private final BitSet bone = phantom.voxels(phantom.segmentation(), "bone");

    private Segmentation after(Effect effect, Settings settings) throws IOException {
        return phantom.after(effect.compute(phantom.context("bone", settings), Progress.NONE));
    }

    private void assertBone(BitSet expected, Effect effect, Settings settings) throws IOException {
        Segmentation after = after(effect, settings);
        expected.andNot(phantom.voxels(phantom.segmentation(), "tooth"));
        assertEquals("", phantom.difference(expected, phantom.voxels(after, "bone")), effect + " " + settings);
        assertEquals(phantom.voxels(phantom.segmentation(), "tooth"), phantom.voxels(after, "tooth"));
        assertTrue(bone.cardinality() > 1000 && !expected.equals(bone), "the test tests something");
    }

    /** All voxels within a radius of the set, the plain way. */
    private BitSet grown(BitSet set, double radius) {
        int[] reach = {(int) (radius / SPACING[0]), (int) (radius / SPACING[1]), (int) (radius / SPACING[2])};
        BitSet grown = (BitSet) set.clone();
        for (int dz = -reach[2]; dz <= reach[2]; dz++) {
            for (int dy = -reach[1]; dy <= reach[1]; dy++) {
                for (int dx = -reach[0]; dx <= reach[0]; dx++) {
                    double d = Math.hypot(Math.hypot(dx * SPACING[0], dy * SPACING[1]), dz * SPACING[2]);
                    if (d <= radius * (1 + 1e-9)) {
                        add(grown, set, dx, dy, dz);
                    }
                }
            }
        }
        return grown;
    }

    private void add(BitSet grown, BitSet set, int dx, int dy, int dz) {
        set.stream().forEach(i -> {
            int x = phantom.x(i) + dx;
            int y = phantom.y(i) + dy;
            int z = phantom.z(i) + dz;
            if (SCAN.contains(x, y, z)) {
                grown.set(phantom.index(x, y, z));
            }
        });
    }

    private BitSet not(BitSet set) {
        BitSet other = (BitSet) set.clone();
        other.flip(0, (int) SIZE.voxels());
        return other;
    }

    private BitSet shrunk(BitSet set, double radius) {
        return not(grown(not(set), radius));
    }

    private static BitSet minus(BitSet one, BitSet other) {
        BitSet result = (BitSet) one.clone();
        result.andNot(other);
        return result;
    }

    @Test
    void margin_movesTheSurfaceByTheDistance() throws IOException {
        for (double size : new double[] {1, 2.2, 3, 5}) {
            assertBone(grown(bone, size), new Margin(), Settings.NONE.with("size", size));
            Settings shrink = Settings.NONE.with("size", size).with("operation", "shrink");
            if (size < 3) {
                assertBone(shrunk(bone, size), new Margin(), shrink);
            }
        }
    }

    @Test
    void marginInMillimetres_isConvertedByTheSpacing() throws IOException {
        assertBone(grown(bone, 3), new Margin(), Settings.NONE.with("size", 0.06).with("unit", "mm"));
    }

    @Test
    void scanBorder_doesNotShrinkASegment() throws IOException {
        Segmentation after = after(new Margin(), Settings.NONE.with("operation", "shrink"));
        int corner = phantom.index(SIZE.x() - 1, SIZE.y() - 1, SIZE.z() - 1);
        assertTrue(phantom.voxels(after, "bone").get(corner));
    }

    @Test
    void hollow_leavesAWallWhereAsked() throws IOException {
        assertBone(minus(grown(bone, 2.5), bone), new Hollow(), Settings.NONE.with("thickness", 2.5));
        assertBone(minus(bone, shrunk(bone, 2.5)), new Hollow(),
                Settings.NONE.with("thickness", 2.5).with("surface", "outside"));
        assertBone(minus(grown(bone, 1.25), shrunk(bone, 1.25)), new Hollow(),
                Settings.NONE.with("thickness", 2.5).with("surface", "between"));
    }

    @Test
    void openingAndClosing_shrinkAndGrowByHalfTheKernel() throws IOException {
        assertBone(grown(shrunk(bone, 1.3), 1.3), new Smoothing(), Settings.NONE.with("method", "open").with("size", 2.6));
        BitSet free = bone;
        assertBone(shrunk(grown(free, 2.6), 2.6), new Smoothing(), Settings.NONE.with("method", "close").with("size", 5.2));
    }

    @Test
    void median_isTheMajorityOfTheKernelInsideTheScan() throws IOException {
        // 5.2 voxels of the finest axis: 5 x 3 x 1.
        BitSet expected = phantom.set((x, y, z) -> {
            int in = 0;
            int all = 0;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -2; dx <= 2; dx++) {
                    if (SCAN.contains(x + dx, y + dy, z)) {
                        all++;
                        in += bone.get(phantom.index(x + dx, y + dy, z)) ? 1 : 0;
                    }
                }
            }
            return 2 * in > all;
        });
        assertBone(expected, new Smoothing(), Settings.NONE.with("size", 5.2));
    }

    @Test
    void zeroDistance_changesNothing() throws IOException {
        assertTrue(new Margin().compute(phantom.context("bone", Settings.NONE.with("size", 0)), Progress.NONE).isEmpty());
        assertTrue(new Smoothing().compute(phantom.context("bone", Settings.NONE.with("size", 1)), Progress.NONE).isEmpty());
    }

    @Test
    void emptySegment_staysEmpty() throws IOException {
        Phantom empty = new Phantom(40, 40, 40, (x, y, z) -> 0).with("bone", (x, y, z) -> false);
        for (Effect effect : new Effect[] {new Margin(), new Hollow(), new Smoothing()}) {
            assertTrue(effect.compute(empty.context("bone", Settings.NONE), Progress.NONE).isEmpty());
        }
    }

    @Test
    void tooFar_isRefusedWithTheNumberOfVoxels() {
        VolumeException e = assertThrows(VolumeException.class, () -> new Margin().compute(
                phantom.context("bone", Settings.NONE.with("size", 10).with("unit", "mm")), Progress.NONE));
        assertTrue(e.getMessage().contains("500 voxels"), e.getMessage());
    }

    @Test
    void solidSegment_isGrownByBlocksOnly() throws IOException {
        Phantom solid = new Phantom(300, 40, 40, (x, y, z) -> 0).with("bone", (x, y, z) -> x >= 20 && x < 280);
        Edit edit = new Margin().compute(solid.context("bone", Settings.NONE), Progress.NONE);
        assertEquals(solid.set((x, y, z) -> x >= 18 && x < 282), solid.voxels(solid.after(edit), "bone"));
    }
}
