package org.morphodepot.label.tools.morphology;

import org.morphodepot.label.tools.Tile;
import org.morphodepot.volume.VoxelBox;

/**
 * The median of a set in a box around each voxel: a voxel is in the result when more than half of the box is in the set. Sums
 * run along one axis after the other, so that the size of the box costs nothing.
 *
 * @param reach half of the box, per axis, the middle voxel not counted
 */
record Median(int[] reach) implements Filter {

    @Override
    public boolean inUniform(boolean value) {
        return value;
    }

    @Override
    public boolean[] apply(Tile tile) {
        VoxelBox box = tile.box();
        int[] sums = new int[tile.set().length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = tile.set()[i] ? 1 : 0;
        }
        int slice = box.width() * box.height();
        int[] line = new int[Math.max(box.width(), Math.max(box.height(), box.depth())) + 1];
        for (int row = 0; row < box.height() * box.depth(); row++) {
            sum(sums, row * box.width(), 1, box.width(), reach[0], line);
        }
        for (int z = 0; z < box.depth(); z++) {
            for (int x = 0; x < box.width(); x++) {
                sum(sums, z * slice + x, box.width(), box.height(), reach[1], line);
            }
        }
        for (int i = 0; i < slice; i++) {
            sum(sums, i, slice, box.depth(), reach[2], line);
        }
        return majority(sums, box);
    }

    /** Replaces each value of a line by the sum of its neighbourhood. */
    private static void sum(int[] values, int start, int stride, int count, int reach, int[] before) {
        for (int q = 0, i = start; q < count; q++, i += stride) {
            before[q + 1] = before[q] + values[i];
        }
        for (int q = 0, i = start; q < count; q++, i += stride) {
            values[i] = before[Math.min(count, q + reach + 1)] - before[Math.max(0, q - reach)];
        }
    }

    private boolean[] majority(int[] sums, VoxelBox box) {
        boolean[] result = new boolean[sums.length];
        for (int z = 0, i = 0; z < box.depth(); z++) {
            for (int y = 0; y < box.height(); y++) {
                long rows = (long) seen(y, box.height(), reach[1]) * seen(z, box.depth(), reach[2]);
                for (int x = 0; x < box.width(); x++, i++) {
                    result[i] = 2L * sums[i] > rows * seen(x, box.width(), reach[0]);
                }
            }
        }
        return result;
    }

    private static int seen(int q, int count, int reach) {
        return Math.min(count - 1, q + reach) - Math.max(0, q - reach) + 1;
    }
}
