package org.morphodepot.viewer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.Voxels;
import org.morphodepot.volume.cache.ChunkState;

/** A volume of 16-bit values computed from their level and place, whose chunks can be made missing. */
public class FakeVolume implements Volume, ChunkSource {

    /** The value of a voxel. */
    public interface Value {
        int at(int level, int x, int y, int z);
    }

    private final Geometry geometry;
    private final List<Level> levels;
    private final Value value;
    private final Map<ChunkKey, Chunk> chunks = new HashMap<>();
    private final Set<ChunkKey> missing = new HashSet<>();
    private final Map<ChunkKey, Exception> failed = new HashMap<>();
    private volatile boolean closed;
    private volatile CountDownLatch beforeClose = new CountDownLatch(0);

    public FakeVolume(VoxelSize size, int chunk, int levelCount, Geometry geometry, Value value) {
        this.geometry = geometry;
        this.value = value;
        this.levels = java.util.stream.IntStream.range(0, levelCount).mapToObj(i -> level(i, size, chunk)).toList();
    }

    private static Level level(int index, VoxelSize size, int chunk) {
        int factor = 1 << index;
        VoxelSize smaller = new VoxelSize(side(size.x(), factor), side(size.y(), factor), side(size.z(), factor));
        VoxelSize chunkSize = new VoxelSize(chunk, chunk, chunk);
        double offset = (factor - 1) / 2.0;
        return new Level(index, smaller, chunkSize, new double[] {factor, factor, factor},
                new double[] {offset, offset, offset});
    }

    private static int side(int size, int factor) {
        return (size + factor - 1) / factor;
    }

    /** Makes chunks of a level absent. */
    FakeVolume without(int level) {
        for (int z = 0; z < levels.get(level).chunks(2); z++) {
            for (int y = 0; y < levels.get(level).chunks(1); y++) {
                for (int x = 0; x < levels.get(level).chunks(0); x++) {
                    missing.add(new ChunkKey(level, x, y, z));
                }
            }
        }
        return this;
    }

    FakeVolume without(ChunkKey key) {
        missing.add(key);
        return this;
    }

    FakeVolume failing(ChunkKey key, Exception cause) {
        failed.put(key, cause);
        return this;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public ChunkState peek(ChunkKey key) {
        if (failed.containsKey(key)) {
            return new ChunkState.Failed(failed.get(key));
        }
        return missing.contains(key) ? new ChunkState.Absent()
                : new ChunkState.Ready(chunks.computeIfAbsent(key, k -> decode(k, Optional.empty())));
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public VoxelType type() {
        return VoxelType.INT16;
    }

    @Override
    public Geometry geometry() {
        return geometry;
    }

    @Override
    public List<Level> levels() {
        return levels;
    }

    @Override
    public Optional<StoredChunk> fetch(ChunkKey key) {
        return Optional.empty();
    }

    @Override
    public Chunk decode(ChunkKey key, Optional<StoredChunk> stored) {
        VoxelBox box = levels.get(key.level()).box(key);
        ByteBuffer bytes = ByteBuffer.allocate((int) box.voxels() * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int z = box.z0(); z < box.z1(); z++) {
            for (int y = box.y0(); y < box.y1(); y++) {
                for (int x = box.x0(); x < box.x1(); x++) {
                    bytes.putShort((short) value.at(key.level(), x, y, z));
                }
            }
        }
        return new Chunk(key, box, new Voxels(VoxelType.INT16, new VoxelSize(box.width(), box.height(), box.depth()),
                bytes.array()));
    }

    /** Closing waits for this. */
    public void closeWaitsFor(CountDownLatch latch) {
        beforeClose = latch;
    }

    @Override
    public void close() {
        try {
            beforeClose.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closed = true;
    }
}
