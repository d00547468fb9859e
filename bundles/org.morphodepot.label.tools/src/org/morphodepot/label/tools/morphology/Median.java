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
        for (int row = 0; row < sums.length; row += box.width()) {
            sumAlongRow(tile.set(), sums, row, box.width());
        }
        int slice = box.width() * box.height();
        int[] more = new int[sums.length];
        for (int start = 0; start < sums.length; start += slice) {
            sumAcrossRows(sums, more, start, box.width(), box.height(), reach[1]);
        }
        sumAcrossRows(more, sums, 0, slice, box.depth(), reach[2]);
        return majority(sums, box);
    }

    private void sumAlongRow(boolean[] set, int[] sums, int row, int width) {
        int sum = 0;
        for (int x = -reach[0]; x < width; x++) {
            sum += x + reach[0] < width && set[row + x + reach[0]] ? 1 : 0;
            sum -= x - reach[0] > 0 && set[row + x - reach[0] - 1] ? 1 : 0;
            if (x >= 0) {
                sums[row + x] = sum;
            }
        }
    }

    /** Replaces rows of {@code width} by the sums of the rows around them; whole rows at a time are kind to the cache. */
    private static void sumAcrossRows(int[] values, int[] result, int start, int width, int count, int reach) {
        int[] sum = new int[width];
        for (int q = -reach; q < count; q++) {
            int enters = q + reach;
            int leaves = q - reach - 1;
            for (int x = 0; x < width && enters < count; x++) {
                sum[x] += values[start + enters * width + x];
            }
            for (int x = 0; x < width && leaves >= 0; x++) {
                sum[x] -= values[start + leaves * width + x];
            }
            if (q >= 0) {
                System.arraycopy(sum, 0, result, start + q * width, width);
            }
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
