package org.morphodepot.volume.zarr.write;

import org.morphodepot.volume.VoxelType;

/** Makes one voxel of the next level out of up to eight. Stateless and thread-safe. */
public interface Reduction {

    /** What NGFF calls it. */
    String name();

    /**
     * Reduces a dense block. At an odd edge the last voxel stands for fewer than usual.
     *
     * @param values little-endian, axis 2 fastest
     * @param count values per axis, three axes, slowest first
     * @param factor 1 or 2 per axis
     * @return the reduced block, {@link #reduced} values per axis
     */
    byte[] reduce(VoxelType type, byte[] values, int[] count, int[] factor);

    /** Values per axis after reducing. */
    static int[] reduced(int[] count, int[] factor) {
        int[] result = new int[count.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (count[i] + factor[i] - 1) / factor[i];
        }
        return result;
    }
}
