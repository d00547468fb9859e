package org.morphodepot.volume.zarr.array;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.store.StoreLimits;
import org.morphodepot.volume.zarr.chunk.ChunkFormat;
import org.morphodepot.volume.zarr.chunk.Destination;
import org.morphodepot.volume.zarr.chunk.Region;
import org.morphodepot.volume.zarr.chunk.ShardIndex;
import org.morphodepot.volume.zarr.chunk.ShardedChunk;
import org.morphodepot.volume.zarr.chunk.Strides;
import org.morphodepot.volume.zarr.chunk.Target;
import org.morphodepot.volume.zarr.chunk.Turned;
import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.codec.CodecException;
import org.morphodepot.volume.zarr.metadata.ArrayMetadata;

/**
 * An array of numbers in a store. Its chunks are what can be read at once: the inner chunks of shards, unless a codec lies
 * around the shards. Thread-safe.
 */
public final class ZarrArray {

    private final Store store;
    private final String path;
    private final ArrayMetadata metadata;
    private final ChunkFormat format;
    private final ShardedChunk shards;
    private final ShardIndexes indexes;

    /**
     * The array at {@code path} below the root of {@code store}.
     *
     * @throws VolumeException of kind {@code UNSUPPORTED} when its values are no numbers
     */
    public ZarrArray(Store store, String path, ArrayMetadata metadata) throws VolumeException {
        String below = path.isEmpty() ? "" : path + "/";
        this.store = new DeniedAsMissing(store, switch (metadata.zarrFormat()) {
            case 2 -> List.of(below + ".zarray", ".zmetadata", ".zattrs");
            case 3 -> List.of(below + "zarr.json", "zarr.json");
            default -> List.of(below + "attributes.json");
        });
        this.path = path;
        this.metadata = metadata;
        ChunkFormat stored = metadata.readable();
        shards = stored instanceof ShardedChunk sharded && sharded.isPartlyReadable() ? sharded : null;
        format = shards == null ? stored : shards.inner();
        indexes = shards == null ? null : new ShardIndexes(this.store, shards.index(), this::damaged);
    }

    public ArrayMetadata metadata() {
        return metadata;
    }

    /** Values per axis of a chunk; shared. */
    public int[] chunkShape() {
        return format.shape();
    }

    /** Bytes of one value. */
    public int valueSize() {
        return metadata.type().size();
    }

    /** The stored bytes of a chunk; empty when all its values are the fill value. Blocks. */
    public Optional<Bytes> fetch(long[] chunk) throws IOException {
        return shards == null ? store.read(key(chunk)).map(Bytes::of) : fetchInner(chunk);
    }

    private Optional<Bytes> fetchInner(long[] chunk) throws IOException {
        long[] shard = new long[chunk.length];
        int[] inside = new int[chunk.length];
        for (int i = 0; i < chunk.length; i++) {
            int perShard = shards.shape()[i] / format.shape()[i];
            shard[i] = chunk[i] / perShard;
            inside[i] = (int) (chunk[i] % perShard);
        }
        String key = key(shard);
        Optional<ShardIndex> index = indexes.get(key);
        return index.isEmpty() ? Optional.empty() : fetchInner(key, index.get(), shards.position(inside));
    }

    private Optional<Bytes> fetchInner(String key, ShardIndex index, int position) throws IOException {
        Optional<ShardIndex.Place> place;
        try {
            place = index.place(position);
        } catch (CodecException e) {
            throw damaged(key, e);
        }
        if (place.isEmpty()) {
            return Optional.empty();
        }
        int length = place.get().length();
        if (length > Integer.MAX_VALUE / 2) {
            throw new VolumeException(Kind.TOO_LARGE, name(key) + ": an inner chunk is too large");
        }
        Optional<byte[]> bytes = store.read(key, place.get().offset(), length);
        if (bytes.isEmpty() || bytes.get().length != length) {
            throw damaged(key, new CodecException("the shard ends before its chunks do"));
        }
        return Optional.of(Bytes.of(bytes.get()));
    }

    /** Decodes a region of a chunk, or fills it when there are no stored bytes. Does not touch the store. */
    public void decode(long[] chunk, Optional<Bytes> stored, Region region, Target target) throws VolumeException {
        if (stored.isEmpty()) {
            Strides.fill(target, region.count(), valueSize(), metadata.fill());
            return;
        }
        try {
            format.decode(stored.get(), region, target);
        } catch (CodecException e) {
            throw damaged(shards == null ? key(chunk) : keyOfShard(chunk), e);
        }
    }

    private String keyOfShard(long[] chunk) {
        long[] shard = new long[chunk.length];
        for (int i = 0; i < chunk.length; i++) {
            shard[i] = chunk[i] / (shards.shape()[i] / format.shape()[i]);
        }
        return key(shard);
    }

    /** Values per axis of what is one object in the store: a chunk or a shard; shared. */
    int[] objectShape() {
        return shards == null ? format.shape() : shards.shape();
    }

    Optional<ShardedChunk> shards() {
        return Optional.ofNullable(shards);
    }

    /** How chunks, or the inner chunks of shards, are stored. */
    ChunkFormat chunks() {
        return format;
    }

    Store store() {
        return store;
    }

    /** The index of a shard; empty when there is no such shard. Blocks. */
    Optional<ShardIndex> index(String key) throws IOException {
        return indexes.get(key);
    }

    /** Gives values that are not stored the fill value; memory that is still zero need not be touched for a zero. */
    void fill(int[] count, Destination fresh) {
        if (metadata.fill() != 0) {
            Turned.fill(count, fresh, valueSize(), metadata.fill());
        }
    }

    int checkedLength(String key, long length) throws VolumeException {
        if (length > StoreLimits.wholeObject()) {
            throw StoreLimits.tooLarge(name(key), length);
        }
        return (int) length;
    }

    String key(long[] object) {
        String key = metadata.keys().key(object);
        return path.isEmpty() ? key : path + "/" + key;
    }

    private String name(String key) {
        return store.root() + "/" + key;
    }

    VolumeException damaged(String key, CodecException cause) {
        return new VolumeException(Kind.MALFORMED, name(key) + " is damaged: " + cause.getMessage(), cause);
    }
}
