package org.morphodepot.volume.cache;

import org.morphodepot.volume.Chunk;

/** What the cache can say at once about a chunk. */
public sealed interface ChunkState {

    /** Decoded and in memory. */
    record Ready(Chunk chunk) implements ChunkState {
    }

    /** Asked for, not here yet. */
    record Loading() implements ChunkState {
    }

    /** Neither here nor asked for. */
    record Absent() implements ChunkState {
    }

    /** The last try failed; it is tried again after a while. */
    record Failed(Exception cause) implements ChunkState {
    }
}
