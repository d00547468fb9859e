package org.morphodepot.volume.zarr.chunk;

import java.util.Optional;

import org.morphodepot.volume.zarr.codec.CodecException;

/** Places of the inner chunks of one shard. */
public final class ShardIndex {

    private final long[] entries;

    /** Offset and length by turns, in the order of the index. */
    ShardIndex(long[] entries) {
        this.entries = entries;
    }

    /** Where an inner chunk is in the shard. */
    public record Place(long offset, int length) {
    }

    /**
     * The place of an inner chunk; empty when it is not stored.
     *
     * @throws CodecException when the index contradicts itself
     */
    public Optional<Place> place(int position) throws CodecException {
        long offset = entries[2 * position];
        long length = entries[2 * position + 1];
        if (offset == -1 && length == -1) {
            return Optional.empty();
        }
        if (offset < 0 || length < 0 || length > Integer.MAX_VALUE - 16 || offset > Long.MAX_VALUE - length) {
            throw new CodecException("the shard index points outside the shard");
        }
        return Optional.of(new Place(offset, (int) length));
    }

    /** Size in memory. */
    public long bytes() {
        return 8L * entries.length;
    }
}
