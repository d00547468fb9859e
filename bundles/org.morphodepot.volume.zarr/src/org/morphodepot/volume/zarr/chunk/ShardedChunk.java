package org.morphodepot.volume.zarr.chunk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.codec.CodecChain;
import org.morphodepot.volume.zarr.codec.CodecException;
import org.morphodepot.volume.zarr.codec.Scratch;

/**
 * A chunk made of inner chunks and an index ({@code sharding_indexed}). Inner chunks can be read one by one through
 * {@link #index()} and {@link #position} when no codec lies around the shard; otherwise, and for shards inside shards,
 * {@link #decode} takes the shard as a whole.
 */
public final class ShardedChunk implements ChunkFormat {

    private final int[] shape;
    private final int[] order;
    private final ChunkFormat inner;
    private final ShardIndexFormat index;
    private final CodecChain around;
    private final long fill;
    private final int valueSize;

    /**
     * A format whose inner chunks divide the shard evenly; the caller has checked that.
     *
     * @param order axes in which the index counts inner chunks, slowest first
     * @param around codecs applied to the whole shard
     * @param fill bit pattern of values in missing inner chunks
     */
    public ShardedChunk(int[] shape, int[] order, ChunkFormat inner, ShardIndexFormat index, CodecChain around, long fill,
            int valueSize) {
        this.shape = shape.clone();
        this.order = order.clone();
        this.inner = inner;
        this.index = index;
        this.around = around;
        this.fill = fill;
        this.valueSize = valueSize;
    }

    @Override
    public int[] shape() {
        return shape;
    }

    public ChunkFormat inner() {
        return inner;
    }

    public ShardIndexFormat index() {
        return index;
    }

    /** Whether inner chunks can be read without the rest of the shard. */
    public boolean isPartlyReadable() {
        return around.isEmpty();
    }

    @Override
    public List<String> codecs() {
        return Stream.concat(Stream.concat(Stream.of("sharding_indexed"), inner.codecs().stream()), around.names().stream())
                .toList();
    }

    /** The place in the index of an inner chunk, given by its place in the shard's grid. */
    public int position(int[] chunk) {
        int position = 0;
        for (int axis : order) {
            position = position * (shape[axis] / inner.shape()[axis]) + chunk[axis];
        }
        return position;
    }

    /** Shards inside shards and shards inside a codec are rare: they take the way of other chunks. */
    @Override
    public void decode(Bytes stored, Region region, Destination to) throws CodecException {
        Turned.decode(this, stored, region, to, valueSize);
    }

    @Override
    public void decode(Bytes stored, Region region, Target target) throws CodecException {
        if (around.isEmpty()) {
            decodeShard(stored, region, target);
            return;
        }
        byte[] scratch = Scratch.borrow(largest());
        try {
            decodeShard(around.decodeUpTo(stored, Bytes.of(scratch)), region, target);
        } finally {
            Scratch.giveBack(scratch);
        }
    }

    /** No compressor makes inner chunks much larger than their values are. */
    private int largest() throws CodecException {
        long values = Region.whole(shape).values() * valueSize;
        long most = values + values / 8 + index.length() + index.chunks() * 1024L;
        if (most > Integer.MAX_VALUE - 16) {
            throw new CodecException("its codecs need more memory than there is");
        }
        return (int) most;
    }

    private void decodeShard(Bytes shard, Region region, Target target) throws CodecException {
        ShardIndex places = index.of(shard);
        ChunkGrid grid = new ChunkGrid(inner.shape());
        for (int[] chunk : grid.chunks(region)) {
            Region part = grid.part(chunk, region);
            Target there = target.shifted(grid.offset(chunk, region));
            Optional<ShardIndex.Place> place = places.place(position(chunk));
            if (place.isEmpty()) {
                Strides.fill(there, part.count(), valueSize, fill);
            } else {
                inner.decode(bytes(shard, place.get()), part, there);
            }
        }
    }

    private static Bytes bytes(Bytes shard, ShardIndex.Place place) throws CodecException {
        if (place.offset() > shard.length() - place.length()) {
            throw new CodecException("the shard index points outside the shard");
        }
        return shard.part((int) place.offset(), place.length());
    }
}
