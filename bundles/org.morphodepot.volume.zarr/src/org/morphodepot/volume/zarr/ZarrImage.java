package org.morphodepot.volume.zarr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.morphodepot.volume.Channel;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.LevelInfo;
import org.morphodepot.volume.zarr.chunk.ShardedChunk;
import org.morphodepot.volume.zarr.metadata.ArrayMetadata;
import org.morphodepot.volume.zarr.ngff.ImageSpace;

/**
 * All that the metadata says about one image or array.
 *
 * @param format {@code ome-zarr}, {@code zarr} or {@code n5}
 * @param paths of the levels' arrays below the root of the store, finest first
 * @param arrays the levels' metadata
 * @param axisNames slowest first; empty when unknown
 * @param channels as far as the file says something about them
 * @param labels names and colours of label values, as {@link org.morphodepot.volume.zarr.ngff.LabelNames} says
 */
public record ZarrImage(String format, List<String> paths, List<ArrayMetadata> arrays, List<String> axisNames,
        ImageSpace space, List<Channel> channels, boolean isLabel, List<HeaderField> labels) {

    DatasetInfo info() {
        boolean placed = !format.equals("zarr") && space.axes().isThree();
        List<LevelInfo> levels = arrays.stream().map(ZarrImage::level).toList();
        return new DatasetInfo(format, arrays.getFirst().type().word(), levels.getFirst().size(),
                placed ? Optional.of(space.geometry()) : Optional.empty(), space.space(), axisNames.reversed(), levels,
                labels);
    }

    private static LevelInfo level(ArrayMetadata array) {
        Optional<ShardedChunk> sharded = array.format().filter(ShardedChunk.class::isInstance)
                .map(ShardedChunk.class::cast);
        List<Long> stored = fastestFirst(array.chunk());
        return new LevelInfo(fastestFirst(array.shape()),
                sharded.map(s -> fastestFirst(s.inner().shape())).orElse(stored),
                sharded.map(_ -> stored), array.codecs(),
                Optional.of(array.zarrFormat()).filter(version -> version > 0));
    }

    private static List<Long> fastestFirst(int[] sides) {
        return fastestFirst(Arrays.stream(sides).asLongStream().toArray());
    }

    private static List<Long> fastestFirst(long[] sides) {
        List<Long> list = new ArrayList<>();
        IntStream.range(0, sides.length).forEach(i -> list.add(sides[sides.length - 1 - i]));
        return List.copyOf(list);
    }
}
