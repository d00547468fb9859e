package org.morphodepot.label.statistics;

import org.morphodepot.label.Block;

/** What is summed up over the voxels of one segment, in voxels; the middle is taken out at the end. */
final class ShapeSums {

    /** Steps to half of the 26 neighbours; the others are their opposites. */
    static final int[][] STEPS = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 0}, {-1, 1, 0}, {1, 0, 1}, {-1, 0, 1}, {0, 1, 1},
        {0, -1, 1}, {1, 1, 1}, {-1, 1, 1}, {1, -1, 1}, {-1, -1, 1}};

    private final int[] origin;
    private final Outline outline;
    private long voxels;
    private final double[] first = new double[3];
    private final double[][] second = new double[3][3];
    private final long[] pairs = new long[STEPS.length];
    private boolean inSlab;

    /** @param origin a voxel near the segment: sums are relative to it, for their precision */
    ShapeSums(int[] origin, int height) {
        this.origin = origin;
        outline = new Outline(height);
    }

    /** Adds {@code count} voxels from x on in row (y, z); z lies in a slab of 32 slices. */
    void row(int x, int count, int y, int z) {
        voxels += count;
        double rx = x - origin[0];
        double ry = y - origin[1];
        double rz = z - origin[2];
        double n = count;
        double sumX = n * rx + n * (n - 1) / 2;
        double sumXx = n * rx * rx + rx * n * (n - 1) + (n - 1) * n * (2 * n - 1) / 6;
        first[0] += sumX;
        first[1] += n * ry;
        first[2] += n * rz;
        second[0][0] += sumXx;
        second[0][1] += sumX * ry;
        second[0][2] += sumX * rz;
        second[1][1] += n * ry * ry;
        second[1][2] += n * ry * rz;
        second[2][2] += n * rz * rz;
        outline.row(x, x + count - 1, y, z & Block.SIDE - 1);
        inSlab = true;
    }

    /** Adds pairs of neighbours, both of the segment, in direction {@link #STEPS}[step]. */
    void pairs(int step, long count) {
        pairs[step] += count;
    }

    void endSlab(int z0) {
        if (inSlab) {
            outline.endSlab(z0);
            inSlab = false;
        }
    }

    long voxels() {
        return voxels;
    }

    /** Mean index along an axis. */
    double mean(int axis) {
        return origin[axis] + first[axis] / voxels;
    }

    /** Covariance of the indices, divided by the number of voxels. */
    double covariance(int a, int b) {
        double product = a <= b ? second[a][b] : second[b][a];
        return product / voxels - first[a] / voxels * (first[b] / voxels);
    }

    /** Stretches of the segment along all lines in direction {@link #STEPS}[step]. */
    long stretches(int step) {
        return voxels - pairs[step];
    }

    /** Indices among which the corners of the convex hull are. */
    int[] outline() {
        return outline.points();
    }
}
