package org.morphodepot.label.tools;

import org.morphodepot.volume.VoxelBox;

/** Squared distances along one axis as lower envelopes of parabolas. Used once, by {@link Distances}. */
final class Envelopes {

    private static final float FAR = Float.POSITIVE_INFINITY;

    private final float[] squared;
    private final VoxelBox box;
    private final double weight;
    private final double[] line;
    private final int[] apex;
    private final double[] from;

    /** Changes {@code squared} in place. */
    Envelopes(float[] squared, VoxelBox box, double spacing) {
        this.squared = squared;
        this.box = box;
        weight = spacing * spacing;
        int longest = Math.max(box.height(), box.depth());
        line = new double[longest];
        apex = new int[longest];
        from = new double[longest + 1];
    }

    /** Lets all lines along axis 1 or 2 see along it. */
    void pass(int axis) {
        int slice = box.width() * box.height();
        if (axis == 2) {
            for (int i = 0; i < slice; i++) {
                pass(i, slice, box.depth());
            }
            return;
        }
        for (int z = 0; z < box.depth(); z++) {
            for (int x = 0; x < box.width(); x++) {
                pass(z * slice + x, box.width(), box.height());
            }
        }
    }

    private void pass(int start, int stride, int count) {
        int parabolas = 0;
        for (int q = 0, i = start; q < count; q++, i += stride) {
            line[q] = squared[i];
            if (squared[i] != FAR) {
                parabolas = add(q, parabolas);
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
    private int add(int q, int parabolas) {
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
}
