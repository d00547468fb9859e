package org.morphodepot.volume.spi;

import java.util.Optional;

/**
 * How to write a volume; empty means the format's own choice.
 *
 * @param chunk side of cubic chunks
 * @param codec {@code none}, {@code gzip}, {@code zlib}, {@code zstd}, {@code lz4}, {@code blosc}
 * @param levels number of resolutions, level 0 included
 * @param zarr Zarr format, 2 or 3
 * @param shard side of the cubes of chunks that are stored as one object; 0 for none
 * @param resume whether to go on where a write of the same scan to the same place broke off, and to keep what is done when
 *            this one breaks off; without it a failed write leaves nothing behind
 */
public record WriteOptions(Optional<Integer> chunk, Optional<String> codec, Optional<Integer> levels,
        Optional<Integer> zarr, Optional<Integer> shard, boolean resume) {

    /** Every choice left to the format. */
    public static final WriteOptions DEFAULT = new WriteOptions(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());

    /** Options of a format that leave sharding to it and start from the beginning. */
    public WriteOptions(Optional<Integer> chunk, Optional<String> codec, Optional<Integer> levels, Optional<Integer> zarr) {
        this(chunk, codec, levels, zarr, Optional.empty(), false);
    }

    /** The same with shards of this side. */
    public WriteOptions sharded(int side) {
        return new WriteOptions(chunk, codec, levels, zarr, Optional.of(side), resume);
    }

    /** The same, going on where an earlier write broke off. */
    public WriteOptions resuming() {
        return new WriteOptions(chunk, codec, levels, zarr, shard, true);
    }
}
