package org.morphodepot.volume.zarr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.LevelInfo;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.zarr.codec.Elements;

/** A source of any size whose values are computed while they are read, in pieces of odd lengths. */
final class SyntheticScan implements Dataset {

    private final VoxelType type;
    private final long[] size;
    private Optional<Geometry> geometry = Optional.of(Geometry.of(1, 1, 1, "mm"));
    private List<String> axes = List.of();
    private List<HeaderField> fields = List.of();

    /** Sizes fastest first. */
    SyntheticScan(VoxelType type, long... size) {
        this.type = type;
        this.size = size;
    }

    static SyntheticScan of(VoxelType type, long... size) {
        return new SyntheticScan(type, size);
    }

    SyntheticScan in(Geometry where) {
        geometry = Optional.ofNullable(where);
        return this;
    }

    SyntheticScan axes(String... names) {
        axes = List.of(names);
        return this;
    }

    SyntheticScan segmentation(HeaderField... more) {
        fields = new ArrayList<>(List.of(more));
        fields.add(new HeaderField("Segment0_ID", "Segment_1", true));
        return this;
    }

    @Override
    public DatasetInfo info() {
        List<Long> sizes = new ArrayList<>();
        for (long n : size) {
            sizes.add(n);
        }
        return new DatasetInfo("synthetic", type.id(), sizes, geometry, "", axes,
                List.of(new LevelInfo(sizes, sizes, Optional.empty(), List.of("raw"), Optional.empty())), fields);
    }

    @Override
    public Volume volume() {
        throw new UnsupportedOperationException();
    }

    /** The bit pattern of value {@code i}: smooth, with some zeros. */
    private long bits(long i) {
        long x = i % size[0];
        long row = i / size[0];
        long value = x / 3 * 17 + row * 5 + (i * 2654435761L >>> 7 & 3);
        double signed = type.id().startsWith("u") || type == VoxelType.BOOL ? value : value - 300;
        return x % 100 > 90 ? 0 : new Elements(type, false).toBits(type.isFloat() ? signed / 4 : signed % 120);
    }

    @Override
    public void values(ValueSink sink, Progress progress) throws IOException {
        long total = 1;
        for (long n : size) {
            total *= n;
        }
        Elements elements = new Elements(type, false);
        byte[] piece = new byte[9973 * type.bytes()];
        for (long i = 0; i < total;) {
            int n = (int) Math.min(total - i, 9973);
            for (int k = 0; k < n; k++, i++) {
                elements.putBits(piece, k * type.bytes(), bits(i));
            }
            sink.accept(piece, 0, n * type.bytes());
        }
    }

    @Override
    public void close() {
        // nothing is open
    }
}
