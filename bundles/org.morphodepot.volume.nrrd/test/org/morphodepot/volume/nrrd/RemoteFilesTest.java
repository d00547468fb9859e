package org.morphodepot.volume.nrrd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VoxelSize;

class RemoteFilesTest {

    private static final int SIDE = 200;
    private final MemoryStore store = new MemoryStore();
    private final byte[] values = noise(SIDE * SIDE * SIDE);

    @Test
    void rawFile_isReadByRanges() throws IOException {
        store.write("a.nrrd", Nrrd.of("uchar", "200 200 200").data(values).bytes());
        try (Dataset dataset = open("a.nrrd"); Volume volume = dataset.volume()) {
            assertEquals(new VoxelSize(200, 200, 104), volume.levels().getFirst().chunk());
            int before = store.requests.get();
            byte[] chunk = volume.read(new ChunkKey(0, 0, 0, 1)).voxels().bytes();
            assertEquals(1, store.requests.get() - before);
            assertArrayEquals(Arrays.copyOfRange(values, SIDE * SIDE * 104, values.length), chunk);
            assertArrayEquals(values, NrrdFiles.values(dataset));
        }
        assertTrue(store.closed);
    }

    @Test
    void gzipFile_isStreamedAndSpooled() throws IOException {
        store.write("a.seg.nrrd",
                Nrrd.of("uchar", "200 200 200").with("encoding", "gzip").data(Nrrd.gzip(values)).bytes());
        try (Dataset dataset = open("a.seg.nrrd"); Volume volume = dataset.volume()) {
            assertEquals(values[values.length - 1], (byte) volume.read(new ChunkKey(0, 3, 3, 3)).value(199, 199, 199));
            assertArrayEquals(values, NrrdFiles.values(dataset));
        }
    }

    @Test
    void vectors_areReadWithOneRequestPerChunk() throws IOException {
        byte[] data = noise(3 * 50 * 40 * 30);
        store.write("v.nrrd", Nrrd.of("uchar", "3 50 40 30").with("kinds",
                "vector space space space").data(data).bytes());
        try (Dataset dataset = open("v.nrrd"); Volume volume = dataset.volume()) {
            int before = store.requests.get();
            byte[] chunk = volume.read(new ChunkKey(0, 0, 0, 0)).voxels().bytes();
            assertEquals(1, store.requests.get() - before);
            assertEquals(50 * 40 * 30, chunk.length);
            for (int i = 0; i < chunk.length; i++) {
                assertEquals(data[3 * i], chunk[i]);
            }
        }
    }

    @Test
    void detachedFiles_areFoundBesideTheHeader() throws IOException {
        for (int i = 1; i <= 4; i++) {
            store.write("slab" + i + ".raw", Arrays.copyOfRange(values, (i - 1) * 300, i * 300));
        }
        store.write("a.nhdr", Nrrd.of("uchar", "10 30 4").with("data file", "slab%d.raw 1 4 1").bytes());
        try (Dataset dataset = open("a.nhdr"); Volume volume = dataset.volume()) {
            assertArrayEquals(Arrays.copyOf(values, 1200), NrrdFiles.values(dataset));
            assertArrayEquals(Arrays.copyOf(values, 1200), volume.read(new ChunkKey(0, 0, 0, 0)).voxels().bytes());
        }
    }

    @Test
    void missingFile_isExplained() {
        VolumeException e = assertThrows(VolumeException.class, () -> open("none.nrrd"));

        assertEquals(Kind.NOT_FOUND, e.kind());
        assertEquals("there is no file https://scans.test/d/none.nrrd", e.getMessage(), "the signature stays secret");
        assertTrue(store.closed);
    }

    @Test
    void foldersAndOtherFiles_areLeftToOtherFormats() throws IOException {
        assertEquals(Optional.empty(), new NrrdFormat().open(MemoryStore.ROOT.child("scan.zarr"), store.volumes()));
        store.broken = new VolumeException(Kind.ACCESS_DENIED, "403");
        assertEquals(Optional.empty(), new NrrdFormat().open(MemoryStore.ROOT.child("scan.zarr"), store.volumes()));
        store.broken = new VolumeException(Kind.UNREACHABLE, "no answer");
        assertThrows(VolumeException.class,
                () -> new NrrdFormat().open(MemoryStore.ROOT.child("scan.zarr"), store.volumes()));
    }

    @Test
    void connectionLost_isReportedAsTheStoreDoes() throws IOException {
        store.write("a.nrrd", Nrrd.of("uchar", "200 200 200").with("encoding", "gz").data(Nrrd.gzip(values)).bytes());
        try (Dataset dataset = open("a.nrrd"); Volume volume = dataset.volume()) {
            store.broken = new VolumeException(Kind.UNREACHABLE, "scans.test broke off");
            VolumeException e = assertThrows(VolumeException.class, () -> NrrdFiles.values(dataset));
            assertEquals(Kind.UNREACHABLE, e.kind());
            assertEquals(Kind.UNREACHABLE,
                    assertThrows(VolumeException.class, () -> volume.read(new ChunkKey(0, 0, 0, 0))).kind());
        }
    }

    @Test
    void truncatedFile_isExplained() throws IOException {
        byte[] whole = Nrrd.of("uchar", "200 200 200").data(values).bytes();
        store.write("a.nrrd", Arrays.copyOf(whole, whole.length - 1000));
        try (Dataset dataset = open("a.nrrd"); Volume volume = dataset.volume()) {
            VolumeException e = assertThrows(VolumeException.class, () -> volume.read(new ChunkKey(0, 0, 0, 1)));
            assertEquals(Kind.MALFORMED, e.kind());
            assertTrue(e.getMessage().contains("ends after 7999000 of 8000000 bytes"), e.getMessage());
            assertThrows(VolumeException.class, () -> NrrdFiles.values(dataset));
        }
        assertFalse(store.objects.isEmpty());
    }

    private Dataset open(String name) throws IOException {
        return new NrrdFormat().open(MemoryStore.ROOT.child(name), store.volumes()).orElseThrow();
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(5).nextBytes(bytes);
        return bytes;
    }
}
