package org.morphodepot.volume.zarr.array;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.morphodepot.volume.spi.ObjectBody;
import org.morphodepot.volume.zarr.chunk.ChunkGrid;
import org.morphodepot.volume.zarr.chunk.Destination;
import org.morphodepot.volume.zarr.chunk.Region;
import org.morphodepot.volume.zarr.chunk.ShardIndex;
import org.morphodepot.volume.zarr.chunk.ShardedChunk;
import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.codec.CodecException;
import org.morphodepot.volume.zarr.codec.Scratch;

/**
 * Reads stored objects of an array, chunks or shards, as a whole and puts their values where they stay. A shard takes one
 * request for its index and one for everything else; its inner chunks are decoded while the rest is still coming, so that
 * one inner chunk at a time is in memory. Thread-safe.
 */
public final class WholeParts {

    /** Bytes between inner chunks that are read in vain rather than asking again. */
    private static final long LARGEST_GAP = 8L << 20;

    private final ZarrArray array;

    /**
     * More decoders than processors only push each other's data out of the cache, and keep the compiler from making the first
     * ones fast; one more uses the processor that another leaves to the system.
     */
    private final Semaphore decoders = new Semaphore(Runtime.getRuntime().availableProcessors() + 1);

    public WholeParts(ZarrArray array) {
        this.array = array;
    }

    /** Values per axis of an object; shared. */
    public int[] shape() {
        return array.objectShape();
    }

    /**
     * Reads the object at {@code place} of the grid of objects; where there is none, the memory is left as it is when the
     * fill value is zero.
     *
     * @param region the part of it that is wanted
     * @return bytes fetched
     */
    public long read(long[] place, Region region, Destination to) throws IOException {
        String key = array.key(place);
        return array.shards().isPresent() ? readShard(array.shards().get(), place, key, region, to)
                : readChunk(key, region, to);
    }

    private long readChunk(String key, Region region, Destination to) throws IOException {
        Optional<ObjectBody> found = array.store().open(key);
        if (found.isEmpty()) {
            array.fill(region.count(), to);
            return 0;
        }
        try (ObjectBody body = found.get()) {
            decode(key, body, array.checkedLength(key, body.length()), region, to);
            return body.length();
        }
    }

    private void decode(String key, ObjectBody body, int length, Region region, Destination to) throws IOException {
        byte[] scratch = Scratch.borrow(length);
        try {
            body.read(scratch, 0, length);
            decode(key, new Bytes(scratch, 0, length), region, to);
        } finally {
            Scratch.giveBack(scratch);
        }
    }

    private void decode(String key, Bytes stored, Region region, Destination to) throws IOException {
        try {
            decoders.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading was cancelled");
        }
        try {
            array.chunks().decode(stored, region, to);
        } catch (CodecException e) {
            throw array.damaged(key, e);
        } finally {
            decoders.release();
        }
    }

    /** An inner chunk on its way: what is wanted of it and where it is in the shard. */
    private record Inner(int[] chunk, Region region, Destination to, ShardIndex.Place place) {
    }

    private long readShard(ShardedChunk shards, long[] place, String key, Region region, Destination to) throws IOException {
        Optional<ShardIndex> index = array.index(key);
        if (index.isEmpty()) {
            array.fill(region.count(), to);
            return 0;
        }
        List<Inner> inner = inner(shards, key, index.get(), region, to);
        return isOneRun(inner) ? readRun(key, inner) : readOneByOne(shards, place, inner);
    }

    private List<Inner> inner(ShardedChunk shards, String key, ShardIndex index, Region region, Destination to)
            throws IOException {
        List<Inner> stored = new ArrayList<>();
        ChunkGrid grid = new ChunkGrid(array.chunkShape());
        for (int[] chunk : grid.chunks(region)) {
            Region part = grid.part(chunk, region);
            Destination there = to.shifted(grid.offset(chunk, region));
            try {
                index.place(shards.position(chunk)).ifPresentOrElse(
                        p -> stored.add(new Inner(chunk, part, there, p)), () -> array.fill(part.count(), there));
            } catch (CodecException e) {
                throw array.damaged(key, e);
            }
        }
        stored.sort(Comparator.comparingLong(i -> i.place().offset()));
        return stored;
    }

    /** Whether the inner chunks follow one another with little between them; anybody may have written that index. */
    private static boolean isOneRun(List<Inner> inner) {
        long end = 0;
        long gaps = 0;
        for (Inner chunk : inner) {
            if (chunk.place().offset() < end) {
                return false;
            }
            gaps += chunk.place().offset() - end;
            end = chunk.place().offset() + chunk.place().length();
        }
        return gaps <= Math.max(LARGEST_GAP, end / 4) && end > 0;
    }

    private long readRun(String key, List<Inner> inner) throws IOException {
        try (ObjectBody body = array.store().open(key).orElseThrow(() -> array.damaged(key, endsEarly()))) {
            long at = 0;
            for (Inner chunk : inner) {
                ShardIndex.Place place = chunk.place();
                if (place.offset() + place.length() > body.length()) {
                    throw array.damaged(key, endsEarly());
                }
                body.bytes().skipNBytes(place.offset() - at);
                decode(key, body, array.checkedLength(key, place.length()), chunk.region(), chunk.to());
                at = place.offset() + place.length();
            }
            return at;
        }
    }

    private static CodecException endsEarly() {
        return new CodecException("the shard ends before its chunks do");
    }

    private long readOneByOne(ShardedChunk shards, long[] place, List<Inner> inner) throws IOException {
        long bytes = 0;
        for (Inner chunk : inner) {
            long[] there = new long[place.length];
            for (int i = 0; i < there.length; i++) {
                there[i] = place[i] * (shards.shape()[i] / array.chunkShape()[i]) + chunk.chunk()[i];
            }
            Optional<Bytes> stored = array.fetch(there);
            if (stored.isPresent()) {
                decode(array.key(place), stored.get(), chunk.region(), chunk.to());
                bytes += stored.get().length();
            }
        }
        return bytes;
    }
}
