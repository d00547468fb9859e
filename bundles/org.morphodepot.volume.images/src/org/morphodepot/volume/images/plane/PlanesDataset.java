package org.morphodepot.volume.images.plane;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.LevelInfo;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelSize;

/** A stack of slices as a data set. Thread-safe. */
public final class PlanesDataset implements Dataset {

    private final String name;
    private final Planes planes;
    private final Optional<Geometry> geometry;
    private final DatasetInfo info;

    /**
     * @param geometry empty when the files do not say how far voxels are apart
     * @param oriented whether the files say where left, posterior and superior are
     */
    public PlanesDataset(String name, String format, Planes planes, Optional<Geometry> geometry, boolean oriented,
            List<HeaderField> fields) {
        this.name = name;
        this.planes = planes;
        this.geometry = geometry;
        VoxelSize voxels = planes.size();
        List<Long> size = List.of((long) voxels.x(), (long) voxels.y(), (long) voxels.z());
        List<Long> plane = List.of((long) voxels.x(), (long) voxels.y(), 1L);
        LevelInfo level = new LevelInfo(size, plane, Optional.empty(), List.of(planes.codec()), Optional.empty());
        info = new DatasetInfo(format, planes.type().id(), size, geometry, oriented ? "left-posterior-superior" : "",
                List.of("x", "y", "z"), List.of(level), fields);
    }

    @Override
    public DatasetInfo info() {
        return info;
    }

    /** Without a known spacing voxels count as cubes of 1. */
    @Override
    public Volume volume() {
        return new PlanesVolume(name, planes, geometry.orElseGet(() -> Geometry.of(1, 1, 1, "")));
    }

    @Override
    public void values(ValueSink sink, Progress progress) throws IOException {
        long bytes = planes.size().voxels() * planes.type().bytes();
        long done = 0;
        try (PlaneReadAhead ahead = new PlaneReadAhead(planes)) {
            for (int z = 0; z < planes.size().z(); z++) {
                progress.check();
                byte[] plane = ahead.next();
                sink.accept(plane, 0, plane.length);
                done += plane.length;
                progress.report(done, bytes, "reading " + name);
            }
        }
    }

    @Override
    public void close() throws IOException {
        planes.close();
    }
}
