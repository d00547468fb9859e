package org.morphodepot.label.tools.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.tool.VoxelMask;
import org.morphodepot.volume.VoxelBox;

class SweptBrushTest {

    private static final VoxelBox SCAN = new VoxelBox(0, 0, 0, 45, 41, 39);

    @Test
    void ball_coversExactlyTheVoxelsNearTheLine() {
        Random random = new Random(3);
        for (int run = 0; run < 200; run++) {
            double[] radii = {0.5 + random.nextDouble() * 9, 0.5 + random.nextDouble() * 9, 0.5 + random.nextDouble() * 9};
            double[] from = point(random);
            double[] to = run % 4 == 0 ? from.clone() : point(random);
            if (run % 5 == 0) {
                to[1] = from[1];
                to[2] = from[2];
            }
            VoxelMask mask = new VoxelMask();
            VoxelBox box = new SweptBrush(radii, SCAN).sweepBall(mask, from, to);
            assertSame(mask, box, from, to, radii, -1, 0);
        }
    }

    @Test
    void disc_coversExactlyTheVoxelsOfItsSliceNearTheLine() {
        Random random = new Random(4);
        for (int run = 0; run < 300; run++) {
            double[] radii = {0.5 + random.nextDouble() * 9, 0.5 + random.nextDouble() * 9, 0.5 + random.nextDouble() * 9};
            double[] from = point(random);
            double[] to = point(random);
            int axis = run % 3;
            VoxelMask mask = new VoxelMask();
            VoxelBox box = new SweptBrush(radii, SCAN).sweepDisc(mask, from, to, axis);
            from[axis] = Math.rint(to[axis]);
            to[axis] = Math.rint(to[axis]);
            assertSame(mask, box, from, to, radii, axis, (int) to[axis]);
        }
    }

    private static double[] point(Random random) {
        return new double[] {random.nextDouble() * 55 - 5, random.nextDouble() * 51 - 5, random.nextDouble() * 49 - 5};
    }

    private static void assertSame(VoxelMask mask, VoxelBox box, double[] from, double[] to, double[] radii, int axis,
            int slice) {
        for (int z = 0; z < SCAN.z1(); z++) {
            for (int y = 0; y < SCAN.y1(); y++) {
                for (int x = 0; x < SCAN.x1(); x++) {
                    int[] voxel = {x, y, z};
                    double distance = distance(voxel, from, to, radii);
                    boolean inside = axis < 0 || voxel[axis] == slice;
                    boolean expected = inside && (distance <= 1 || isNearest(voxel, from) || isNearest(voxel, to));
                    if (Math.abs(distance - 1) > 1e-7) {
                        assertEquals(expected, mask.contains(x, y, z), "voxel " + x + " " + y + " " + z + " at " + distance);
                    }
                    assertTrue(!mask.contains(x, y, z) || box.contains(x, y, z), "outside the returned box");
                }
            }
        }
    }

    private static boolean isNearest(int[] voxel, double[] point) {
        return Math.rint(point[0]) == voxel[0] && Math.rint(point[1]) == voxel[1] && Math.rint(point[2]) == voxel[2];
    }

    /** Distance to the segment in radii. */
    private static double distance(int[] voxel, double[] from, double[] to, double[] radii) {
        double dot = 0;
        double length2 = 0;
        for (int i = 0; i < 3; i++) {
            double d = (to[i] - from[i]) / radii[i];
            dot += d * (voxel[i] - from[i]) / radii[i];
            length2 += d * d;
        }
        double s = length2 == 0 ? 0 : Math.clamp(dot / length2, 0, 1);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double d = (voxel[i] - from[i] - s * (to[i] - from[i])) / radii[i];
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    @Test
    void thinnestBrush_leavesNoGaps() {
        Random random = new Random(5);
        double[] thin = {0.5, 0.5, 0.5};
        for (int run = 0; run < 200; run++) {
            int axis = run % 3;
            double[] from = {5 + random.nextDouble() * 30, 5 + random.nextDouble() * 30, 5 + random.nextDouble() * 30};
            double[] to = {5 + random.nextDouble() * 30, 5 + random.nextDouble() * 30, 5 + random.nextDouble() * 30};
            VoxelMask mask = new VoxelMask();
            new SweptBrush(thin, SCAN).sweepDisc(mask, from, to, axis);
            assertEquals(mask.count(), reached(mask, axis, from, to), "not connected in run " + run);
        }
    }

    /** Voxels connected, also over corners, to the voxel under the first point. */
    private static long reached(VoxelMask mask, int axis, double[] from, double[] to) {
        int[] start = {(int) Math.rint(from[0]), (int) Math.rint(from[1]), (int) Math.rint(from[2])};
        start[axis] = (int) Math.rint(to[axis]);
        VoxelMask seen = new VoxelMask();
        ArrayDeque<int[]> queue = new ArrayDeque<>(List.of(start));
        seen.add(start[0], start[1], start[2]);
        while (!queue.isEmpty()) {
            int[] p = queue.poll();
            for (int k = 0; k < 27; k++) {
                int[] q = {p[0] + k % 3 - 1, p[1] + k / 3 % 3 - 1, p[2] + k / 9 - 1};
                if (mask.contains(q[0], q[1], q[2]) && !seen.contains(q[0], q[1], q[2])) {
                    seen.add(q[0], q[1], q[2]);
                    queue.add(q);
                }
            }
        }
        return seen.count();
    }

    @Test
    void oneVoxelBrush_paintsOneVoxel() {
        VoxelMask mask = new VoxelMask();
        double[] corner = {7.4, 9.4, 3};
        new SweptBrush(new double[] {0.5, 0.5, 0.5}, SCAN).sweepDisc(mask, corner, corner, 2);
        assertEquals(1, mask.count());
        assertTrue(mask.contains(7, 9, 3));
    }

    @Test
    void brushOutsideTheScan_paintsNothing() {
        VoxelMask mask = new VoxelMask();
        double[] outside = {-30, 9, 3};
        assertTrue(new SweptBrush(new double[] {5, 5, 5}, SCAN).sweepBall(mask, outside, outside).isEmpty());
        new SweptBrush(new double[] {5, 5, 5}, SCAN).sweepDisc(mask, outside, outside, 0);
        assertTrue(mask.isEmpty());
    }
}
