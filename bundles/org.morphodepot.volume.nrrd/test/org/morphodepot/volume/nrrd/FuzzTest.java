package org.morphodepot.volume.nrrd;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
