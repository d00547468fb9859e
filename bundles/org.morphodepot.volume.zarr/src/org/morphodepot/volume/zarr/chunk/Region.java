package org.morphodepot.volume.zarr.chunk;

import java.util.Arrays;

/**
 * A box inside a chunk or an array slab. The arrays are shared and must not be changed.
 *
 * @param from first index per axis
 * @param count number of values per axis, at least 1
 */
public record Region(int[] from, int[] count) {

    /** All of a chunk of this shape. */
    public static Region whole(int[] shape) {
        return new Region(new int[shape.length], shape);
    }

    public int rank() {
        return from.length;
    }

    /** Number of values. */
    public long values() {
        long values = 1;
        for (int n : count) {
            values *= n;
        }
        return values;
    }

    public boolean isWhole(int[] shape) {
        return Arrays.equals(count, shape);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Region r && Arrays.equals(from, r.from) && Arrays.equals(count, r.count);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(from) + Arrays.hashCode(count);
    }

    @Override
    public String toString() {
        return Arrays.toString(count) + " from " + Arrays.toString(from);
    }
}
