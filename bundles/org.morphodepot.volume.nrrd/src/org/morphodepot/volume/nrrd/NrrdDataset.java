package org.morphodepot.volume.nrrd;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.LevelInfo;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.nrrd.data.MappedValues;
import org.morphodepot.volume.nrrd.data.Piece;
import org.morphodepot.volume.nrrd.data.RangedValues;
import org.morphodepot.volume.nrrd.data.RawValues;
import org.morphodepot.volume.nrrd.data.SpooledValues;
import org.morphodepot.volume.nrrd.data.ValueStream;
import org.morphodepot.volume.nrrd.file.Faults;
import org.morphodepot.volume.nrrd.file.LocalSource;
import org.morphodepot.volume.nrrd.header.Encoding;
import org.morphodepot.volume.nrrd.header.NrrdHeader;

/** An opened NRRD file. */
final class NrrdDataset implements Dataset {

    /** More files than this are not mapped one by one but copied together. */
    private static final int MOST_MAPPED = 4096;

    private final String name;
    private final NrrdHeader header;
    private final ValueStream values;
    private final Closeable store;
    private RawValues raw;
    private boolean closed;

    /** {@code name} is that of the file; {@code store} is closed with the data set. */
    NrrdDataset(String name, NrrdHeader header, List<Piece> pieces, Closeable store) {
        this.name = name;
        this.header = header;
        this.values = new ValueStream(header, pieces, name);
        this.store = store;
    }

    @Override
    public DatasetInfo info() {
        List<Long> sizes = header.sizes();
        boolean placed = header.axes().spatial().size() == 3;
        Optional<Geometry> geometry = placed ? Optional.of(header.orientation().geometry()) : Optional.empty();
        LevelInfo level = new LevelInfo(sizes, sizes, Optional.empty(), List.of(header.encoding().word()),
                Optional.empty());
        return new DatasetInfo("nrrd", header.type().id(), sizes, geometry, header.orientation().space(),
                header.axes().names(), List.of(level), header.text().withMagic());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized Volume volume() throws IOException {
        if (closed) {
            throw new VolumeException(Kind.STORAGE, name + " has been closed");
        }
        ArrayLayout layout = ArrayLayout.of(header, new Faults(name));
        if (raw == null) {
            raw = open();
        }
        return new NrrdVolume(name, header, layout, raw, this);
    }

    private RawValues open() throws IOException {
        if (header.encoding() == Encoding.RAW) {
            if (values.pieces().stream().noneMatch(p -> p.source() instanceof LocalSource)) {
                return new RangedValues(header, values.pieces());
            }
            if (values.pieces().size() <= MOST_MAPPED) {
                return MappedValues.of(header, values.pieces());
            }
        }
        return new SpooledValues(values);
    }

    @Override
    public void values(ValueSink sink, Progress progress) throws IOException {
        values.copy(sink, progress);
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (raw != null) {
                raw.close();
            }
        } finally {
            store.close();
        }
    }
}
