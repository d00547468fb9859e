package org.morphodepot.label;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.volume.VoxelSize;

@Timeout(60)
class BlockMemoryTest {

    private static final int LENGTH = 1024;
    private static final long LIMIT = 1 << 20;

    @TempDir
    private Path folder;

    private final Random random = new Random(5);

    private BlockMemory memory() {
        BlockMemory memory = new BlockMemory(LIMIT);
        memory.pageTo(folder.resolve("pages"));
        return memory;
    }

    private static long[] content(int n) {
        return new Random(n).longs(LENGTH).toArray();
    }

    private static List<Words> many(BlockMemory memory, int count) {
        List<Words> words = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            words.add(Words.of(content(n), memory));
        }
        return words;
    }

    private static void settle(BlockMemory memory) throws InterruptedException {
        while (memory.held() > LIMIT) {
            Thread.sleep(1);
        }
    }

    @Test
    void words_areTheSameAfterLeavingMemory() throws Exception {
        BlockMemory memory = memory();
        List<Words> words = many(memory, 1000);
        settle(memory);
        assertTrue(memory.onDisk() > 6 << 20, "most of 8 MiB are on the disk");
        for (int k = 0; k < 5000; k++) {
            int n = random.nextInt(words.size());
            assertArrayEquals(content(n), words.get(n).array());
        }
        settle(memory);
        assertTrue(memory.onDisk() < 10 << 20, "what came back is not written again: " + memory.onDisk());
    }

    @Test
    void words_areReadByManyThreadsAtOnce() throws Exception {
        List<Words> words = many(memory(), 600);
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<?>> readers = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                Random own = new Random(t);
                readers.add(pool.submit(() -> {
                    for (int k = 0; k < 2000; k++) {
                        int n = own.nextInt(words.size());
                        assertEquals(content(n)[k % LENGTH], words.get(n).array()[k % LENGTH]);
                    }
                }));
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
    }

    @Test
    void interruptedReader_leavesTheFileAsItIs() throws Exception {
        BlockMemory memory = memory();
        List<Words> words = many(memory, 300);
        settle(memory);
        Thread.currentThread().interrupt();
        assertArrayEquals(content(0), words.get(0).array());
        assertTrue(Thread.interrupted());
        assertArrayEquals(content(1), words.get(1).array());
    }

    @Test
    void sameness_isKnownWithoutReading() throws Exception {
        BlockMemory memory = memory();
        List<Words> one = many(memory, 400);
        List<Words> other = many(memory, 400);
        settle(memory);
        long[] changed = content(7);
        changed[LENGTH - 1] ^= Long.MIN_VALUE;
        Words almost = Words.of(changed, memory);
        long held = memory.held();
        for (int n = 0; n < one.size(); n++) {
            assertTrue(one.get(n).same(other.get(n)));
            assertFalse(one.get(n).same(other.get((n + 1) % other.size())));
        }
        assertFalse(almost.same(one.get(7)));
        assertTrue(memory.held() <= held, "nothing came back from the disk");
    }

    @Test
    void garbage_isForgottenAndItsPlaceUsedAgain() throws Exception {
        BlockMemory memory = memory();
        for (int round = 0; round < 40; round++) {
            many(memory, 400);
            System.gc();
            Thread.sleep(5);
        }
        assertTrue(memory.onDisk() < 60 << 20, "of 128 MiB that were put out: " + memory.onDisk());
    }

    @Test
    void diskThatFails_keepsEverythingInMemory() throws Exception {
        BlockMemory memory = new BlockMemory(LIMIT);
        memory.pageTo(Files.createFile(folder.resolve("no folder")).resolve("pages"));
        List<Words> words = many(memory, 400);
        for (int n = 0; n < words.size(); n++) {
            assertArrayEquals(content(n), words.get(n).array());
        }
        assertTrue(memory.trouble().isPresent());
        memory.pageTo(folder);
        while (memory.held() > LIMIT) {
            memory.limit(LIMIT);
            Thread.sleep(20);
        }
        assertTrue(memory.trouble().isEmpty());
        assertArrayEquals(content(3), words.get(3).array());
    }

    @Test
    void filesOfKilledProcesses_areRemoved() throws IOException, InterruptedException {
        Path pages = Files.createDirectories(folder.resolve("pages"));
        Files.createFile(pages.resolve("label-blocks-1.pages"));
        Files.createFile(pages.resolve("mine.txt"));
        BlockMemory memory = memory();
        List<Words> words = many(memory, 300);
        settle(memory);
        assertEquals(300, words.size());
        try (Stream<Path> files = Files.list(pages)) {
            assertEquals(List.of("mine.txt"), files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.matches("label-blocks-.{36}\\.pages")).toList());
        }
    }

    @Test
    void layers_areTheSameWhateverTheBudget() {
        long before = BlockMemory.shared().limit();
        try {
            BlockMemory.shared().limit(100_000);
            DenseModelRun.compare(random);
        } finally {
            BlockMemory.shared().limit(before);
        }
    }

    /** Paints at random into a layer and into an array, and looks at old snapshots in between. */
    private static final class DenseModelRun {

        static void compare(Random random) {
            VoxelSize size = new VoxelSize(130, 100, 70);
            List<LabelLayer> snapshots = new ArrayList<>();
            List<char[]> models = new ArrayList<>();
            LabelLayer layer = LabelLayer.empty(size);
            char[] model = new char[130 * 100 * 70];
            char[] read = new char[model.length];
            for (int step = 0; step < 60; step++) {
                int bx = random.nextInt(5);
                int by = random.nextInt(4);
                int bz = random.nextInt(3);
                char[] labels = new char[Block.VOXELS];
                layer.block(bx, by, bz).copyTo(labels);
                for (int k = 0; k < 3000; k++) {
                    labels[random.nextInt(labels.length)] = (char) random.nextInt(step % 3 == 0 ? 1000 : 6);
                }
                layer = layer.with(List.of(new LabelLayer.BlockChange(bx, by, bz, Block.of(labels))));
                for (int i = 0; i < labels.length; i++) {
                    int x = (bx << 5) + (i & 31);
                    int y = (by << 5) + (i >> 5 & 31);
                    int z = (bz << 5) + (i >> 10);
                    if (x < 130 && y < 100 && z < 70) {
                        model[(z * 100 + y) * 130 + x] = labels[i];
                    }
                }
                snapshots.add(layer);
                models.add(model.clone());
                int old = random.nextInt(snapshots.size());
                snapshots.get(old).read(size.box(), read);
                assertTrue(Arrays.equals(models.get(old), read), "snapshot " + old + " after step " + step);
            }
        }
    }
}
