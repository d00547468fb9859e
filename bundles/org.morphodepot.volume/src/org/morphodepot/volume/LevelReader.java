package org.morphodepot.volume;

import java.io.IOException;

import org.morphodepot.volume.spi.StoreBusyException;

/**
 * Reads a level as a whole, part by part, straight into its final place: for those who want everything, where
 * {@link Volume#fetch} and {@link Volume#decode} are for those who look at something. Parts are what is best fetched with
 * one request: chunks, or the shards that hold many of them. Thread-safe: many threads read different parts at once.
 */
public interface LevelReader {

    /** Nominal voxels of a part; those at the far sides are clipped to the level. */
    VoxelSize part();

    /**
     * Fetches and decodes the part at a place of the grid of parts. Blocks; interrupting the thread ends it. May be called
     * again for the same part after a failure.
     *
     * @param whole memory for the whole level; where this part goes, all bits are still zero
     * @return bytes fetched
     * @throws StoreBusyException when asking again later, and fewer things at once, may help
     * @throws VolumeException when the store fails or the bytes are malformed
     */
    long read(int x, int y, int z, LargeVoxels whole) throws IOException;
}
