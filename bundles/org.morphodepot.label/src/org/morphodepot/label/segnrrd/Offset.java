package org.morphodepot.label.segnrrd;

/** Whole voxels along i, j, k; may be negative. */
record Offset(int x, int y, int z) {

    static final Offset NONE = new Offset(0, 0, 0);

    /** The nearest whole voxel; values out of range become very far. */
    static Offset rounded(double[] index) {
        return new Offset((int) Math.rint(index[0]), (int) Math.rint(index[1]), (int) Math.rint(index[2]));
    }

    /** Largest difference along an axis between {@code index} and voxel (i, j, k) moved by this offset. */
    double distance(double[] index, int i, int j, int k) {
        return Math.max(Math.abs(index[0] - i - x), Math.max(Math.abs(index[1] - j - y), Math.abs(index[2] - k - z)));
    }
}
