package org.morphodepot.viewer;

import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.cache.ChunkState;

/** Says at once what is known about a chunk of one volume; usually {@code key -> cache.peek(volume, key)}. */
@FunctionalInterface
public interface ChunkSource {

    /** Never blocks. */
    ChunkState peek(ChunkKey key);
}
