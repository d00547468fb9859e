package org.morphodepot.volume.zarr.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.zarr.metadata.Hierarchy;
import org.morphodepot.volume.zarr.metadata.Node;

class ArrayValuesTest {

    @TempDir
    private Path folder;

    private final Random random = new Random(9);

    /** Whatever the axes, chunks and memory: the values come in C order. */
    @Test
    void values_comeInOrderWithLittleMemory() throws IOException {
        for (int round = 0; round < 60; round++) {
            int rank = random.nextInt(5);
            int[] shape = new int[rank];
            int[] chunk = new int[rank];
            for (int i = 0; i < rank; i++) {
                shape[i] = 1 + random.nextInt(9);
                chunk[i] = 1 + random.nextInt(5);
            }
            Path array = Files.createDirectory(folder.resolve("a" + round));
            byte[] values = store(array, shape, chunk);
            for (int memory : new int[] {1, 16, 100, 100_000}) {
                assertArrayEquals(values, read(array, memory), "memory " + memory + ", round " + round);
            }
        }
    }

    private static byte[] read(Path array, int memory) throws IOException {
        try (Store store = Volumes.fromClassPath().store(Address.of(array))) {
            Node.Array node = (Node.Array) new Hierarchy(store).root().orElseThrow();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            new ArrayValues(new ZarrArray(store, "", node.metadata()), memory).stream(all::write, Progress.NONE);
            return all.toByteArray();
        }
    }

    /** Writes an uncompressed array; every fifth chunk is missing. */
    private byte[] store(Path array, int[] shape, int[] chunk) throws IOException {
        Files.writeString(array.resolve(".zarray"), "{\"zarr_format\":2,\"shape\":" + list(shape) + ",\"chunks\":"
                + list(chunk)
                + ",\"dtype\":\"<u2\",\"compressor\":null,\"fill_value\":513,\"filters\":null,\"order\":\"C\"}");
        int total = product(shape);
        byte[] values = new byte[2 * total];
        random.nextBytes(values);
        int rank = shape.length;
        int[] grid = new int[rank];
        for (int i = 0; i < rank; i++) {
            grid[i] = (shape[i] + chunk[i] - 1) / chunk[i];
        }
        for (int n = 0; n < product(grid); n++) {
            int[] place = unravel(n, grid);
            byte[] bytes = new byte[2 * product(chunk)];
            boolean missing = random.nextInt(5) == 0;
            for (int v = 0; v < product(chunk); v++) {
                int[] inside = unravel(v, chunk);
                int index = index(place, chunk, inside, shape);
                if (index >= 0) {
                    if (missing) {
                        values[2 * index] = 1;
                        values[2 * index + 1] = 2;
                    }
                    System.arraycopy(values, 2 * index, bytes, 2 * v, 2);
                }
            }
            if (!missing) {
                Files.write(array.resolve(rank == 0 ? "0" : list(place).replace(",", ".").replaceAll("[\\[\\]]", "")),
                        bytes);
            }
        }
        return values;
    }

    private static int index(int[] place, int[] chunk, int[] inside, int[] shape) {
        int index = 0;
        for (int i = 0; i < shape.length; i++) {
            int at = place[i] * chunk[i] + inside[i];
            if (at >= shape[i]) {
                return -1;
            }
            index = index * shape[i] + at;
        }
        return index;
    }

    private static int[] unravel(int number, int[] shape) {
        int[] place = new int[shape.length];
        int rest = number;
        for (int i = shape.length - 1; i >= 0; i--) {
            place[i] = rest % shape[i];
            rest /= shape[i];
        }
        return place;
    }

    private static int product(int[] sides) {
        int product = 1;
        for (int n : sides) {
            product *= n;
        }
        return product;
    }

    private static String list(int[] values) {
        return java.util.Arrays.toString(values).replace(" ", "");
    }

    @Test
    void workers_stopAtTheFirstFailure() {
        int[] done = {0};
        IOException e = org.junit.jupiter.api.Assertions.assertThrows(IOException.class,
                () -> Workers.run(1000, 1, i -> {
            done[0]++;
            if (i == 3) {
                throw new IOException("third");
            }
        }));
        assertEquals("third", e.getMessage());
        assertEquals(4, done[0]);
    }
}
