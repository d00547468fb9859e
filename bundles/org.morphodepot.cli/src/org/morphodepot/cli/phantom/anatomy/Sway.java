package org.morphodepot.cli.phantom.anatomy;

import java.util.Random;

/**
 * Moves places a little, so that no bone is a perfect ellipsoid and left is not the mirror of right. Each shift is a
 * sum of functions of one coordinate, cheap to tabulate.
 */
public final class Sway {

    private static final int WAVES = 3;
    /** Per pair (shifted axis, axis it depends on): amplitude, frequency and phase of each wave. */
    private final float[][] waves = new float[9][3 * WAVES];

    Sway(long seed) {
        Random random = new Random(seed);
        for (float[] pair : waves) {
            for (int w = 0; w < WAVES; w++) {
                pair[3 * w] = (0.03f + 0.04f * random.nextFloat()) / (1 + w);
                pair[3 * w + 1] = (0.5f + 0.5f * random.nextFloat()) * (1 + w);
                pair[3 * w + 2] = (float) (2 * Math.PI) * random.nextFloat();
            }
        }
    }

    /** Part of the shift along {@code axis} that depends on the coordinate {@code v} along {@code by}. */
    public float shift(int axis, int by, float v) {
        if (axis == by) {
            return 0;
        }
        float[] pair = waves[3 * axis + by];
        float sum = 0;
        for (int w = 0; w < WAVES; w++) {
            sum += pair[3 * w] * (float) StrictMath.sin(pair[3 * w + 1] * v + pair[3 * w + 2]);
        }
        return sum;
    }
}
