package org.morphodepot.volume.cache;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.Volume;

/**
 * Decoded chunks under a budget of bytes. What somebody wants is kept apart and stays; the rest goes when room is needed,
 * the least recently used first. Guarded by the lock of the cache.
 */
final class ReadyChunks {

    /** What a chunk costs beside its voxels: objects, map entries. */
    private static final long OVERHEAD = 256;

    private final long budget;
    private final Map<Place, ChunkState.Ready> wanted = new HashMap<>();
    private final LinkedHashMap<Place, ChunkState.Ready> idle = new LinkedHashMap<>(64, 0.75f, true);
    private long wantedBytes;
    private long idleBytes;
    private long evicted;

    ReadyChunks(long budget) {
        this.budget = budget;
    }

    long used() {
        return wantedBytes + idleBytes;
    }

    /** Bytes of chunks that somebody wants. */
    long wantedBytes() {
        return wantedBytes;
    }

    long evicted() {
        return evicted;
    }

    int size() {
        return wanted.size() + idle.size();
    }

    /** Whether a chunk that somebody wants is here. */
    boolean hasWanted(Place place) {
        return wanted.containsKey(place);
    }

    /** The chunk, which now counts as used last; null when it is not here. */
    ChunkState.Ready touch(Place place) {
        ChunkState.Ready ready = wanted.get(place);
        return ready != null ? ready : idle.get(place);
    }

    /** Adds a chunk that is not here yet, then drops what nobody wants until the budget holds. */
    ChunkState.Ready put(Place place, Chunk chunk, boolean isWanted) {
        ChunkState.Ready ready = new ChunkState.Ready(chunk);
        if (isWanted) {
            wanted.put(place, ready);
            wantedBytes += bytes(ready);
        } else {
            idle.put(place, ready);
            idleBytes += bytes(ready);
        }
        shrink();
        return ready;
    }

    /** Somebody began to want {@code place}. */
    void pin(Place place) {
        ChunkState.Ready ready = idle.remove(place);
        if (ready != null) {
            idleBytes -= bytes(ready);
            wanted.put(place, ready);
            wantedBytes += bytes(ready);
        }
    }

    /** Nobody wants {@code place} any more. */
    void unpin(Place place) {
        ChunkState.Ready ready = wanted.remove(place);
        if (ready != null) {
            wantedBytes -= bytes(ready);
            idle.put(place, ready);
            idleBytes += bytes(ready);
        }
    }

    /** Gives up a chunk although somebody wants it. */
    void dropWanted(Place place) {
        wantedBytes -= bytes(wanted.remove(place));
        evicted++;
    }

    /** Removes the chunks of a volume, of which nobody wants any. */
    void forget(Volume volume) {
        idle.entrySet().removeIf(entry -> {
            boolean gone = entry.getKey().volume() == volume;
            if (gone) {
                idleBytes -= bytes(entry.getValue());
            }
            return gone;
        });
    }

    private void shrink() {
        while (used() > budget && !idle.isEmpty()) {
            idleBytes -= bytes(idle.pollFirstEntry().getValue());
            evicted++;
        }
    }

    void clear() {
        wanted.clear();
        idle.clear();
        wantedBytes = 0;
        idleBytes = 0;
    }

    private static long bytes(ChunkState.Ready ready) {
        return ready.chunk().voxels().bytes().length + OVERHEAD;
    }
}
