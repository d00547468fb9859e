package org.morphodepot.volume.nrrd;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.testing.Damage;
import org.morphodepot.testing.RealData;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;

/**
 * Real files with bits flipped, bytes replaced, pieces cut or doubled: read, or refused with a message, nothing
 * else.
 */
class FuzzTest {

    private static final int ROUNDS = Integer.getInteger("rounds", 50);
    private static final long MOST = 8 << 20;

    @TempDir
    Path folder;

    @Test
    void damagedFiles_giveVolumeExceptions() throws IOException {
        assumeTrue(RealData.isHere());
        int refused = 0;
        for (Path file : files()) {
            byte[] good = Files.readAllBytes(file);
            Random random = new Random(file.getFileName().toString().hashCode());
            for (int round = 0; round < ROUNDS; round++) {
                byte[] bad = damaged(good, random);
                refused += isRefused(bad, file + " round " + round) ? 1 : 0;
            }
        }
        assertTrue(refused > ROUNDS, "only " + refused + " were refused");
    }

    /** Every encoding and what headers may hold, made here: this runs also where the real files are not. */
    @Test
    void damagedOwnFiles_giveVolumeExceptions() throws IOException {
        byte[] values = new byte[2 * 3 * 4 * 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i * 7);
        }
        StringBuilder hex = new StringBuilder();
        StringBuilder ascii = new StringBuilder();
        for (byte b : values) {
            hex.append(String.format("%02x", b));
            ascii.append(b).append(' ');
        }
        int refused = 0;
        refused += refused("short", "raw", "", values) + refused("short", "gzip", "", packed(values, GZIPOutputStream::new))
                + refused("short", "bzip2", "", packed(values, BZip2CompressorOutputStream::new))
                + refused("uchar", "hex", "", hex.toString().getBytes(StandardCharsets.US_ASCII))
                + refused("float", "ascii", "", ascii.toString().getBytes(StandardCharsets.US_ASCII))
                + refused("short", "raw", "line skip: 0\nbyte skip: -1\n", values);
        assertTrue(refused > ROUNDS, "only " + refused + " were refused");
    }

    private static byte[] packed(byte[] values, Packing packing) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (OutputStream out = packing.around(all)) {
            out.write(values);
        }
        return all.toByteArray();
    }

    private interface Packing {
        OutputStream around(OutputStream out) throws IOException;
    }

    private int refused(String type, String encoding, String more, byte[] data) throws IOException {
        String header = "NRRD0005\n# comment\ntype: " + type + "\ndimension: 3\nspace: left-posterior-superior\nsizes: "
                + (type.equals("uchar") ? "6 4 5" : type.equals("float") ? "5 8 3" : "3 4 5")
                + "\nspace directions: (2,0,0) (0,2,0) (0,0.1,2)\nkinds: domain domain domain\nendian: little\nencoding: "
                + encoding + "\nspace origin: (60,10,58)\nspace units: \"mm\" \"mm\" \"mm\"\n" + more
                + "Segment0_ID:=a\nSegment0_LabelValue:=1\nOwn:=a\\nb\n\n";
        Damage damage = new Damage(encoding.hashCode());
        int refused = 0;
        for (int round = 0; round < 4 * ROUNDS; round++) {
            byte[] head = (round % 2 == 0 ? header : damage.of(header)).getBytes(StandardCharsets.UTF_8);
            byte[] whole = Arrays.copyOf(head, head.length + data.length);
            System.arraycopy(data, 0, whole, head.length, data.length);
            refused += isRefused(round % 2 == 0 ? damage.of(whole) : whole, encoding + " round " + round) ? 1 : 0;
        }
        return refused;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> teem = Files.list(RealData.path("nrrd/teem"));
                Stream<Path> pynrrd = Files.list(RealData.path("nrrd/pynrrd"))) {
            return Stream.concat(teem, pynrrd).filter(f -> f.toString().matches(".*\\.(nrrd|nhdr)")).sorted().toList();
        }
    }

    private boolean isRefused(byte[] bytes, String what) throws IOException {
        Path file = Files.write(folder.resolve("fuzz.nrrd"), bytes);
        try (Dataset dataset = NrrdFiles.open(file)) {
            long size = dataset.info().size().stream().reduce(1L, (a, b) -> a * b);
            if (size > MOST) {
                return false;
            }
            dataset.values((b, offset, length) -> assertTrue(length > 0), Progress.NONE);
            Volume volume = dataset.volume();
            volume.read(new ChunkKey(0, 0, 0, 0));
            return false;
        } catch (VolumeException e) {
            assertTrue(e.getMessage().lines().count() == 1, what + ": " + e.getMessage());
            return true;
        } catch (RuntimeException | IOException | Error e) {
            throw new AssertionError(what, e);
        }
    }

    private static byte[] damaged(byte[] good, Random random) {
        int header = Math.min(good.length, 600);
        byte[] bad = good.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = random.nextInt(random.nextBoolean() ? header : good.length);
            switch (random.nextInt(4)) {
                case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bad[at] = (byte) "0123456789-.,()% \n:=".charAt(random.nextInt(20));
                case 2 -> bad[at] = (byte) random.nextInt(256);
                default -> System.arraycopy(good, 0, bad, at, Math.min(random.nextInt(20), good.length - at));
            }
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bad, random.nextInt(bad.length)) : bad;
    }
}
