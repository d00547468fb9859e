package org.morphodepot.volume;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A data set whose voxels are as far apart as the user says; direction and origin stay.
 *
 * @param source is closed with this one
 * @param spacing along x, y, z, positive, in {@code unit}
 */
public record PlacedDataset(Dataset source, double[] spacing, String unit) implements Dataset {

    @Override
    public DatasetInfo info() {
        DatasetInfo info = source.info();
        Geometry old = info.geometry().orElseGet(() -> Geometry.of(1, 1, 1, unit));
        // the lines of a header that say otherwise would be written again
        List<HeaderField> fields = info.format().equals("nrrd") ? info.fields().stream().filter(HeaderField::custom).toList()
                : info.fields();
        return new DatasetInfo(info.format(), info.type(), info.size(), Optional.of(placed(old)), info.space(), info.axes(),
                info.levels(), fields);
    }

    private Geometry placed(Geometry old) {
        return new Geometry(spacing, old.directions(), old.origin(), unit);
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public Volume volume() throws IOException {
        return placed(source.volume());
    }

    @Override
    public Volume volume(Map<String, Integer> places) throws IOException {
        return placed(source.volume(places));
    }

    private Volume placed(Volume volume) {
        return new PlacedVolume(volume, placed(volume.geometry()));
    }

    @Override
    public List<Channel> channels() {
        return source.channels();
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
