package org.morphodepot.volume;

import java.util.List;
import java.util.Optional;

/**
 * How one level is stored, for any number of axes, fastest axis first.
 *
 * @param codecs names such as {@code blosc}, {@code zstd}, {@code gzip}, {@code raw}
 * @param zarrFormat 2 or 3, empty when not Zarr
 */
public record LevelInfo(List<Long> size, List<Long> chunk, Optional<List<Long>> shard, List<String> codecs,
        Optional<Integer> zarrFormat) {
}
