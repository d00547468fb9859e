package org.morphodepot.volume;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A scalar scan of three axes at one or more resolutions, read chunk by chunk. Reading has two steps so that waiting for
 * a store and decoding can run on different threads; ordinary callers go through {@link org.morphodepot.volume.cache.ChunkCache}
 * or {@link #read}. All methods may be called from any thread, never from the UI thread except the plain accessors.
 */
public interface Volume extends AutoCloseable {

    /** Short name for titles, usually the last part of the address. */
    String name();

    VoxelType type();

    /** Geometry of level 0. */
    Geometry geometry();

    /** Finest first, at least one. */
    List<Level> levels();

    /** Suggested display window, when the file carries one. */
    default Optional<DisplayRange> displayRange() {
        return Optional.empty();
    }

    /**
     * Fetches the stored bytes of a chunk. Blocks on the store. The cache runs it on a virtual thread and interrupts that
     * thread when nobody wants the chunk any more: do not keep one {@code FileChannel} open for many fetches, for an
     * interrupt closes it for all; a {@link org.morphodepot.volume.spi.Store} is safe.
     *
     * @return empty when the store has no such chunk: all its voxels then have the fill value
     * @throws VolumeException when the store fails, the bytes are malformed or not to be had
     */
    Optional<StoredChunk> fetch(ChunkKey key) throws IOException;

    /**
     * Decodes what {@link #fetch} gave; an empty {@code stored} gives a chunk of the fill value.
     * Uses the processor, not the store.
     */
    Chunk decode(ChunkKey key, Optional<StoredChunk> stored) throws IOException;

    /** Fetches and decodes on the calling thread. */
    default Chunk read(ChunkKey key) throws IOException {
        return decode(key, fetch(key));
    }

    /** Reads all of {@code level}; formats override it when they can put voxels right where they stay. */
    default LevelReader reader(int level) {
        return new ChunkwiseReader(this, level);
    }

    @Override
    void close() throws IOException;

    /** Bytes as stored; formats may subclass it to carry what decoding needs. */
    interface StoredChunk {
        /** Size in memory, for bounding bytes in flight. */
        long bytes();
    }
}
