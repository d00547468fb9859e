package org.morphodepot.label.tools.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.tool.VoxelMask;
import org.morphodepot.volume.VoxelBox;

class OutlineTest {

    private static final VoxelBox SCAN = new VoxelBox(0, 0, 0, 40, 37, 35);

    @Test
    void randomOutlines_agreeWithTheCrossingNumberOfEachCentre() {
        Random random = new Random(11);
        for (int run = 0; run < 300; run++) {
            int axis = run % 3;
            int along = axis == 0 ? 1 : 0;
            int across = 3 - axis - along;
            int corners = 3 + random.nextInt(12);
            double[][] points = new double[corners][3];
            Outline outline = new Outline(axis, 8);
            for (double[] p : points) {
                // Every other run on whole and half voxels, where centres lie on borders and corners.
                double grid = run % 2 == 0 ? 2 : 1e6;
                p[along] = Math.rint((random.nextDouble() * 50 - 5) * grid) / grid;
                p[across] = Math.rint((random.nextDouble() * 50 - 5) * grid) / grid;
                outline.add(p);
            }
            for (Outline.Rule rule : Outline.Rule.values()) {
                VoxelMask mask = new VoxelMask();
                outline.fill(mask, SCAN, rule);
                assertSame(mask, points, axis, along, across, rule);
            }
        }
    }

    private static void assertSame(VoxelMask mask, double[][] points, int axis, int along, int across, Outline.Rule rule) {
        long inside = 0;
        int[] voxel = new int[3];
        voxel[axis] = 8;
        for (int v = 0; v < SCAN.max(across); v++) {
            for (int u = 0; u < SCAN.max(along); u++) {
                voxel[along] = u;
                voxel[across] = v;
                int turns = turns(points, along, across, u, v, rule);
                boolean expected = rule == Outline.Rule.NON_ZERO ? turns != 0 : turns % 2 != 0;
                assertEquals(expected, mask.contains(voxel[0], voxel[1], voxel[2]), rule + " at " + u + ", " + v);
                inside += expected ? 1 : 0;
            }
        }
        assertEquals(inside, mask.count(), "voxels in other slices");
    }

    /** Edges crossed by a ray towards smaller u: with their direction, or just their number. */
    private static int turns(double[][] p, int along, int across, int u, int v, Outline.Rule rule) {
        int turns = 0;
        for (int i = 0, j = p.length - 1; i < p.length; j = i++) {
            double[] low = p[j][across] < p[i][across] ? p[j] : p[i];
            double[] high = low == p[j] ? p[i] : p[j];
            if (low[across] <= v && v < high[across]) {
                double at = low[along]
                        + (v - low[across]) / (high[across] - low[across]) * (high[along] - low[along]);
                if (at <= u) {
                    turns += rule == Outline.Rule.EVEN_ODD || low == p[j] ? 1 : -1;
                }
            }
        }
        return turns;
    }

    @Test
    void square_hasItsCentresOnly() {
        VoxelMask mask = filled(Outline.Rule.NON_ZERO, 4.5, 4.5, 9.5, 4.5, 9.5, 9.5, 4.5, 9.5);
        assertEquals(25, mask.count());
        assertEquals(new VoxelBox(5, 5, 3, 10, 10, 4), mask.box());
    }

    @Test
    void neighbouringOutlines_neitherOverlapNorLeaveASeam() {
        VoxelMask left = filled(Outline.Rule.NON_ZERO, 2, 2, 10, 2, 10, 20, 2, 20);
        VoxelMask right = filled(Outline.Rule.NON_ZERO, 10, 2, 18, 2, 18, 20, 10, 20);
        VoxelMask both = filled(Outline.Rule.NON_ZERO, 2, 2, 18, 2, 18, 20, 2, 20);
        assertEquals(both.count(), left.count() + right.count());
        left.addAll(right);
        assertEquals(both.count(), left.count());
    }

    @Test
    void ringDrawnTwiceAround_isFilledOrHollowAsAsked() {
        double[] spiral = {2.5, 2.5, 22.5, 2.5, 22.5, 22.5, 2.5, 22.5, 2.5, 8.5, 16.5, 8.5, 16.5, 16.5, 8.5, 16.5, 8.5, 2.5};
        assertTrue(filled(Outline.Rule.NON_ZERO, spiral).contains(12, 12, 3));
        assertFalse(filled(Outline.Rule.EVEN_ODD, spiral).contains(12, 12, 3));
    }

    @Test
    void twoPoints_encloseNothing() {
        assertTrue(filled(Outline.Rule.NON_ZERO, 2, 2, 20, 20).isEmpty());
    }

    private static VoxelMask filled(Outline.Rule rule, double... uv) {
        Outline outline = new Outline(2, 3);
        for (int i = 0; i < uv.length; i += 2) {
            outline.add(new double[] {uv[i], uv[i + 1], 99});
        }
        VoxelMask mask = new VoxelMask();
        outline.fill(mask, SCAN, rule);
        return mask;
    }
}
