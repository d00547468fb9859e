package org.morphodepot.volume.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.morphodepot.testing.RealData;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;

/**
 * Real hierarchies with one object damaged: read, or refused with one line, nothing else. Documents go through every parser of
 * metadata, chunks through every codec, shards and blosc frames among them. {@code -Drounds=N} for longer runs.
 */
class FuzzTest {

    private static final int ROUNDS = Integer.getInteger("rounds", 6);
    private static final int SMALL = 1 << 20;
    private static final int MOST_OBJECTS = 64;

    @Test
    void damagedDocuments_areReadOrRefused() throws IOException {
        assumeTrue(RealData.isHere());
        assertTrue(refused(true) > ROUNDS);
    }

    @Test
    void damagedChunks_areReadOrRefused() throws IOException {
        assumeTrue(RealData.isHere());
        assertTrue(refused(false) > ROUNDS);
    }

    private static int refused(boolean documents) throws IOException {
        int refused = 0;
        for (Path root : roots()) {
            Map<String, byte[]> objects = objects(root);
            List<String> names = objects.keySet().stream().filter(name -> isDocument(name) == documents).toList();
            Random random = new Random(root.getFileName().toString().hashCode());
            for (int round = 0; round < ROUNDS && !names.isEmpty(); round++) {
                String name = names.get(random.nextInt(names.size()));
                Map<String, byte[]> bad = new TreeMap<>(objects);
                bad.put(name, damaged(objects.get(name), documents, random));
                refused += isRefused(bad, root + ": " + name + " round " + round) ? 1 : 0;
            }
        }
        return refused;
    }

    private static boolean isRefused(Map<String, byte[]> objects, String what) {
        MemoryStore store = MemoryStore.of(objects);
        try (Dataset dataset = store.volumes().open(MemoryStore.ROOT); Volume volume = dataset.volume()) {
            dataset.channels();
            volume.displayRange();
            for (int level = 0; level < Math.min(2, volume.levels().size()); level++) {
                volume.read(new ChunkKey(level, 0, 0, 0));
            }
            return false;
        } catch (VolumeException e) {
            assertEquals(1, e.getMessage().lines().count(), () -> what + ": " + e.getMessage());
            return true;
        } catch (RuntimeException | IOException | Error e) {
            throw new AssertionError(what, e);
        }
    }

    /** Folders of the real data that are the root of a hierarchy. */
    private static List<Path> roots() throws IOException {
        List<Path> roots = new ArrayList<>();
        for (String kind : List.of("omezarr", "zarr")) {
            try (Stream<Path> all = Files.walk(RealData.path(kind))) {
                all.filter(Files::isDirectory).filter(FuzzTest::isRoot).sorted().forEach(roots::add);
            }
        }
        roots.removeIf(path -> roots.stream().anyMatch(other -> !other.equals(path) && path.startsWith(other)));
        return roots;
    }

    private static boolean isRoot(Path folder) {
        return Stream.of(".zattrs", ".zgroup", ".zarray", "zarr.json", "attributes.json")
                .anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    private static Map<String, byte[]> objects(Path root) throws IOException {
        Map<String, byte[]> objects = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().limit(MOST_OBJECTS).toList()) {
                if (Files.size(file) > 0 && Files.size(file) < SMALL) {
                    objects.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        }
        return objects;
    }

    private static boolean isDocument(String name) {
        return name.matches("(.*/)?(\\.z[a-z]+|[a-z]+\\.json)");
    }

    private static byte[] damaged(byte[] good, boolean document, Random random) {
        byte[] bad = good.clone();
        int head = Math.min(good.length, 64);
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = random.nextInt(document || random.nextBoolean() ? good.length : head);
            switch (random.nextInt(4)) {
                case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bad[at] = (byte) "0123456789-.,{}[]\":ntf ".charAt(random.nextInt(23));
                case 2 -> bad[at] = (byte) random.nextInt(256);
                default -> System.arraycopy(good, 0, bad, at, Math.min(random.nextInt(20), good.length - at));
            }
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bad, random.nextInt(bad.length)) : bad;
    }
}
