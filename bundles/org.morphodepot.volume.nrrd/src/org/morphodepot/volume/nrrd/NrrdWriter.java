package org.morphodepot.volume.nrrd;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.io.AtomicFile;
import org.morphodepot.volume.io.ParallelGzipOutputStream;
import org.morphodepot.volume.nrrd.header.Encoding;
import org.morphodepot.volume.nrrd.header.ScalarType;
import org.morphodepot.volume.nrrd.header.WrittenHeader;
import org.morphodepot.volume.spi.VolumeWriter;
import org.morphodepot.volume.spi.WriteOptions;
import org.osgi.service.component.annotations.Component;

/**
 * Writes level 0 of any data as one NRRD file with attached header, gzip or raw, little endian. Geometry goes to
 * {@code space directions}, {@code space origin} and {@code space units} in left-posterior-superior; the numbers stay in
 * the data's own unit. Fields of an NRRD source are kept, so that the segments of a {@code .seg.nrrd} survive.
 */
@Component(service = VolumeWriter.class)
public final class NrrdWriter implements VolumeWriter {

    @Override
    public String id() {
        return "nrrd";
    }

    @Override
    public boolean accepts(Address target) {
        return target.name().toLowerCase(Locale.ROOT).endsWith(".nrrd");
    }

    @Override
    public void write(Dataset source, Address target, WriteOptions options, Volumes volumes, Progress progress)
            throws IOException {
        if (!target.isFile()) {
            throw new VolumeException(Kind.UNSUPPORTED, "NRRD files cannot be written to " + target.uri().getScheme()
                    + " addresses; write a local file and upload it");
        }
        DatasetInfo info = source.info();
        VoxelType type = type(info, target);
        Encoding encoding = encoding(options);
        progress.check();
        try (AtomicFile file = AtomicFile.create(target.path())) {
            file.out().write(WrittenHeader.of(info, stored(type), encoding));
            OutputStream out = encoding == Encoding.GZIP ? new ParallelGzipOutputStream(file.out()) : file.out();
            copy(source, type, out, new Named(progress, "writing " + target.name()));
            progress.check();
            file.commit();
        }
    }

    private static void copy(Dataset source, VoxelType type, OutputStream out, Progress progress) throws IOException {
        long values = source.info().size().stream().reduce(1L, Math::multiplyExact);
        long[] written = {0};
        try (out) {
            Dataset.ValueSink sink = (bytes, offset, length) -> {
                progress.check();
                out.write(bytes, offset, length);
                written[0] += length;
            };
            source.values(type == VoxelType.FLOAT16 ? new HalfToFloat(sink) : sink, progress);
        }
        long expected = values * stored(type).bytes();
        if (written[0] != expected) {
            throw new VolumeException(Kind.MALFORMED, "the data to be written has " + written[0] + " bytes instead of "
                    + expected);
        }
    }

    private static VoxelType type(DatasetInfo info, Address target) throws VolumeException {
        try {
            return VoxelType.of(info.type());
        } catch (IllegalArgumentException e) {
            throw new VolumeException(Kind.UNSUPPORTED, "cannot write " + target.name() + ": NRRD has no values of type "
                    + info.type(), e);
        }
    }

    /** The type in the file: NRRD lacks truth values and half precision. */
    private static VoxelType stored(VoxelType type) {
        return ScalarType.of(ScalarType.word(type)).orElseThrow();
    }

    private static Encoding encoding(WriteOptions options) throws VolumeException {
        String codec = options.codec().orElse("gzip");
        return switch (codec) {
            case "gzip" -> Encoding.GZIP;
            case "none" -> Encoding.RAW;
            default -> throw new VolumeException(Kind.UNSUPPORTED,
                    "NRRD files are written with codec gzip or none, not " + codec);
        };
    }

    /** Says what is going on from the writer's side. */
    private record Named(Progress progress, String what) implements Progress {

        @Override
        public void report(long done, long total, String reading) {
            progress.report(done, total, what);
        }

        @Override
        public boolean cancelled() {
            return progress.cancelled();
        }
    }
}
