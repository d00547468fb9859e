package org.morphodepot.volume.cache;

import java.util.List;
import java.util.function.Consumer;

import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Volume;

/** INTERFACE AGREED; the owner of `volume` replaces this file with the real class of the same public methods. */
public interface ChunkCache extends AutoCloseable {

    /** Never blocks, never fetches. */
    ChunkState peek(Volume volume, ChunkKey key);

    /**
     * Replaces the wish list of {@code requester} (for instance one slice view), most wanted first: requests of its former
     * list that nobody else wants are cancelled or demoted. Never blocks.
     */
    void want(Object requester, Volume volume, List<ChunkKey> keys);

    /** Called on a worker thread whenever a chunk became ready or failed. */
    void addListener(Consumer<Loaded> listener);

    void removeListener(Consumer<Loaded> listener);

    /** Drops everything of a volume and cancels its requests. */
    void forget(Volume volume);

    record Loaded(Volume volume, ChunkKey key, ChunkState state) {
    }
}
