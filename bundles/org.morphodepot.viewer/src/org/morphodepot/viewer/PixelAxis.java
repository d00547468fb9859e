package org.morphodepot.viewer;

import java.util.function.DoubleUnaryOperator;

import org.morphodepot.volume.Level;

/**
 * Where the pixels of one screen axis fall on a voxel axis of one level. Pixels outside the scan have the voxel -1.
 *
 * @param nearest index of the nearest voxel per pixel
 * @param low index of the voxel at or below the pixel's centre, for interpolation
 * @param weight of the voxel above {@code low}, 0 to 1
 */
record PixelAxis(int[] nearest, int[] low, float[] weight) {

    /** {@code finest} gives the continuous level-0 coordinate of a screen coordinate along voxel axis {@code axis}. */
    static PixelAxis of(int pixels, DoubleUnaryOperator finest, int axis, Level finestLevel, Level level) {
        int[] nearest = new int[pixels];
        int[] low = new int[pixels];
        float[] weight = new float[pixels];
        int end = finestLevel.size().get(axis);
        int last = level.size().get(axis) - 1;
        for (int p = 0; p < pixels; p++) {
            double fine = finest.applyAsDouble(p + 0.5);
            if (fine < -0.5 || fine >= end - 0.5) {
                nearest[p] = -1;
                continue;
            }
            double at = Math.clamp((fine - level.offset()[axis]) / level.scale()[axis], 0, last);
            nearest[p] = (int) (at + 0.5);
            low[p] = (int) at;
            weight[p] = (float) (at - low[p]);
        }
        return new PixelAxis(nearest, low, weight);
    }

    /** The first pixel at or after {@code pixel} and before {@code end} that shows another chunk. */
    int runEnd(int pixel, int end, int chunk) {
        int index = chunk(pixel, chunk);
        int p = pixel + 1;
        while (p < end && chunk(p, chunk) == index) {
            p++;
        }
        return p;
    }

    /** Chunk index of a pixel, -1 outside. */
    int chunk(int pixel, int chunk) {
        return nearest[pixel] < 0 ? -1 : nearest[pixel] / chunk;
    }
}
