package org.morphodepot.volume.zarr.n5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.load.FullLoad;
import org.morphodepot.volume.zarr.MemoryStore;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import com.github.luben.zstd.Zstd;

import net.jpountz.lz4.LZ4BlockOutputStream;

class N5FormatTest {

    private static final int[] SIZE = {11, 9, 7};
    private static final int[] BLOCK = {4, 5, 3};

    private final MemoryStore store = new MemoryStore();

    private static int value(int x, int y, int z) {
        return 1000 * z + 50 * y + x;
    }

    private interface Packing {
        byte[] pack(byte[] values) throws IOException;
    }

    private interface Wrapping {
        OutputStream wrap(OutputStream out) throws IOException;
    }

    private static byte[] through(byte[] values, Wrapping wrapping) throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (OutputStream out = wrapping.wrap(stored)) {
            out.write(values);
        }
        return stored.toByteArray();
    }

    private static Packing packing(String name) {
        return switch (name) {
            case "raw" -> values -> values;
            case "gzip" -> values -> through(values, GZIPOutputStream::new);
            case "gzip\",\"useZlib\":true,\"x\":\"" -> values -> through(values, DeflaterOutputStream::new);
            case "bzip2" -> values -> through(values, BZip2CompressorOutputStream::new);
            case "lz4" -> values -> through(values, LZ4BlockOutputStream::new);
            case "xz" -> values -> through(values, out -> new XZOutputStream(out, new LZMA2Options(6)));
            case "zstd" -> Zstd::compress;
            default -> throw new AssertionError(name);
        };
    }

    /** A data set of uint16 whose blocks at the edges are smaller; one block in the middle is missing. */
    private void dataset(String path, String compression, String more, int[] size) throws IOException {
        String below = path.isEmpty() ? "" : path + "/";
        store.put(below + "attributes.json", "{'dimensions':[" + size[0] + "," + size[1] + "," + size[2]
                + "],'blockSize':[4,5,3],'dataType':'uint16','compression':{'type':'" + compression + "'}" + more + "}");
        for (int z = 0; z * BLOCK[2] < size[2]; z++) {
            for (int y = 0; y * BLOCK[1] < size[1]; y++) {
                for (int x = 0; x * BLOCK[0] < size[0]; x++) {
                    if (x != 1 || y != 0 || z != 1) {
                        store.put(below + x + "/" + y + "/" + z, block(new int[] {x, y, z}, size, packing(compression)));
                    }
                }
            }
        }
    }

    private static byte[] block(int[] place, int[] size, Packing packing) throws IOException {
        int[] n = new int[3];
        for (int i = 0; i < 3; i++) {
            n[i] = Math.min(BLOCK[i], size[i] - place[i] * BLOCK[i]);
        }
        ByteBuffer values = ByteBuffer.allocate(2 * n[0] * n[1] * n[2]);
        for (int z = 0; z < n[2]; z++) {
            for (int y = 0; y < n[1]; y++) {
                for (int x = 0; x < n[0]; x++) {
                    values.putShort((short) value(place[0] * 4 + x, place[1] * 5 + y, place[2] * 3 + z));
                }
            }
        }
        byte[] packed = packing.pack(values.array());
        return ByteBuffer.allocate(16 + packed.length).putShort((short) 0).putShort((short) 3).putInt(n[0]).putInt(n[1])
                .putInt(n[2]).put(packed).array();
    }

    private Dataset open() throws IOException {
        return store.volumes().open(MemoryStore.ROOT);
    }

    private static void checkValues(Volume volume) throws IOException {
        try (FullLoad load = FullLoad.of(volume, 0, Progress.NONE)) {
            for (int z = 0; z < SIZE[2]; z++) {
                for (int y = 0; y < SIZE[1]; y++) {
                    for (int x = 0; x < SIZE[0]; x++) {
                        boolean missing = x / 4 == 1 && y / 5 == 0 && z / 3 == 1;
                        double expected = missing ? 0 : value(x, y, z);
                        assertEquals(expected, volume.read(new ChunkKey(0, x / 4, y / 5, z / 3)).value(x, y, z));
                        assertEquals((short) expected, load.voxels().bytes().get(
                                java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED, load.voxels().offset(x, y, z)));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "gzip", "gzip\",\"useZlib\":true,\"x\":\"", "bzip2", "lz4", "xz", "zstd"})
    void everyCompression_isRead(String compression) throws IOException {
        dataset("", compression, "", SIZE);
        try (Dataset dataset = open(); Volume volume = dataset.volume()) {
            assertEquals("n5", dataset.info().format());
            assertEquals(java.util.List.of(11L, 9L, 7L), dataset.info().size());
            checkValues(volume);
        }
    }

    @Test
    void n5Viewer_levelsHaveFactorsAndResolution() throws IOException {
        store.put("attributes.json", "{'n5':'2.5.0','pixelResolution':{'unit':'um','dimensions':[0.5,0.5,2]}}");
        dataset("s0", "gzip", "", SIZE);
        dataset("s1", "gzip", ",'downsamplingFactors':[2,2,1]", new int[] {6, 5, 7});
        try (Dataset dataset = open(); Volume volume = dataset.volume()) {
            checkValues(volume);
            assertArrayEquals(new double[] {0.5, 0.5, 2}, volume.geometry().spacing());
            assertEquals("um", volume.geometry().unit());
            Level coarse = volume.levels().get(1);
            assertEquals(new VoxelSize(6, 5, 7), coarse.size());
            assertArrayEquals(new double[] {2, 2, 1}, coarse.scale());
            assertArrayEquals(new double[] {0.5, 0.5, 0}, coarse.offset());
        }
    }

    @Test
    void withoutFactors_sizesDecide() throws IOException {
        dataset("s0", "raw", "", SIZE);
        dataset("s1", "raw", "", new int[] {5, 4, 7});
        try (Dataset dataset = open(); Volume volume = dataset.volume()) {
            assertArrayEquals(new double[] {2, 2, 1}, volume.levels().get(1).scale());
        }
    }

    @Test
    void cosem_multiscalesNameTheLevels() throws IOException {
        String transform = ",'transform':{'axes':['z','y','x'],'scale':[4,3,2],'translate':[40,30,20],'units':['nm','nm','nm']}";
        store.put("attributes.json", "{'multiscales':[{'name':'em','datasets':[{'path':'full'},{'path':'half'}]}]}");
        dataset("full", "gzip", transform, SIZE);
        dataset("half", "gzip", transform, new int[] {6, 5, 4});
        try (Dataset dataset = open(); Volume volume = dataset.volume()) {
            checkValues(volume);
            assertArrayEquals(new double[] {2, 3, 4}, volume.geometry().spacing());
            assertArrayEquals(new double[] {20, 30, 40}, volume.geometry().origin());
            assertEquals("nm", volume.geometry().unit());
            assertEquals(2, volume.levels().size());
        }
    }

    @Test
    void paintera_rawDataIsBelow() throws IOException {
        store.put("attributes.json", "{'painteraData':{'type':'raw'}}");
        store.put("data/attributes.json", "{'multiScale':true,'resolution':[4,4,40],'offset':[1,2,3]}");
        dataset("data/s0", "gzip", "", SIZE);
        try (Dataset dataset = open(); Volume volume = dataset.volume()) {
            checkValues(volume);
            assertArrayEquals(new double[] {4, 4, 40}, volume.geometry().spacing());
            assertArrayEquals(new double[] {1, 2, 3}, volume.geometry().origin());
        }
    }

    @Test
    void bigDataViewer_firstSetupAndTime() throws IOException {
        store.put("attributes.json", "{'n5':'2.0.0'}");
        store.put("setup0/attributes.json", "{'downsamplingFactors':[[1,1,1],[2,2,2]],'dataType':'uint16'}");
        store.put("setup0/timepoint0/attributes.json", "{'multiScale':true,'resolution':[1,1,3]}");
        dataset("setup0/timepoint0/s0", "gzip", "", SIZE);
        dataset("setup0/timepoint0/s1", "gzip", "", new int[] {6, 5, 4});
        try (Dataset dataset = open(); Volume volume = dataset.volume()) {
            checkValues(volume);
            assertArrayEquals(new double[] {1, 1, 3}, volume.geometry().spacing());
            assertEquals(2, volume.levels().size());
        }
    }

    @Test
    void otherFilesOfThatName_areNotTaken() {
        store.put("attributes.json", "{'color':'red'}");
        VolumeException e = assertThrows(VolumeException.class, this::open);
        assertTrue(e.getMessage().contains("is not a scan we can read"), e.getMessage());
        assertEquals(0, store.open());
    }

    @Test
    void groupWithoutImage_saysWhereToLook() {
        store.put("attributes.json", "{'n5':'2.0.0'}");
        store.put("em/attributes.json", "{}");
        VolumeException e = assertThrows(VolumeException.class, this::open);
        assertTrue(e.getMessage().endsWith("is an N5 group without an image; open one of its data sets, perhaps in em"),
                e.getMessage());
    }

    @Test
    void damagedBlocks_areNamed() throws IOException {
        dataset("", "gzip", "", SIZE);
        try (Dataset dataset = open(); Volume volume = dataset.volume()) {
            for (byte[] wrong : new byte[][] {{}, {0, 0}, {0, 1, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 3, 1},
                    {0, 0, 0, 2, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 3, 1}, {0, 0, 0, 3, 0, 0, 1, 4, 0, 0, 0, 5, 0, 0, 0, 3},
                    {0, 0, 0, 3, -1, -1, -1, -1, 0, 0, 0, 5, 0, 0, 0, 3}, {0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 3}}) {
                store.put("0/0/0", wrong);
                VolumeException e = assertThrows(VolumeException.class, () -> volume.read(new ChunkKey(0, 0, 0, 0)));
                assertTrue(e.getMessage().contains("0/0/0 is damaged: "), e.getMessage());
            }
        }
    }

    /** Whatever is in a block or a document, the reader says so in one line or reads it. */
    @Test
    void anyBytes_areReadOrRefused() throws IOException {
        Random random = new Random(3);
        for (String compression : new String[] {"raw", "gzip", "bzip2", "lz4", "xz", "zstd"}) {
            dataset("", compression, "", SIZE);
            byte[] block = store.objects.get("0/0/0");
            byte[] document = store.objects.get("attributes.json");
            for (int round = 0; round < Integer.getInteger("rounds", 300); round++) {
                store.put("0/0/0", spoiled(block, random));
                store.put("attributes.json", round % 3 == 0 ? spoiled(document, random) : document);
                try (Dataset dataset = open(); Volume volume = dataset.volume()) {
                    volume.read(new ChunkKey(0, 0, 0, 0));
                } catch (VolumeException e) {
                    assertEquals(1, e.getMessage().lines().count());
                }
                assertEquals(0, store.open());
            }
        }
    }

    private static byte[] spoiled(byte[] bytes, Random random) {
        byte[] spoiled = java.util.Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
        for (int i = random.nextInt(3); i >= 0 && spoiled.length > 0; i--) {
            spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
        }
        return spoiled;
    }
}
