package org.morphodepot.volume;

/**
 * One resolution of a volume.
 *
 * @param index 0 is the finest
 * @param size voxels of this level
 * @param chunk nominal chunk size; edge chunks are clipped to {@code size}
 * @param scale size of a voxel of this level in voxels of level 0, per axis
 * @param offset centre of this level's voxel (0, 0, 0) in continuous voxel coordinates of level 0, per axis
 */
public record Level(int index, VoxelSize size, VoxelSize chunk, double[] scale, double[] offset) {

    /** Level 0 of a volume. */
    public static Level finest(VoxelSize size, VoxelSize chunk) {
        return new Level(0, size, chunk, new double[] {1, 1, 1}, new double[3]);
    }

    /** Number of chunks along {@code axis}. */
    public int chunks(int axis) {
        return (int) (((long) size.get(axis) + chunk.get(axis) - 1) / chunk.get(axis));
    }

    /** The chunk that holds a voxel of this level. */
    public ChunkKey chunkAt(int x, int y, int z) {
        return new ChunkKey(index, x / chunk.x(), y / chunk.y(), z / chunk.z());
    }

    /** The voxels of a chunk, clipped to this level. */
    public VoxelBox box(ChunkKey key) {
        int x = Math.multiplyExact(key.x(), chunk.x());
        int y = Math.multiplyExact(key.y(), chunk.y());
        int z = Math.multiplyExact(key.z(), chunk.z());
        return new VoxelBox(x, y, z, end(x, 0), end(y, 1), end(z, 2));
    }

    private int end(int start, int axis) {
        return (int) Math.min(size.get(axis), (long) start + chunk.get(axis));
    }
}
