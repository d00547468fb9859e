package org.morphodepot.label.tools;

import java.util.Arrays;

import org.morphodepot.volume.VoxelBox;

/**
 * Exact squared Euclidean distances in a dense box, one axis after the other. For short distances each voxel looks at the few
 * voxels within reach, whole rows at a time; for long ones a line of voxels is the lower envelope of parabolas, in a time that
 * does not depend on the distance: P. Felzenszwalb and D. Huttenlocher, Theory of Computing 8 (2012).
 */
public final class Distances {

    private static final float FAR = Float.POSITIVE_INFINITY;
    /** Longest reach, in voxels, for which looking around is faster. */
    private static final int SHORT = 5;

    private final VoxelBox box;
    private final double[] spacing;
    private final double radius;
    private final int slice;
    private float[] squared;

    private Distances(boolean target, boolean[] set, VoxelBox box, double[] spacing, double radius) {
        this.box = box;
        this.spacing = spacing;
        this.radius = radius;
        slice = box.width() * box.height();
        squared = new float[set.length];
        for (int row = 0; row < set.length; row += box.width()) {
            seeAlongRow(target, set, row);
        }
    }

    /**
     * From every voxel the squared distance to the nearest one whose value is {@code target}; infinite when there is none.
     *
     * @param spacing of the axes, in the unit of the result
     */
    public static float[] squaredTo(boolean target, boolean[] set, VoxelBox box, double[] spacing) {
        return new Distances(target, set, box, spacing, Double.POSITIVE_INFINITY).run();
    }

    /**
     * Which voxels are at most {@code radius} away from one whose value is {@code target}.
     *
     * @param spacing of the axes, in the unit of the radius
     */
    public static boolean[] within(double radius, boolean target, boolean[] set, VoxelBox box, double[] spacing) {
        float[] squared = new Distances(target, set, box, spacing, radius).run();
        // Sums of squared spacings are rounded; a distance that should equal the radius counts.
        float limit = (float) (radius * radius * (1 + 1e-5));
        boolean[] near = new boolean[squared.length];
        for (int i = 0; i < squared.length; i++) {
            near[i] = squared[i] <= limit;
        }
        return near;
    }

    private float[] run() {
        for (int axis = 1; axis < 3; axis++) {
            double reach = Math.floor(radius / spacing[axis] * (1 + 1e-5));
            if (reach <= SHORT) {
                lookAround(axis, (int) reach);
            } else {
                new Envelopes(squared, box, spacing[axis]).pass(axis);
            }
        }
        return squared;
    }

    /** The first axis: the distance to the last target on the left, then to the next on the right. */
    private void seeAlongRow(boolean target, boolean[] set, int row) {
        int width = box.width();
        double weight = spacing[0] * spacing[0];
        int last = Integer.MIN_VALUE / 4;
        for (int x = 0; x < width; x++) {
            last = set[row + x] == target ? x : last;
            squared[row + x] = last < 0 ? FAR : (float) (weight * ((double) (x - last) * (x - last)));
        }
        int next = Integer.MAX_VALUE / 4;
        for (int x = width - 1; x >= 0; x--) {
            next = set[row + x] == target ? x : next;
            if (next < width) {
                squared[row + x] = Math.min(squared[row + x], (float) (weight * ((double) (next - x) * (next - x))));
            }
        }
    }

    /** Distances of at most {@code reach} voxels along an axis, a row at a time; longer ones may come out too long. */
    private void lookAround(int axis, int reach) {
        int stride = axis == 1 ? box.width() : slice;
        int count = axis == 1 ? box.height() : box.depth();
        double weight = spacing[axis] * spacing[axis];
        boolean[] empty = emptyRows();
        float[] result = new float[squared.length];
        for (int row = 0; row < squared.length; row += box.width()) {
            Arrays.fill(result, row, row + box.width(), FAR);
            int q = row / stride % count;
            for (int d = Math.max(-reach, -q); d <= Math.min(reach, count - 1 - q); d++) {
                if (!empty[(row + d * stride) / box.width()]) {
                    nearest(result, row, row + d * stride, (float) (weight * d * d));
                }
            }
        }
        squared = result;
    }

    private void nearest(float[] result, int row, int other, float more) {
        for (int x = 0; x < box.width(); x++) {
            result[row + x] = Math.min(result[row + x], squared[other + x] + more);
        }
    }

    private boolean[] emptyRows() {
        boolean[] empty = new boolean[squared.length / box.width()];
        for (int r = 0; r < empty.length; r++) {
            int x = 0;
            while (x < box.width() && squared[r * box.width() + x] == FAR) {
                x++;
            }
            empty[r] = x == box.width();
        }
        return empty;
    }

    /** The set turned round. */
    public static boolean[] not(boolean[] set) {
        boolean[] other = set.clone();
        for (int i = 0; i < other.length; i++) {
            other[i] = !other[i];
        }
        return other;
    }

    /** In the first set and not in the second; changes the first. */
    public static boolean[] minus(boolean[] one, boolean[] other) {
        for (int i = 0; i < one.length; i++) {
            one[i] &= !other[i];
        }
        return one;
    }
}
