package org.morphodepot.label.statistics;

import java.util.Optional;

/** What is summed up over the values of one segment; sums are relative to the first value, for their precision. */
final class IntensitySums {

    private final ValueCounts counts = new ValueCounts();
    private long voxels;
    private double origin;
    private double sum;
    private double squares;
    private float min = Float.POSITIVE_INFINITY;
    private float max = Float.NEGATIVE_INFINITY;

    void add(float value) {
        if (Float.isNaN(value)) {
            return;
        }
        if (voxels++ == 0) {
            origin = value;
        }
        double relative = value - origin;
        sum += relative;
        squares += relative * relative;
        min = Math.min(min, value);
        max = Math.max(max, value);
        counts.add(value);
    }

    Optional<IntensityStatistics> statistics() {
        if (voxels == 0) {
            return Optional.empty();
        }
        double spread = Math.max(0, squares - sum * sum / voxels);
        return Optional.of(new IntensityStatistics(voxels, min, max, origin + sum / voxels, counts.median(),
                voxels > 1 ? Math.sqrt(spread / (voxels - 1)) : 0));
    }
}
