package org.morphodepot.volume.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.testing.web.Fault;
import org.morphodepot.testing.web.LoopbackServer;
import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.Voxels;
import org.morphodepot.volume.cache.ChunkCache;
import org.morphodepot.volume.cache.ChunkState;
import org.morphodepot.volume.spi.Store;

/** Chunks come over a real connection into a real cache, and the server behaves badly. */
@Timeout(30)
class CacheOverHttpTest {

    private static final int CHUNKS = 40;

    @TempDir
    Path folder;
    private LoopbackServer server;
    private Volume volume;
    private final ChunkCache cache = new ChunkCache(1 << 20, 8, 2);

    @BeforeEach
    void start() throws IOException {
        for (int i = 0; i < CHUNKS; i++) {
            byte[] bytes = new byte[1000];
            Arrays.fill(bytes, (byte) i);
            Files.write(folder.resolve("c" + i), bytes);
        }
        server = LoopbackServer.of(folder);
        Patience patience = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), 3, Duration.ofMillis(20));
        volume = new RawChunks(new HttpStores(new WebClient(patience)).open(server.address("/")));
    }

    @AfterEach
    void stop() throws IOException {
        cache.close();
        volume.close();
        server.close();
    }

    @Test
    void allChunks_arriveOverFewConnections() {
        cache.want("view", volume, keys(0, CHUNKS));
        eventually(() -> ready(0, CHUNKS) == CHUNKS);
        ChunkState.Ready last = (ChunkState.Ready) cache.peek(volume, key(CHUNKS - 1));
        assertEquals(CHUNKS - 1, last.chunk().value(10 * (CHUNKS - 1), 0, 0));
        assertTrue(server.connections() <= 8, () -> server.connections() + " connections");
        assertEquals(CHUNKS, server.requests().size());
    }

    @Test
    void passingTrouble_isNotSeen() {
        server.plan("/c3", 2, Fault.status(503));
        server.plan("/c4", 1, new Fault.Cut(100));
        cache.want("view", volume, keys(0, CHUNKS));
        eventually(() -> ready(0, CHUNKS) == CHUNKS);
        assertEquals(0, cache.usage().failed());
    }

    @Test
    void serverThatHangs_doesNotKeepTheNextPlaceWaiting() {
        for (int i = 0; i < 20; i++) {
            server.plan("/c" + i, new Fault.Hang(10));
        }
        cache.want("view", volume, keys(0, 20));
        eventually(() -> server.requests().size() == 8);
        cache.want("view", volume, keys(20, CHUNKS));
        eventually(() -> ready(20, CHUNKS) == CHUNKS - 20);
        assertEquals(20, cache.usage().cancelled() + 12, "the eight that ran; the rest had not begun");
        assertEquals(0, cache.usage().failed());
    }

    @Test
    void missingChunk_isAllFill_andDeniedChunkIsAFailure() throws IOException {
        Files.delete(folder.resolve("c1"));
        server.plan("/c2", Fault.status(403));
        cache.want("view", volume, keys(0, 3));
        eventually(() -> ready(0, 2) == 2 && cache.peek(volume, key(2)) instanceof ChunkState.Failed);
        assertEquals(77, ((ChunkState.Ready) cache.peek(volume, key(1))).chunk().value(10, 0, 0));
        ChunkState.Failed failed = (ChunkState.Failed) cache.peek(volume, key(2));
        assertEquals(Kind.ACCESS_DENIED, assertInstanceOf(VolumeException.class, failed.cause()).kind());
    }

    private int ready(int from, int to) {
        return (int) keys(from, to).stream().filter(key -> cache.peek(volume, key) instanceof ChunkState.Ready).count();
    }

    private static ChunkKey key(int x) {
        return new ChunkKey(0, x, 0, 0);
    }

    private static List<ChunkKey> keys(int from, int to) {
        return IntStream.range(from, to).mapToObj(CacheOverHttpTest::key).toList();
    }

    private static void eventually(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** One file of bytes per chunk of 10 x 10 x 10 voxels; 77 where there is none. */
    private record RawChunks(Store store) implements Volume {

        private static final Level LEVEL = Level.finest(new VoxelSize(10 * CHUNKS, 10, 10), new VoxelSize(10, 10, 10));

        private record Stored(byte[] data) implements StoredChunk {
            @Override
            public long bytes() {
                return data.length;
            }
        }

        @Override
        public Optional<StoredChunk> fetch(ChunkKey key) throws IOException {
            return store.read("c" + key.x()).map(Stored::new);
        }

        @Override
        public Chunk decode(ChunkKey key, Optional<StoredChunk> stored) {
            Voxels voxels = stored.map(s -> new Voxels(VoxelType.UINT8, LEVEL.chunk(), ((Stored) s).data()))
                    .orElseGet(() -> Voxels.filled(VoxelType.UINT8, LEVEL.chunk(), 77));
            return new Chunk(key, LEVEL.box(key), voxels);
        }

        @Override
        public String name() {
            return "raw chunks";
        }

        @Override
        public VoxelType type() {
            return VoxelType.UINT8;
        }

        @Override
        public Geometry geometry() {
            return Geometry.of(1, 1, 1, "mm");
        }

        @Override
        public List<Level> levels() {
            return List.of(LEVEL);
        }

        @Override
        public void close() throws IOException {
            store.close();
        }
    }
}
