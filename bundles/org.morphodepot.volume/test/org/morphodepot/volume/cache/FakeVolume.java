package org.morphodepot.volume.cache;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.Voxels;

/** A volume of 100 x 1 x 1 chunks of 1,000 bytes whose store hangs, fails or answers as a test likes. */
final class FakeVolume implements Volume {

    static final int CHUNK_BYTES = 1000;

    private final Level level = Level.finest(new VoxelSize(1000, 10, 10), new VoxelSize(10, 10, 10));
    private final List<ChunkKey> fetched = Collections.synchronizedList(new ArrayList<>());
    private final List<ChunkKey> interrupted = Collections.synchronizedList(new ArrayList<>());
    private final Map<ChunkKey, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final Map<ChunkKey, Throwable> troubles = new ConcurrentHashMap<>();
    private volatile boolean deaf;

    static ChunkKey key(int x) {
        return new ChunkKey(0, x, 0, 0);
    }

    static List<ChunkKey> keys(int... x) {
        return java.util.Arrays.stream(x).mapToObj(FakeVolume::key).toList();
    }

    /** The store does not answer for this chunk until {@link #release}. */
    void hold(int x) {
        gates.put(key(x), new CountDownLatch(1));
    }

    void release(int x) {
        gates.remove(key(x)).countDown();
    }

    /** The store ignores interrupts. */
    void turnDeaf() {
        deaf = true;
    }

    void fail(int x, Throwable trouble) {
        troubles.put(key(x), trouble);
    }

    void mend(int x) {
        troubles.remove(key(x));
    }

    /** Keys in the order in which their fetches began. */
    List<ChunkKey> fetched() {
        synchronized (fetched) {
            return List.copyOf(fetched);
        }
    }

    List<ChunkKey> interrupted() {
        synchronized (interrupted) {
            return List.copyOf(interrupted);
        }
    }

    @Override
    public Optional<StoredChunk> fetch(ChunkKey key) throws IOException {
        fetched.add(key);
        CountDownLatch gate = gates.get(key);
        if (gate != null) {
            await(key, gate);
        }
        Throwable trouble = troubles.get(key);
        if (trouble instanceof IOException e) {
            throw e;
        }
        return Optional.of(() -> 7L);
    }

    private void await(ChunkKey key, CountDownLatch gate) throws InterruptedIOException {
        while (true) {
            try {
                if (!gate.await(20, TimeUnit.SECONDS)) {
                    throw new InterruptedIOException("the test forgot " + key);
                }
                return;
            } catch (InterruptedException e) {
                interrupted.add(key);
                if (!deaf) {
                    throw new InterruptedIOException();
                }
            }
        }
    }

    @Override
    public Chunk decode(ChunkKey key, Optional<StoredChunk> stored) {
        if (troubles.get(key) instanceof Error e) {
            throw e;
        }
        if (troubles.get(key) instanceof RuntimeException e) {
            throw e;
        }
        return new Chunk(key, level.box(key), Voxels.filled(VoxelType.UINT8, level.chunk(), key.x()));
    }

    @Override
    public String name() {
        return "fake";
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
        return List.of(level);
    }

    @Override
    public void close() {
        // nothing to close
    }
}
