package org.morphodepot.volume.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.LevelInfo;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.WriteOptions;

/** A scan several times as large as the heap is written and read back by a program of its own. */
class MemoryBoundTest {

    private static final long[] SIZE = {1000, 1000, 130};

    @TempDir
    private Path folder;

    @Test
    void scanLargerThanMemory_isWrittenAndReadBack() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "-Xmx56m", "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder, "-cp", System.getProperty("java.class.path"),
                MemoryBoundTest.class.getName(),
                folder.resolve("large.zarr").toString()).redirectErrorStream(true).start();
        String output;
        try (InputStream in = process.getInputStream()) {
            output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals("same values", output.lines().reduce((a, b) -> b).orElse(""), output);
        try (Stream<Path> files = Files.list(folder)) {
            List<String> left = files.map(f -> f.getFileName().toString()).filter(f -> f.startsWith("morphodepot"))
                    .toList();
            assertEquals(List.of(), left, "temporary files");
        }
    }

    /** Writes and reads back; run with a small heap. */
    public static void main(String[] arguments) throws Exception {
        Address target = Address.of(arguments[0]);
        MessageDigest written = MessageDigest.getInstance("SHA-256");
        Volumes volumes = Volumes.fromClassPath();
        new OmeZarrWriter().write(new Noise(written), target, new WriteOptions(Optional.empty(), Optional.of("none"),
                Optional.empty(), Optional.empty()), volumes, Progress.NONE);
        String sum = HexFormat.of().formatHex(written.digest());
        try (Dataset dataset = volumes.open(target)) {
            System.out.println(Digest.of(dataset).equals(sum) ? "same values" : "different values");
        }
    }

    /** The same noise over and over, shifted. */
    private record Noise(MessageDigest digest) implements Dataset {

        @Override
        public DatasetInfo info() {
            List<Long> size = Arrays.stream(SIZE).boxed().toList();
            return new DatasetInfo("noise", "uint16", size, Optional.of(Geometry.of(1, 1, 1, "mm")), "", List.of(),
                    List.of(new LevelInfo(size, size, Optional.empty(), List.of("raw"), Optional.empty())), List.of());
        }

        @Override
        public Volume volume() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void values(ValueSink sink, Progress progress) throws IOException {
            byte[] noise = new byte[1 << 20];
            new Random(1).nextBytes(noise);
            long left = SIZE[0] * SIZE[1] * SIZE[2] * 2;
            for (int i = 0; left > 0; i++) {
                int from = i * 7919 % 1000;
                int length = (int) Math.min(left, noise.length - from);
                digest.update(noise, from, length);
                sink.accept(noise, from, length);
                left -= length;
            }
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
