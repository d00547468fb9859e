import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.spi.WriteOptions;

/**
 * Writes NRRD files of every type and codec, and the files named on the command line again, with a table of what is in them:
 * file, type, sizes, SHA-256 of the values, spacing, directions, origin.
 */
public final class NrrdSamples {

    private static final double[] OBLIQUE = {0, 0.6, 0.8, 1, 0, 0, 0, 0.8, -0.6};
    private static final List<Long> SIZE = List.of(67L, 40L, 150L);

    private final Volumes volumes = Volumes.fromClassPath();
    private final Path folder;
    private final List<String> table = new ArrayList<>();

    private NrrdSamples(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        NrrdSamples samples = new NrrdSamples(Files.createDirectories(Path.of(args[0])));
        for (VoxelType type : VoxelType.values()) {
            if (type != VoxelType.BOOL && type != VoxelType.FLOAT16) {
                samples.write(noise(type), type.id() + "-gzip.nrrd", "gzip");
                samples.write(noise(type), type.id() + "-raw.nrrd", "none");
            }
        }
        for (int i = 1; i < args.length; i++) {
            try (Dataset source = samples.volumes.open(Address.of(args[i]))) {
                samples.write(source, "again-" + i + "-" + Path.of(args[i]).getFileName() + ".nrrd", "gzip");
            }
        }
        Files.write(samples.folder.resolve("table.tsv"), samples.table);
    }

    private void write(Dataset source, String name, String codec) throws Exception {
        Address target = Address.of(folder.resolve(name));
        WriteOptions options = new WriteOptions(Optional.empty(), Optional.of(codec), Optional.empty(), Optional.empty());
        volumes.writer(target).write(source, target, options, volumes, Progress.NONE);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        source.values(digest::update, Progress.NONE);
        DatasetInfo info = source.info();
        String sizes = info.size().stream().map(String::valueOf).collect(Collectors.joining(" "));
        Optional<Geometry> g = info.geometry();
        table.add(String.join("\t", name, info.type(), sizes, HexFormat.of().formatHex(digest.digest()),
                g.map(x -> numbers(x.spacing())).orElse(""), g.map(x -> numbers(x.directions())).orElse(""),
                g.map(x -> numbers(x.origin())).orElse("")));
    }

    private static String numbers(double[] values) {
        return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    /** Blocks of one value beside noise, so that every kind of deflate block occurs. */
    private static Dataset noise(VoxelType type) {
        byte[] bytes = new byte[(int) (SIZE.get(0) * SIZE.get(1) * SIZE.get(2)) * type.bytes()];
        Random random = new Random(type.ordinal());
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i / 50_000 % 2 == 0 ? 0 : random.nextInt(40));
        }
        Geometry geometry = new Geometry(new double[] {0.035278, 0.04, 0.0125}, OBLIQUE,
                new double[] {-1.5, 1e-7, 123456.789}, "mm");
        DatasetInfo info = new DatasetInfo("zarr", type.id(), SIZE, Optional.of(geometry), "", List.of("x", "y", "z"),
                List.of(), List.of());
        return new InMemory(info, bytes);
    }

    private record InMemory(DatasetInfo info, byte[] bytes) implements Dataset {
        @Override
        public Volume volume() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void values(ValueSink sink, Progress progress) throws IOException {
            sink.accept(bytes, 0, bytes.length);
        }

        @Override
        public void close() {
            // in memory
        }
    }
}
