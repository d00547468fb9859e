package org.morphodepot.volume.spi;

import java.util.Optional;

/**
 * How to write a volume; empty means the format's own choice.
 *
 * @param chunk side of cubic chunks
 * @param codec {@code none}, {@code gzip}, {@code zlib}, {@code zstd}, {@code lz4}, {@code blosc}
 * @param levels number of resolutions, level 0 included
 * @param zarr Zarr format, 2 or 3
 */
public record WriteOptions(Optional<Integer> chunk, Optional<String> codec, Optional<Integer> levels,
        Optional<Integer> zarr) {

    /** Every choice left to the format. */
    public static final WriteOptions DEFAULT = new WriteOptions(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());
}
