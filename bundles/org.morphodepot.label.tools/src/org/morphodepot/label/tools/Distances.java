package org.morphodepot.label.tools;

import org.morphodepot.volume.VoxelBox;

/**
 * Exact squared Euclidean distances, axis by axis, as lower envelopes of parabolas: P. Felzenszwalb and D. Huttenlocher,
 * Theory of Computing 8 (2012). Time is proportional to the number of voxels whatever the distance.
 */
public final class Distances {

    private static final float FAR = Float.POSITIVE_INFINITY;

    private final float[] squared;
    private final double[] spacing;
    private final double[] line;
    private final int[] apex;
    private final double[] from;

    private Distances(float[] squared, VoxelBox box, double[] spacing) {
        this.squared = squared;
        this.spacing = spacing;
        int longest = Math.max(box.width(), Math.max(box.height(), box.depth()));
        line = new double[longest];
        apex = new int[longest];
        from = new double[longest + 1];
    }

    /**
     * From every voxel the squared distance to the nearest one whose value is {@code target}; infinite when there is none.
     *
     * @param spacing of the axes, in the unit of the result
     */
    public static float[] squaredTo(boolean target, boolean[] set, VoxelBox box, double[] spacing) {
        float[] squared = new float[set.length];
        for (int i = 0; i < set.length; i++) {
            squared[i] = set[i] == target ? 0 : FAR;
        }
        Distances distances = new Distances(squared, box, spacing);
        int slice = box.width() * box.height();
        for (int z = 0; z < box.depth(); z++) {
            for (int y = 0; y < box.height(); y++) {
                distances.pass(z * slice + y * box.width(), 1, box.width(), 0);
            }
            for (int x = 0; x < box.width(); x++) {
                distances.pass(z * slice + x, box.width(), box.height(), 1);
            }
        }
        for (int i = 0; i < slice; i++) {
            distances.pass(i, slice, box.depth(), 2);
        }
        return squared;
    }

    /** Lets one line of voxels see along its axis. */
    private void pass(int start, int stride, int count, int axis) {
        double weight = spacing[axis] * spacing[axis];
        int parabolas = 0;
        for (int q = 0, i = start; q < count; q++, i += stride) {
            line[q] = squared[i];
            if (squared[i] != FAR) {
                parabolas = add(q, parabolas, weight);
            }
        }
        if (parabolas == 0) {
            return;
        }
        from[parabolas] = Double.POSITIVE_INFINITY;
        int k = 0;
        for (int q = 0, i = start; q < count; q++, i += stride) {
            while (from[k + 1] < q) {
                k++;
            }
            double d = q - apex[k];
            squared[i] = (float) (weight * d * d + line[apex[k]]);
        }
    }

    /** Adds the parabola at q to the envelope, where it hides some of the last ones. */
    private int add(int q, int parabolas, double weight) {
        int k = parabolas;
        double meets = Double.NEGATIVE_INFINITY;
        while (k > 0) {
            int p = apex[k - 1];
            meets = (line[q] - line[p] + weight * ((double) q * q - (double) p * p)) / (2 * weight * (q - p));
            if (meets > from[k - 1]) {
                break;
            }
            k--;
        }
        apex[k] = q;
        from[k] = k == 0 ? Double.NEGATIVE_INFINITY : meets;
        return k + 1;
    }

    /** Which distances are at most {@code radius}. */
    public static boolean[] within(float[] squared, double radius) {
        // Sums of squared spacings are rounded; a distance that should equal the radius counts.
        float limit = (float) (radius * radius * (1 + 1e-5));
        boolean[] near = new boolean[squared.length];
        for (int i = 0; i < squared.length; i++) {
            near[i] = squared[i] <= limit;
        }
        return near;
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
