package org.morphodepot.volume.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.spi.WriteOptions;

class OmeZarrWriterTest {

    @TempDir
    private Path folder;

    private final Volumes volumes = Volumes.fromClassPath();

    private Dataset written(Dataset source, String name, WriteOptions options) throws IOException {
        Address target = Address.of(folder.resolve(name));
        volumes.writer(target).write(source, target, options, volumes, Progress.NONE);
        return volumes.open(target);
    }

    private static WriteOptions options(Integer chunk, String codec, Integer levels, Integer zarr) {
        return new WriteOptions(Optional.ofNullable(chunk), Optional.ofNullable(codec), Optional.ofNullable(levels),
                Optional.ofNullable(zarr));
    }

    @ParameterizedTest
    @EnumSource(VoxelType.class)
    void everyType_isReadBack(VoxelType type) throws IOException {
        SyntheticScan scan = new SyntheticScan(type, 75, 43, 38);
        for (int zarr = 2; zarr <= 3; zarr++) {
            try (Dataset dataset = written(scan, type + "-" + zarr + ".zarr", options(32, null, 3, zarr))) {
                assertEquals(Digest.of(scan), Digest.of(dataset));
                assertEquals(type.id(), dataset.info().type());
                assertEquals(zarr, dataset.info().levels().getFirst().zarrFormat().orElseThrow());
                assertEquals("ome-zarr", dataset.info().format());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip", "zlib", "zstd", "lz4", "blosc", "blosc-lz4", "blosc-zstd"})
    void everyCodec_isReadBack(String codec) throws IOException {
        SyntheticScan scan = new SyntheticScan(VoxelType.UINT16, 130, 70, 65);
        for (int zarr = 2; zarr <= 3; zarr++) {
            try (Dataset dataset = written(scan, codec + zarr + ".zarr", options(64, codec, null, zarr))) {
                assertEquals(Digest.of(scan), Digest.of(dataset));
                assertEquals(2, dataset.info().levels().size());
            }
        }
    }

    @Test
    void levels_halveUntilNoSideIsLong() throws IOException {
        try (Dataset dataset = written(new SyntheticScan(VoxelType.UINT8, 600, 301, 5), "a.zarr", WriteOptions.DEFAULT);
                Volume volume = dataset.volume()) {
            List<VoxelSize> sizes = volume.levels().stream().map(Level::size).toList();
            assertEquals(List.of(new VoxelSize(600, 301, 5), new VoxelSize(300, 151, 3), new VoxelSize(150, 76, 2),
                    new VoxelSize(75, 38, 1)), sizes);
            assertArrayEquals(new double[] {8, 8, 8}, volume.levels().get(3).scale());
            assertArrayEquals(new double[] {3.5, 3.5, 3.5}, volume.levels().get(3).offset());
        }
    }

    @Test
    void coarseAxis_isNotHalvedUntilTheOthersAreAsCoarse() throws IOException {
        SyntheticScan scan = SyntheticScan.of(VoxelType.UINT8, 300, 300, 100).in(Geometry.of(1, 1, 3, "um"));
        try (Dataset dataset = written(scan, "a.zarr", options(null, null, 4, null));
                Volume volume = dataset.volume()) {
            assertEquals(List.of(100, 100, 50, 25), volume.levels().stream().map(level -> level.size().z()).toList());
            assertEquals("micrometer", volume.geometry().unit());
            assertArrayEquals(new double[] {1, 1, 3}, volume.geometry().spacing());
            assertArrayEquals(new double[] {1.5, 1.5, 0.5}, volume.levels().get(2).offset());
        }
    }

    /** Every level is the mean of the one before it, whatever the place in chunks and slabs. */
    @Test
    void everyLevel_isTheMeanOfTheOneBefore() throws IOException {
        for (String size : List.of("75x43x38", "64x64x64", "33x1x70", "130x129x17")) {
            long[] n = Stream.of(size.split("x")).mapToLong(Long::parseLong).toArray();
            SyntheticScan scan = new SyntheticScan(VoxelType.INT16, n);
            try (Dataset dataset = written(scan, size + ".zarr", options(16, "none", 4, 3));
                    Volume volume = dataset.volume()) {
                for (int i = 1; i < volume.levels().size(); i++) {
                    checkMeans(volume, volume.levels().get(i - 1), volume.levels().get(i));
                }
            }
        }
    }

    private static void checkMeans(Volume volume, Level fine, Level coarse) throws IOException {
        java.nio.ShortBuffer in = shorts(Digest.levelBytes(volume, fine));
        java.nio.ShortBuffer out = shorts(Digest.levelBytes(volume, coarse));
        VoxelSize f = fine.size();
        int step = 0;
        for (int z = 0; z < coarse.size().z(); z++) {
            for (int y = 0; y < coarse.size().y(); y++) {
                for (int x = 0; x < coarse.size().x(); x++) {
                    double sum = 0;
                    int count = 0;
                    for (int dz = 2 * z; dz < Math.min(f.z(), 2 * z + 2); dz++) {
                        for (int dy = 2 * y; dy < Math.min(f.y(), 2 * y + 2); dy++) {
                            for (int dx = 2 * x; dx < Math.min(f.x(), 2 * x + 2); dx++) {
                                sum += in.get((dz * f.y() + dy) * f.x() + dx);
                                count++;
                            }
                        }
                    }
                    assertEquals(Math.round(sum / count), out.get(step++), x + " " + y + " " + z);
                }
            }
        }
    }

    private static java.nio.ShortBuffer shorts(byte[] bytes) {
        return java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }

    @Test
    void labels_keepTheirNamesAndColours() throws IOException {
        List<HeaderField> names = List.of(new HeaderField("label 2", "#f1d691 left femur", true),
                new HeaderField("label 300", "#000080", true));
        SyntheticScan scan = SyntheticScan.of(VoxelType.UINT16, 40, 30, 20).segmentation(names.toArray(HeaderField[]::new));
        for (int zarr = 2; zarr <= 3; zarr++) {
            try (Dataset dataset = written(scan, "a" + zarr + ".zarr", options(null, null, null, zarr))) {
                assertEquals(names, dataset.info().fields());
            }
        }
        Path document = folder.resolve("a3.zarr/zarr.json");
        String json = Files.readString(document);
        assertTrue(json.replaceAll("\\s", "").contains("{\"label-value\":2,\"rgba\":[241,214,145,255]}"), json);
        Files.writeString(document, json.replace("left femur", "x".repeat(5000)).replace("128", "\"blue\""));
        try (Dataset odd = volumes.open(Address.of(folder.resolve("a3.zarr")))) {
            assertEquals(List.of(new HeaderField("label 2", "#f1d691", true)), odd.info().fields());
        }
    }

    @Test
    void segmentation_keepsItsLabels() throws IOException {
        SyntheticScan scan = SyntheticScan.of(VoxelType.UINT8, 150, 80, 40).segmentation();
        try (Dataset dataset = written(scan, "a.zarr", WriteOptions.DEFAULT); Volume volume = dataset.volume()) {
            assertTrue(((ZarrDataset) dataset).isLabel());
            byte[] fine = Digest.levelBytes(volume, volume.levels().get(0));
            byte[] coarse = Digest.levelBytes(volume, volume.levels().get(1));
            boolean[] known = new boolean[256];
            for (byte b : fine) {
                known[b & 0xff] = true;
            }
            for (byte b : coarse) {
                assertTrue(known[b & 0xff]);
            }
            assertEquals(Optional.empty(), volume.displayRange());
        }
    }

    @Test
    void obliqueGeometry_isKept() throws IOException {
        Geometry geometry = new Geometry(new double[] {0.5, 0.25, 2}, new double[] {0, 1, 0, 0, 0, -1, -1, 0, 0},
                new double[] {10, -20, 30}, "mm");
        SyntheticScan scan = SyntheticScan.of(VoxelType.UINT8, 40, 40, 40).in(geometry);
        for (int zarr = 2; zarr <= 3; zarr++) {
            try (Dataset dataset = written(scan, zarr + ".zarr", options(16, null, 2, zarr));
                    Volume volume = dataset.volume()) {
                assertEquals(new Geometry(geometry.spacing(), geometry.directions(), geometry.origin(), "millimeter"),
                        volume.geometry());
                assertArrayEquals(new double[] {0, 0.5, 0}, volume.levels().get(1).offset(), 1e-12);
            }
        }
    }

    @Test
    void channelsAndTimes_areWrittenOneByOne() throws IOException {
        SyntheticScan scan = new SyntheticScan(VoxelType.UINT16, 40, 30, 20, 3, 2);
        try (Dataset dataset = written(scan, "a.zarr", options(16, null, 2, 3))) {
            assertEquals(List.of("x", "y", "z", "c", "t"), dataset.info().axes());
            assertEquals(List.of(16L, 16L, 16L, 1L, 1L), dataset.info().levels().getFirst().chunk());
            assertEquals(Digest.of(scan), Digest.of(dataset));
            try (Volume volume = dataset.volume(Map.of("c", 2, "t", 1))) {
                assertEquals(new VoxelSize(40, 30, 20), volume.levels().getFirst().size());
                checkMeanOfUnsigned(volume);
            }
        }
    }

    private static void checkMeanOfUnsigned(Volume volume) throws IOException {
        byte[] fine = Digest.levelBytes(volume, volume.levels().get(0));
        byte[] coarse = Digest.levelBytes(volume, volume.levels().get(1));
        int sum = 0;
        for (int i : new int[] {0, 1, 40, 41, 1200, 1201, 1240, 1241}) {
            sum += shorts(fine).get(i) & 0xffff;
        }
        assertEquals((sum + 4) / 8, shorts(coarse).get(0) & 0xffff);
    }

    @Test
    void picture_isWrittenWithTwoAxes() throws IOException {
        SyntheticScan scan = SyntheticScan.of(VoxelType.UINT8, 300, 200).in(null);
        try (Dataset dataset = written(scan, "a.zarr", WriteOptions.DEFAULT); Volume volume = dataset.volume()) {
            assertEquals(List.of("x", "y"), dataset.info().axes());
            assertEquals(List.of(150L, 100L), dataset.info().levels().get(1).size());
            assertEquals(Digest.of(scan), Digest.of(dataset));
            assertEquals(new VoxelSize(300, 200, 1), volume.levels().getFirst().size());
        }
    }

    @Test
    void window_coversTheCoarsestLevel() throws IOException {
        try (Dataset dataset =
                written(new SyntheticScan(VoxelType.FLOAT32, 40, 40, 40), "a.zarr", WriteOptions.DEFAULT);
                Volume volume = dataset.volume()) {
            assertTrue(volume.displayRange().orElseThrow().high() > volume.displayRange().orElseThrow().low());
        }
    }

    @Test
    void existingTarget_isLeftAlone() throws IOException {
        Path target = Files.createDirectory(folder.resolve("a.zarr"));
        Files.writeString(target.resolve("precious"), "data");
        VolumeException e = assertThrows(VolumeException.class,
                () -> written(new SyntheticScan(VoxelType.UINT8, 9, 9, 9), "a.zarr", WriteOptions.DEFAULT));
        assertEquals(Kind.STORAGE, e.kind());
        assertTrue(e.getMessage().endsWith("exists already; choose another name or delete it first"));
        assertEquals("data", Files.readString(target.resolve("precious")));
        assertEquals(List.of("a.zarr"), names());
    }

    @Test
    void cancelledWriting_leavesNothing() throws IOException {
        Progress cancelling = new Progress() {
            private volatile boolean cancelled;

            @Override
            public void report(long done, long total, String what) {
                cancelled = true;
            }

            @Override
            public boolean cancelled() {
                return cancelled;
            }
        };
        Address target = Address.of(folder.resolve("a.zarr"));
        SyntheticScan scan = new SyntheticScan(VoxelType.UINT16, 100, 100, 200);
        assertThrows(CancellationException.class,
                () -> new OmeZarrWriter().write(scan, target, WriteOptions.DEFAULT, volumes, cancelling));
        assertEquals(List.of(), names());
    }

    @Test
    void sourceThatBreaksOff_leavesNothing() throws IOException {
        Dataset broken = new Broken(new SyntheticScan(VoxelType.UINT16, 100, 100, 200), 100 * 100 * 150L);
        VolumeException e = assertThrows(VolumeException.class, () -> written(broken, "a.zarr", WriteOptions.DEFAULT));
        assertEquals("the source broke off", e.getMessage());
        assertEquals(List.of(), names());
    }

    @Test
    void writingInProgress_isHiddenAndNoImage() throws IOException {
        Address target = Address.of(folder.resolve("a.zarr"));
        int[] seen = {0};
        Progress watching = new Progress() {
            @Override
            public void report(long done, long total, String what) {
                seen[0]++;
                assertFalse(Files.exists(target.path()));
                assertTrue(names().getFirst().startsWith(".a.zarr.partial-"));
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        new OmeZarrWriter().write(new SyntheticScan(VoxelType.UINT8, 100, 100, 200), target, WriteOptions.DEFAULT,
                volumes, watching);
        assertTrue(seen[0] > 1);
        assertEquals(List.of("a.zarr"), names());
    }

    @Test
    void emptyChunks_takeNoSpace() throws IOException {
        Dataset zeros = new Broken(new SyntheticScan(VoxelType.UINT8, 64, 64, 128), Long.MAX_VALUE) {
            @Override
            public void values(ValueSink sink, Progress progress) throws IOException {
                sink.accept(new byte[64 * 64 * 128], 0, 64 * 64 * 128);
            }
        };
        try (Dataset dataset = written(zeros, "a.zarr", options(64, null, 1, 3))) {
            assertEquals(Digest.of(new byte[64 * 64 * 128]), Digest.of(dataset));
            assertFalse(Files.exists(folder.resolve("a.zarr/0/c")));
        }
    }

    @Test
    void wrongOptionsAndSources_areRefusedInOneLine() {
        SyntheticScan scan = new SyntheticScan(VoxelType.UINT8, 9, 9, 9);
        assertRefused("chunks must have an even side between 8 and 1024 voxels, not 7", scan,
                options(7, null, null, null));
        assertRefused("Zarr 4 is unknown; use 2 or 3", scan, options(null, null, null, 4));
        assertRefused("the number of levels must be between 1 and 32, not 0", scan, options(null, null, 0, null));
        assertRefused("unknown codec jpeg; use one of none, gzip, zlib, zstd, lz4, blosc, blosc-zstd", scan,
                options(null, "jpeg", null, null));
        assertRefused("cannot write OME-Zarr: an OME-Zarr image has 2 to 5 axes, not 1",
                new SyntheticScan(VoxelType.UINT8, 9), WriteOptions.DEFAULT);
        assertRefused("cannot write OME-Zarr: the source keeps several values per voxel together (axes c x y z); only"
                + " scans with their channels one after the other can be written",
                SyntheticScan.of(VoxelType.UINT8, 3, 9, 9, 9).axes("c", "x", "y", "z"), WriteOptions.DEFAULT);
    }

    private void assertRefused(String message, Dataset source, WriteOptions options) {
        VolumeException e = assertThrows(VolumeException.class, () -> written(source, "refused.zarr", options));
        assertEquals(message, e.getMessage());
        assertEquals(Kind.UNSUPPORTED, e.kind());
        assertEquals(List.of(), names());
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Fails after some values. */
    private static class Broken implements Dataset {

        private final SyntheticScan scan;
        private final long most;

        Broken(SyntheticScan scan, long most) {
            this.scan = scan;
            this.most = most;
        }

        @Override
        public org.morphodepot.volume.DatasetInfo info() {
            return scan.info();
        }

        @Override
        public Volume volume() {
            return scan.volume();
        }

        @Override
        public void values(ValueSink sink, Progress progress) throws IOException {
            long[] done = {0};
            scan.values((bytes, offset, length) -> {
                done[0] += length;
                if (done[0] > most) {
                    throw new VolumeException(Kind.UNREACHABLE, "the source broke off");
                }
                sink.accept(bytes, offset, length);
            }, progress);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
