package org.morphodepot.volume.zarr.write;

import java.io.IOException;
import java.util.Optional;

import org.morphodepot.volume.zarr.chunk.ShardIndex;
import org.morphodepot.volume.zarr.chunk.ShardIndexFormat;
import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.codec.CodecException;

/** Judges shards that an earlier write left, without reading more than their indexes. */
record KeptShards(Destination destination, ShardIndexFormat format) {

    /** Whether the shard is there and ends with an index that is right and accounts for all its bytes. */
    boolean isWhole(String key) throws IOException {
        Optional<Long> size = destination.size(key);
        if (size.isEmpty() || size.get() < format.length()) {
            return false;
        }
        Optional<byte[]> tail = destination.tail(key, format.length());
        try {
            return tail.isPresent() && end(format.read(Bytes.of(tail.get()))) == size.get() - format.length();
        } catch (CodecException e) {
            return false;
        }
    }

    private long end(ShardIndex index) throws CodecException {
        long end = 0;
        for (int i = 0; i < format.chunks(); i++) {
            Optional<ShardIndex.Place> place = index.place(i);
            end = Math.max(end, place.map(p -> p.offset() + p.length()).orElse(0L));
        }
        return end;
    }
}
