package org.morphodepot.volume.zarr.chunk;

import java.lang.foreign.MemorySegment;

/**
 * Where the values of a region stay, in memory of any size outside the heap, as little-endian numbers.
 *
 * @param offset place of the region's first value
 * @param strides bytes from one value to the next per axis of the array; any number for axes with one value
 */
public record Destination(MemorySegment memory, long offset, long[] strides) {

    /** The same memory, starting {@code index} values further along each axis. */
    public Destination shifted(int[] index) {
        long at = offset;
        for (int i = 0; i < index.length; i++) {
            at += index[i] * strides[i];
        }
        return new Destination(memory, at, strides);
    }
}
