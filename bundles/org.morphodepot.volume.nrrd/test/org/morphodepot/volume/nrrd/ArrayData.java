package org.morphodepot.volume.nrrd;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.LevelInfo;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelType;

/** Data of another format than NRRD, in memory. */
record ArrayData(DatasetInfo info, byte[] bytes) implements Dataset {

    private static final int STEP = 7000;

    ArrayData(String type, List<Long> size, List<String> axes, Optional<Geometry> geometry, byte[] bytes) {
        this(new DatasetInfo("zarr", type, size, geometry, "", axes,
                List.of(new LevelInfo(size, size, Optional.empty(), List.of(), Optional.empty())), List.of()), bytes);
    }

    /** Filled with 0, 1, 2, … */
    ArrayData(String type, List<Long> size, List<String> axes, Optional<Geometry> geometry) {
        this(type, size, axes, geometry,
                Nrrd.counting(size.stream().mapToInt(Long::intValue).reduce(VoxelType.of(type).bytes(), (a, b) -> a * b)));
    }

    @Override
    public Volume volume() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void values(ValueSink sink, Progress progress) throws IOException {
        for (int at = 0; at < bytes.length; at += STEP) {
            sink.accept(bytes, at, Math.min(STEP, bytes.length - at));
            progress.report(at, bytes.length, "reading");
        }
    }

    @Override
    public void close() {
        // in memory
    }
}
