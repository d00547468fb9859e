package org.morphodepot.volume.zarr.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.zarr.MemoryStore;

class ZipStoreTest {

    private static final Address ADDRESS = Address.of("mem:/scan.zarr.zip");
    private static final String ARRAY = "{'zarr_format':2,'shape':[4,4,4],'chunks':[2,4,4],'dtype':'|u1','compressor':null,"
            + "'fill_value':0,'filters':null,'order':'C','dimension_separator':'/'}";

    private final MemoryStore around = new MemoryStore();

    private static Map<String, byte[]> scan(String folder) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(folder + ".zarray", ARRAY.replace('\'', '"').getBytes(UTF_8));
        for (int i = 0; i < 2; i++) {
            byte[] chunk = new byte[32];
            Arrays.fill(chunk, (byte) (i + 1));
            files.put(folder + i + "/0/0", chunk);
        }
        return files;
    }

    private void zip(Map<String, byte[]> files, int method) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setMethod(method);
                if (method == ZipEntry.STORED) {
                    CRC32 sum = new CRC32();
                    sum.update(file.getValue());
                    entry.setCrc(sum.getValue());
                    entry.setSize(file.getValue().length);
                }
                out.putNextEntry(entry);
                out.write(file.getValue());
            }
        }
        around.put("scan.zarr.zip", bytes.toByteArray());
    }

    @ParameterizedTest
    @CsvSource({"'',0", "'',8", "scan.zarr/,0", "scan.zarr/,8"})
    void zippedArray_isRead(String folder, int method) throws IOException {
        zip(scan(folder), method);
        try (Dataset dataset = around.volumes().open(ADDRESS); Volume volume = dataset.volume()) {
            Chunk chunk = volume.read(new ChunkKey(0, 0, 0, 1));
            assertEquals(2, chunk.value(3, 3, 3));
            assertEquals("scan.zarr.zip", volume.name());
        }
        assertEquals(0, around.open());
    }

    @Test
    void missingChunk_isEmpty() throws IOException {
        Map<String, byte[]> files = scan("");
        files.remove("1/0/0");
        zip(files, ZipEntry.STORED);
        try (Dataset dataset = around.volumes().open(ADDRESS); Volume volume = dataset.volume()) {
            assertEquals(0, volume.read(new ChunkKey(0, 0, 0, 1)).value(0, 0, 3));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {ZipEntry.STORED, ZipEntry.DEFLATED})
    void everyWayToRead_agrees(int method) throws IOException {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        zip(Map.of("zarr.json", new byte[] {1}, "a/b", bytes, "a/c/d", new byte[0]), method);
        try (Store store = ZipStore.open(ADDRESS, around.volumes())) {
            assertArrayEquals(bytes, store.read("a/b").orElseThrow());
            assertArrayEquals(Arrays.copyOfRange(bytes, 70_000, 70_010), store.read("a/b", 70_000, 10).orElseThrow());
            assertArrayEquals(Arrays.copyOfRange(bytes, 99_990, 100_000), store.read("a/b", 99_990, 20).orElseThrow());
            assertEquals(0, store.read("a/b", 200_000, 20).orElseThrow().length);
            assertArrayEquals(Arrays.copyOfRange(bytes, 99_900, 100_000), store.readTail("a/b", 100).orElseThrow());
            assertEquals(Optional.of(100_000L), store.size("a/b"));
            assertEquals(0, store.read("a/c/d").orElseThrow().length);
            assertEquals(Optional.empty(), store.read("a"));
            assertEquals(Optional.of(List.of("a/", "zarr.json")), store.list(""));
            assertEquals(Optional.of(List.of("b", "c/")), store.list("a/"));
            assertThrows(VolumeException.class, () -> store.write("x", bytes));
            assertThrows(VolumeException.class, () -> store.read("../x"));
        }
    }

    @Test
    void storedObjects_areReadByRangesAlone() throws IOException {
        byte[] bytes = new byte[3_000_000];
        zip(Map.of("zarr.json", new byte[] {1}, "0/c/0", bytes), ZipEntry.STORED);
        try (Store store = ZipStore.open(ADDRESS, around.volumes())) {
            store.read("0/c/0", 1_000_000, 50);
            long read = around.requests.stream().filter(request -> request.contains("+"))
                    .mapToLong(request -> Long.parseLong(request.replaceFirst(".*\\+", ""))).sum();
            assertTrue(read < 1_000_000, read + " bytes of 3 MB were read");
        }
    }

    @Test
    void missingFileOrNoZip_isSaidInOneLine() throws IOException {
        VolumeException missing = assertThrows(VolumeException.class, () -> around.volumes().open(ADDRESS));
        assertEquals(Kind.NOT_FOUND, missing.kind());
        around.put("scan.zarr.zip", "PK but not really".getBytes(UTF_8));
        VolumeException e = assertThrows(VolumeException.class, () -> around.volumes().open(ADDRESS));
        assertTrue(e.getMessage().endsWith("is no zip file, or it is incomplete; copy or download it again"), e.getMessage());
        assertEquals(0, around.open());
    }

    @Test
    void bomb_isRefusedBeforeItTakesMemory() throws IOException {
        zip(Map.of("zarr.json", new byte[50_000_000]), ZipEntry.DEFLATED);
        byte[] zip = around.objects.get("scan.zarr.zip");
        try (Store store = ZipStore.open(ADDRESS, around.volumes())) {
            assertEquals(50_000_000, store.read("zarr.json").orElseThrow().length);
        }
        for (int i = zip.length - 22 - 4; i > 0; i--) { // the size in the directory
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1) {
                zip[i + 24 + 3] = 0x30;
                break;
            }
        }
        try (Store store = ZipStore.open(ADDRESS, around.volumes())) {
            assertThrows(VolumeException.class, () -> store.read("zarr.json"));
        }
    }

    /** Whatever the file contains, it is read or refused. */
    @Test
    void anyBytes_areReadOrRefused() throws IOException {
        Random random = new Random(11);
        for (int round = 0; round < Integer.getInteger("rounds", 2000); round++) {
            zip(scan(round % 2 == 0 ? "" : "x/"), round % 3 == 0 ? ZipEntry.STORED : ZipEntry.DEFLATED);
            byte[] zip = around.objects.get("scan.zarr.zip");
            for (int i = random.nextInt(4); i >= 0; i--) {
                zip[random.nextInt(zip.length)] = (byte) random.nextInt(256);
            }
            around.put("scan.zarr.zip", random.nextInt(6) == 0 ? Arrays.copyOf(zip, random.nextInt(zip.length)) : zip);
            try (Dataset dataset = around.volumes().open(ADDRESS); Volume volume = dataset.volume()) {
                volume.read(new ChunkKey(0, 0, 0, 1));
            } catch (VolumeException e) {
                assertEquals(1, e.getMessage().lines().count(), e.getMessage());
            }
        }
    }

    @Test
    void names_sayWhetherItIsZipped() {
        assertTrue(ZipStore.isNamed("a.zarr.zip"));
        assertTrue(ZipStore.isNamed("A.OZX"));
        assertEquals(false, ZipStore.isNamed("a.zip"));
    }
}
