package org.morphodepot.viewer;

import java.util.Arrays;

import org.morphodepot.volume.DisplayRange;

/**
 * A display window that suits the values: from the 0.5th to the 99.5th percentile, so that a few extreme voxels do not
 * darken the picture.
 */
public final class AutoWindow {

    private static final double CUT = 0.005;

    private AutoWindow() {
    }

    /** The window of these values; NaN and infinities do not count. {@code values} is not changed. */
    public static DisplayRange of(float[] values) {
        float[] sorted = finite(values);
        if (sorted.length == 0) {
            return new DisplayRange(0, 1);
        }
        Arrays.sort(sorted);
        double low = sorted[(int) Math.round(CUT * (sorted.length - 1))];
        double high = sorted[(int) Math.round((1 - CUT) * (sorted.length - 1))];
        if (high <= low) {
            low = sorted[0];
            high = sorted[sorted.length - 1];
        }
        return high > low ? new DisplayRange(low, high) : new DisplayRange(low, low + 1);
    }

    private static float[] finite(float[] values) {
        float[] kept = new float[values.length];
        int count = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                kept[count++] = value;
            }
        }
        return Arrays.copyOf(kept, count);
    }
}
