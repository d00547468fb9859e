package org.morphodepot.cli;

import java.io.IOException;
import java.util.Optional;

import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;

/**
 * A data set whose voxels are as far apart as the user says; direction and origin stay. For writing: {@link #volume()} is
 * that of the source.
 *
 * @param source is closed with this one
 */
record PlacedDataset(Dataset source, double[] spacing, String unit) implements Dataset {

    @Override
    public DatasetInfo info() {
        DatasetInfo info = source.info();
        Geometry old = info.geometry().orElseGet(() -> Geometry.of(1, 1, 1, unit));
        Geometry placed = new Geometry(spacing, old.directions(), old.origin(), unit);
        // the lines of a header that say otherwise would be written again
        return new DatasetInfo(info.format(), info.type(), info.size(), Optional.of(placed), info.space(), info.axes(),
                info.levels(), info.fields().stream().filter(HeaderField::custom).toList());
    }

    @Override
    public Volume volume() throws IOException {
        return source.volume();
    }

    @Override
    public void values(ValueSink sink, Progress progress) throws IOException {
        source.values(sink, progress);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
