package org.morphodepot.volume.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.Volume;

/**
 * Decoded chunks, the least recently used first, under a budget of bytes. What somebody wants stays. Guarded by the lock of
 * the cache.
 */
final class ReadyChunks {

    /** What a chunk costs beside its voxels: objects, map entries. */
    private static final long OVERHEAD = 256;

    private final long budget;
    private final Predicate<Place> wanted;
    private final LinkedHashMap<Place, ChunkState.Ready> chunks = new LinkedHashMap<>(64, 0.75f, true);
    private long used;
    private long pinned;
    private long evicted;

    ReadyChunks(long budget, Predicate<Place> wanted) {
        this.budget = budget;
        this.wanted = wanted;
    }

    long used() {
        return used;
    }

    /** Bytes of chunks that somebody wants. */
    long pinned() {
        return pinned;
    }

    long evicted() {
        return evicted;
    }

    int size() {
        return chunks.size();
    }

    boolean contains(Place place) {
        return chunks.containsKey(place);
    }

    /** The chunk, which now counts as used last; null when it is not here. */
    ChunkState.Ready touch(Place place) {
        return chunks.get(place);
    }

    /** Adds a chunk and drops what nobody wants, oldest first, until the budget holds. */
    ChunkState.Ready put(Place place, Chunk chunk) {
        ChunkState.Ready ready = new ChunkState.Ready(chunk);
        drop(place);
        chunks.put(place, ready);
        used += bytes(ready);
        if (wanted.test(place)) {
            pinned += bytes(ready);
        }
        shrink();
        return ready;
    }

    /** Somebody began to want {@code place}. */
    void pin(Place place) {
        if (chunks.containsKey(place)) {
            pinned += bytes(chunks.get(place));
        }
    }

    /** Nobody wants {@code place} any more. */
    void unpin(Place place) {
        if (chunks.containsKey(place)) {
            pinned -= bytes(chunks.get(place));
        }
    }

    /** Removes a chunk if it is here; call {@link #unpin} first when it was wanted a moment ago. */
    void drop(Place place) {
        ChunkState.Ready gone = chunks.remove(place);
        if (gone != null) {
            used -= bytes(gone);
            if (wanted.test(place)) {
                pinned -= bytes(gone);
            }
        }
    }

    /** Removes the chunks of a volume that nobody wants any more. */
    void forget(Volume volume) {
        chunks.entrySet().removeIf(entry -> {
            boolean gone = entry.getKey().volume() == volume;
            if (gone) {
                used -= bytes(entry.getValue());
            }
            return gone;
        });
    }

    void shrink() {
        Iterator<Map.Entry<Place, ChunkState.Ready>> oldest = chunks.entrySet().iterator();
        while (used > budget && used > pinned && oldest.hasNext()) {
            Map.Entry<Place, ChunkState.Ready> entry = oldest.next();
            if (!wanted.test(entry.getKey())) {
                oldest.remove();
                used -= bytes(entry.getValue());
                evicted++;
            }
        }
    }

    void clear() {
        chunks.clear();
        used = 0;
        pinned = 0;
    }

    private static long bytes(ChunkState.Ready ready) {
        return ready.chunk().voxels().bytes().length + OVERHEAD;
    }
}
