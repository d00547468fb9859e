package org.morphodepot.volume;

/**
 * The decoded voxels of one chunk.
 *
 * @param box the voxels covered, in the level's indices, clipped to the level: edge chunks carry no padding
 * @param voxels values of exactly that box
 */
public record Chunk(ChunkKey key, VoxelBox box, Voxels voxels) {

    /** The value at a level voxel that must be inside {@link #box()}. */
    public double value(int x, int y, int z) {
        return voxels.value(x - box.x0(), y - box.y0(), z - box.z0());
    }
}
