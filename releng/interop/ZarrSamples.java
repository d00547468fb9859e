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
 * {@code write FOLDER} makes pyramids of every type and codec with a table of what is in them: array, type, shape,
 * SHA-256 of the values. {@code read FOLDER} checks the arrays of such a table that another program made.
 */
public final class ZarrSamples {

    private static final List<String> CODECS = List.of("none", "gzip", "zlib", "zstd", "lz4", "blosc", "blosc-zstd");

    private final Volumes volumes = Volumes.fromClassPath();
    private final Path folder;
    private final List<String> table = new ArrayList<>();

    private ZarrSamples(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        ZarrSamples samples = new ZarrSamples(Path.of(args[1]));
        if (args[0].equals("read")) {
            System.exit(samples.read() ? 0 : 1);
        }
        for (int zarr = 2; zarr <= 3; zarr++) {
            for (VoxelType type : VoxelType.values()) {
                samples.write(new Source(type, 77, 50, 37), "type-" + type.id() + "-v" + zarr + ".zarr", 32, "blosc",
                        zarr);
            }
            for (String codec : CODECS) {
                samples.write(new Source(VoxelType.UINT16, 150, 66, 64), codec + "-v" + zarr + ".zarr", 64, codec,
                        zarr);
                samples.write(new Source(VoxelType.FLOAT64, 90, 41, 33), codec + "-f8-v" + zarr + ".zarr", 32, codec,
                        zarr);
            }
            samples.write(new Source(VoxelType.UINT8, 260, 150), "picture-v" + zarr + ".zarr", 64, "blosc", zarr);
            samples.write(new Source(VoxelType.INT16, 60, 40, 30, 2, 3), "channels-v" + zarr + ".zarr", 16, "zstd",
                    zarr);
        }
        samples.writeShards();
        Files.write(samples.folder.resolve("table.tsv"), samples.table);
        System.out.println("wrote " + samples.table.size() + " arrays");
    }

    private void writeShards() throws IOException {
        WriteOptions small = new WriteOptions(Optional.of(16), Optional.of("blosc"), Optional.of(3), Optional.of(3));
        for (VoxelType type : VoxelType.values()) {
            write(new Source(type, 77, 50, 37), "sharded-" + type.id() + ".zarr", small.sharded(32));
        }
        for (String codec : CODECS) {
            write(new Source(VoxelType.UINT16, 150, 66, 64), codec + "-sharded-v3.zarr",
                    new WriteOptions(Optional.of(32), Optional.of(codec), Optional.of(3), Optional.of(3)).sharded(128));
        }
        write(new Source(VoxelType.INT16, 60, 40, 30, 2, 3), "sharded-channels.zarr", small.sharded(48));
    }

    private void write(Dataset source, String name, int chunk, String codec, int zarr) throws IOException {
        write(source, name, new WriteOptions(Optional.of(chunk), Optional.of(codec), Optional.of(3), Optional.of(zarr)));
    }

    private void write(Dataset source, String name, WriteOptions options) throws IOException {
        Address target = Address.of(folder.resolve(name));
        volumes.writer(target).write(source, target, options, volumes, Progress.NONE);
        try (Dataset image = volumes.open(target)) {
            for (int level = 0; level < image.info().levels().size(); level++) {
                row(name, level, level == 0 ? sum(source) : null);
            }
        }
    }

    /** Level 0 must be the source; the others what we read ourselves. */
    private void row(String name, int level, String sum) throws IOException {
        try (Dataset array = volumes.open(Address.of(folder.resolve(name).resolve(String.valueOf(level))))) {
            String shape = array.info().size().reversed().stream().map(String::valueOf)
                    .collect(Collectors.joining(","));
            table.add(String.join("\t", name + "/" + level, array.info().type(), shape, sum == null ? sum(array)
                    : sum));
        }
    }

    private boolean read() throws IOException {
        int wrong = 0;
        List<String> rows = Files.readAllLines(folder.resolve("table.tsv"));
        for (String row : rows) {
            String[] expected = row.split("\t");
            try (Dataset array = volumes.open(Address.of(folder.resolve(expected[0])))) {
                String found = sum(array);
                if (!found.equals(expected[3]) || !array.info().type().equals(expected[1])) {
                    wrong++;
                    System.out.println("DIFFERENT " + expected[0]);
                }
            } catch (IOException e) {
                wrong++;
                System.out.println("FAILED " + expected[0] + ": " + e.getMessage());
            }
        }
        System.out.println("the workbench read " + (rows.size() - wrong) + " of " + rows.size()
                + " arrays of zarr-python and tensorstore");
        return wrong == 0;
    }

    private static String sum(Dataset dataset) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            dataset.values(digest::update, Progress.NONE);
            return HexFormat.of().formatHex(digest.digest());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Values that compress a little, with an empty part, of any type and size (fastest axis first). */
    private record Source(VoxelType type, long... size) implements Dataset {

        @Override
        public DatasetInfo info() {
            List<Long> sizes = Arrays.stream(size).boxed().toList();
            return new DatasetInfo("sample", type.id(), sizes, Optional.of(Geometry.of(0.5, 0.5, 0.8, "mm")), "",
                    List.of(), List.of(), List.of());
        }

        @Override
        public void values(ValueSink sink, Progress progress) throws IOException {
            int count = (int) Arrays.stream(size).reduce(1, (a, b) -> a * b);
            byte[] bytes = new byte[count * type.bytes()];
            Random random = new Random(count);
            for (int i = 0; i < count * 3 / 4; i++) {
                for (int b = 0; b < type.bytes(); b++) {
                    int value = b == 0 ? i / 5 + random.nextInt(4) : (i >> 4 * b) & 31;
                    bytes[i * type.bytes() + b] = (byte) (type == VoxelType.BOOL ? value & 1 : value);
                }
            }
            sink.accept(bytes, 0, bytes.length);
        }

        @Override
        public Volume volume() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
