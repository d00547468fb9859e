package org.morphodepot.volume.zarr.write;

import java.util.Optional;

import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Voxels;

/** Smallest and largest finite value seen so far. Thread-safe. */
final class ValueRange {

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    void add(Voxels voxels) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int count = (int) voxels.size().voxels();
        for (int i = 0; i < count; i++) {
            double value = voxels.value(i);
            if (Double.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        merge(least, most);
    }

    private synchronized void merge(double least, double most) {
        low = Math.min(low, least);
        high = Math.max(high, most);
    }

    /** Empty when there are not two different values. */
    synchronized Optional<DisplayRange> range() {
        return low < high ? Optional.of(new DisplayRange(low, high)) : Optional.empty();
    }
}
