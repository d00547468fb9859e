package org.morphodepot.volume.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.LevelInfo;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.spi.WriteOptions;

/** Many chunks in one object, and going on after a kill. */
class ShardedWriterTest {

    private static final WriteOptions SHARDS = new WriteOptions(Optional.of(16), Optional.empty(), Optional.of(3),
            Optional.empty()).sharded(32);

    @TempDir
    private Path folder;

    private final Volumes volumes = Volumes.fromClassPath();

    private Dataset written(Dataset source, String name, WriteOptions options) throws IOException {
        Address target = Address.of(folder.resolve(name));
        volumes.writer(target).write(source, target, options, volumes, Progress.NONE);
        return volumes.open(target);
    }

    @ParameterizedTest
    @EnumSource(VoxelType.class)
    void everyType_isReadBack(VoxelType type) throws IOException {
        SyntheticScan scan = new SyntheticScan(type, 75, 43, 70);
        try (Dataset dataset = written(scan, "a.zarr", SHARDS); Volume volume = dataset.volume()) {
            assertEquals(Digest.of(scan), Digest.of(dataset));
            assertEquals(Digest.of(scan), Digest.ofChunks(volume));
            LevelInfo level = dataset.info().levels().getFirst();
            assertEquals(List.of(16L, 16L, 16L), level.chunk());
            assertEquals(Optional.of(List.of(32L, 32L, 32L)), level.shard());
            assertEquals(3, level.zarrFormat().orElseThrow());
        }
        assertEquals(3 * 2 * 3, objects(folder.resolve("a.zarr/0/c")));
        assertEquals(List.of("a.zarr"), names(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip", "zlib", "zstd", "lz4", "blosc", "blosc-zstd"})
    void everyCodec_isReadBackWithAllLevels(String codec) throws IOException {
        SyntheticScan scan = new SyntheticScan(VoxelType.UINT16, 100, 37, 90);
        WriteOptions plain = new WriteOptions(Optional.of(16), Optional.of(codec), Optional.of(3), Optional.of(3));
        try (Dataset sharded = written(scan, "sharded.zarr", plain.sharded(64));
                Dataset single = written(scan, "single.zarr", plain);
                Volume a = sharded.volume();
                Volume b = single.volume()) {
            for (int i = 0; i < 3; i++) {
                assertEquals(Digest.of(Digest.levelBytes(b, b.levels().get(i))),
                        Digest.of(Digest.levelBytes(a, a.levels().get(i))), "level " + i);
            }
        }
    }

    @Test
    void leadingAxes_haveShardsOfTheirOwn() throws IOException {
        SyntheticScan scan = new SyntheticScan(VoxelType.UINT8, 40, 33, 36, 2, 3);
        try (Dataset dataset = written(scan, "a.zarr", SHARDS)) {
            assertEquals(Digest.of(scan), Digest.of(dataset));
        }
        assertEquals(2 * 3 * 2 * 2 * 2, objects(folder.resolve("a.zarr/0/c")));
    }

    @Test
    void manyChunksOfZarr3_areShardedUnlessAskedNotTo() throws IOException {
        SyntheticScan scan = new SyntheticScan(VoxelType.UINT8, 88, 88, 88);
        WriteOptions small = new WriteOptions(Optional.of(8), Optional.of("none"), Optional.of(1), Optional.of(3));
        written(scan, "many.zarr", small).close();
        written(scan, "plain.zarr", small.sharded(0)).close();
        assertEquals(27, objects(folder.resolve("many.zarr/0/c")));
        assertTrue(objects(folder.resolve("plain.zarr/0/c")) > 1000);
    }

    @Test
    void shardsOfTheFillValue_areNotStored() throws IOException {
        SyntheticScan scan = new SyntheticScan(VoxelType.UINT8, 64, 64, 64);
        Dataset zeros = new Interrupted(scan, Long.MAX_VALUE) {
            @Override
            public void values(ValueSink sink, Progress progress) throws IOException {
                byte[] values = new byte[64 * 64 * 64];
                values[5] = 1;
                sink.accept(values, 0, values.length);
            }
        };
        written(zeros, "a.zarr", SHARDS).close();
        assertEquals(1, objects(folder.resolve("a.zarr/0/c")));
    }

    @Test
    void brokenWrite_leavesNothingUnlessItShallGoOn() throws IOException {
        SyntheticScan scan = new SyntheticScan(VoxelType.UINT16, 64, 64, 160);
        assertThrows(VolumeException.class, () -> written(new Interrupted(scan, 64 * 64 * 100 * 2), "a.zarr", SHARDS));
        assertEquals(List.of(), names(folder));
        assertThrows(VolumeException.class,
                () -> written(new Interrupted(scan, 64 * 64 * 100 * 2), "a.zarr", SHARDS.resuming()));
        assertEquals(List.of(".a.zarr.partial"), names(folder));
        assertThrows(VolumeException.class, () -> volumes.open(Address.of(folder.resolve(".a.zarr.partial"))));
    }

    @Test
    void resumedWrite_keepsFinishedShardsAndIsTheSame() throws IOException {
        SyntheticScan scan = new SyntheticScan(VoxelType.UINT16, 64, 64, 160);
        Path first = partial(scan).resolve("0/c/0/0/0");
        Path second = partial(scan).resolve("0/c/2/1/1");
        FileTime before = FileTime.from(1000, TimeUnit.SECONDS);
        Files.setLastModifiedTime(first, before);
        Files.setLastModifiedTime(second, before);
        try (Dataset dataset = written(scan, "a.zarr", SHARDS.resuming());
                Dataset whole = written(scan, "b.zarr", SHARDS)) {
            assertEquals(Digest.of(scan), Digest.of(dataset));
            assertEquals(Digest.of(whole), Digest.of(dataset));
        }
        assertEquals(before, Files.getLastModifiedTime(folder.resolve("a.zarr/0/c/0/0/0")));
        assertEquals(before, Files.getLastModifiedTime(folder.resolve("a.zarr/0/c/2/1/1")));
        assertEquals(List.of("0", "1", "2", "zarr.json"), names(folder.resolve("a.zarr")));
        assertEquals(contents(folder.resolve("b.zarr/2")).keySet(), contents(folder.resolve("a.zarr/2")).keySet());
    }

    @Test
    void damagedShard_isWrittenAgain() throws IOException {
        SyntheticScan scan = new SyntheticScan(VoxelType.UINT16, 64, 64, 160);
        Path shard = partial(scan).resolve("0/c/1/0/1");
        byte[] bytes = Files.readAllBytes(shard);
        Files.write(shard, java.util.Arrays.copyOf(bytes, bytes.length - 100));
        try (Dataset dataset = written(scan, "a.zarr", SHARDS.resuming())) {
            assertEquals(Digest.of(scan), Digest.of(dataset));
        }
    }

    @Test
    void anotherScan_isNotMixedIn() throws IOException {
        partial(new SyntheticScan(VoxelType.UINT16, 64, 64, 160));
        Dataset other = new Interrupted(new SyntheticScan(VoxelType.UINT16, 64, 64, 160), Long.MAX_VALUE) {
            @Override
            public void values(ValueSink sink, Progress progress) throws IOException {
                super.values((bytes, offset, length) -> {
                    bytes[offset]++;
                    sink.accept(bytes, offset, length);
                }, progress);
            }
        };
        VolumeException e = assertThrows(VolumeException.class, () -> written(other, "a.zarr", SHARDS.resuming()));
        assertTrue(e.getMessage().startsWith("the scan is not the one that was being written before"), e.getMessage());
        assertFalse(Files.exists(folder.resolve("a.zarr")));
        written(other, "a.zarr", SHARDS).close();
        assertEquals(List.of("a.zarr"), names(folder));
    }

    @Test
    void otherOptions_startAnew() throws IOException {
        SyntheticScan scan = new SyntheticScan(VoxelType.UINT16, 64, 64, 160);
        partial(scan);
        try (Dataset dataset = written(scan, "a.zarr", SHARDS.sharded(48).resuming())) {
            assertEquals(Digest.of(scan), Digest.of(dataset));
        }
    }

    /** A folder in which the first 100 planes of a scan are written. */
    private Path partial(SyntheticScan scan) {
        assertThrows(VolumeException.class,
                () -> written(new Interrupted(scan, 64 * 64 * 100 * 2), "a.zarr", SHARDS.resuming()));
        return folder.resolve(".a.zarr.partial");
    }

    @Test
    void killedProgram_isContinued() throws Exception {
        Path target = folder.resolve("a.zarr");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                ShardedWriterTest.class.getName(), target.toString()).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertNotEquals(0, process.exitValue());
        assertFalse(Files.exists(target));
        Path shard = folder.resolve(".a.zarr.partial/0/c/0/0/0");
        Files.setLastModifiedTime(shard, FileTime.from(1000, TimeUnit.SECONDS));
        SyntheticScan scan = new SyntheticScan(VoxelType.UINT16, 64, 64, 160);
        try (Dataset dataset = written(scan, "a.zarr", SHARDS.resuming())) {
            assertEquals(Digest.of(scan), Digest.of(dataset));
        }
        assertEquals(1000, Files.getLastModifiedTime(target.resolve("0/c/0/0/0")).to(TimeUnit.SECONDS));
        assertEquals(List.of("a.zarr"), names(folder));
    }

    /** Dies in the middle of a write. */
    public static void main(String[] arguments) throws IOException {
        Dataset dying = new Interrupted(new SyntheticScan(VoxelType.UINT16, 64, 64, 160), 64 * 64 * 100 * 2) {
            @Override
            void stop() {
                Runtime.getRuntime().halt(9);
            }
        };
        Volumes volumes = Volumes.fromClassPath();
        new OmeZarrWriter().write(dying, Address.of(arguments[0]), SHARDS, volumes, Progress.NONE);
    }

    @Test
    void twoWriters_doNotShareAFolder() throws IOException {
        Dataset nested = new Interrupted(new SyntheticScan(VoxelType.UINT16, 64, 64, 160), 1000) {
            @Override
            void stop() throws IOException {
                written(new SyntheticScan(VoxelType.UINT16, 64, 64, 160), "a.zarr", SHARDS.resuming()).close();
            }
        };
        VolumeException e = assertThrows(VolumeException.class, () -> written(nested, "a.zarr", SHARDS));
        assertTrue(e.getMessage().endsWith("is being written by another program; wait until it is done"), e.getMessage());
    }

    @Test
    void objectStore_getsTheMetadataLastAndIsContinued() throws IOException {
        SyntheticScan scan = new SyntheticScan(VoxelType.UINT16, 64, 64, 160);
        Dataset breaking = new Interrupted(scan, 64 * 64 * 100 * 2);
        try (MemoryStore store = new MemoryStore()) {
            assertThrows(VolumeException.class, () -> write(breaking, store, SHARDS));
            assertEquals(Map.of(), store.objects);
            assertThrows(VolumeException.class, () -> write(breaking, store, SHARDS.resuming()));
            assertTrue(store.objects.containsKey("0/c/0/0/0"));
            assertTrue(store.objects.keySet().stream().noneMatch(key -> key.endsWith("zarr.json")));
            store.requests.clear();
            write(scan, store, SHARDS.resuming());
            List<String> writes = store.requests.stream().filter(request -> request.endsWith(" write")).toList();
            assertFalse(writes.contains("0/c/0/0/0 write"));
            assertTrue(writes.contains("0/c/4/0/0 write"));
            assertEquals("zarr.json write", writes.getLast());
            assertFalse(store.objects.containsKey(".morphodepot-writing"));
            try (Dataset dataset = store.volumes().open(MemoryStore.ROOT)) {
                assertEquals(Digest.of(scan), Digest.of(dataset));
            }
            assertEquals(0, store.open());
        }
    }

    private static void write(Dataset source, MemoryStore store, WriteOptions options) throws IOException {
        new OmeZarrWriter().write(source, MemoryStore.ROOT, options, store.volumes(), Progress.NONE);
    }

    @Test
    void impossibleShards_areRefusedInOneLine() {
        SyntheticScan scan = new SyntheticScan(VoxelType.UINT8, 9, 9, 9);
        WriteOptions v2 = new WriteOptions(Optional.of(16), Optional.empty(), Optional.empty(), Optional.of(2));
        assertRefused("shards need Zarr 3", scan, v2.sharded(32));
        assertRefused("shards must be a multiple of the chunks' 16 voxels, not 40", scan, SHARDS.sharded(40));
        assertRefused("shards of 2048 voxels hold more than 1 GiB each; use smaller ones",
                new SyntheticScan(VoxelType.UINT8, 3000, 3000, 3000), SHARDS.sharded(2048));
    }

    private void assertRefused(String message, Dataset source, WriteOptions options) {
        VolumeException e = assertThrows(VolumeException.class, () -> written(source, "refused.zarr", options));
        assertEquals(message, e.getMessage());
        assertEquals(Kind.UNSUPPORTED, e.kind());
        assertEquals(List.of(), names(folder));
    }

    private static long objects(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static Map<String, Long> contents(Path below) throws IOException {
        Map<String, Long> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(below)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(below.relativize(file).toString(), Files.size(file));
            }
        }
        return contents;
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A scan that breaks off after so many bytes. */
    private static class Interrupted implements Dataset {

        private final SyntheticScan scan;
        private final long most;

        Interrupted(SyntheticScan scan, long most) {
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

        void stop() throws IOException {
            throw new VolumeException(Kind.UNREACHABLE, "the source broke off");
        }

        @Override
        public void values(ValueSink sink, Progress progress) throws IOException {
            long[] done = {0};
            scan.values((bytes, offset, length) -> {
                done[0] += length;
                if (done[0] > most) {
                    stop();
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
