package org.morphodepot.volume.zarr.chunk;

/**
 * Where the values of a region go, as little-endian numbers.
 *
 * @param offset place of the region's first value
 * @param strides bytes from one value to the next per axis of the array; any number for axes with one value
 */
public record Target(byte[] array, int offset, int[] strides) {

    /** A target that holds exactly {@code count} values per axis in C order. */
    public static Target dense(byte[] array, int offset, int[] count, int size) {
        return new Target(array, offset, Strides.dense(count, size));
    }

    /** The same array, starting {@code index} values further along each axis. */
    public Target shifted(int[] index) {
        int at = offset;
        for (int i = 0; i < index.length; i++) {
            at += index[i] * strides[i];
        }
        return new Target(array, at, strides);
    }
}
