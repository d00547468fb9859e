package org.morphodepot.cli.bench;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.Volume.StoredChunk;
import org.morphodepot.volume.VoxelBox;

/**
 * All of level 0 in memory outside the heap, x fastest, in slabs of one layer of chunks. Workers fetch, decode and
 * place chunk after chunk: as many wait for the store as there are workers, as many decode as there are processors.
 * Close it to give the memory back.
 */
final class FullLoad implements AutoCloseable {

    private static final int WORKERS = 16;

    private final Arena arena = Arena.ofShared();
    private final Volume volume;
    private final Level level;
    private final int voxelBytes;
    private final MemorySegment[] slabs;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong fetched = new AtomicLong();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());

    private FullLoad(Volume volume) {
        this.volume = volume;
        level = volume.levels().getFirst();
        voxelBytes = volume.type().bytes();
        slabs = new MemorySegment[level.chunks(2)];
    }

    /** Loads everything; blocks until it is there. */
    static FullLoad of(Volume volume) throws IOException {
        FullLoad load = new FullLoad(volume);
        try {
            load.run();
            return load;
        } catch (IOException | RuntimeException e) {
            load.close();
            throw e;
        }
    }

    private void run() throws IOException {
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            workers.add(Thread.ofVirtual().start(this::work));
        }
        try {
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        switch (failure.get()) {
            case null -> {
                return;
            }
            case IOException e -> throw e;
            case Throwable e -> throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private void work() {
        int chunks = Math.multiplyExact(Math.multiplyExact(level.chunks(0), level.chunks(1)), level.chunks(2));
        try {
            for (int n = next.getAndIncrement(); n < chunks && failure.get() == null; n = next.getAndIncrement()) {
                int row = n / level.chunks(0);
                load(new ChunkKey(0, n % level.chunks(0), row % level.chunks(1), row / level.chunks(1)));
            }
        } catch (IOException | RuntimeException | OutOfMemoryError | InterruptedException e) {
            failure.compareAndSet(null, e);
        }
    }

    private void load(ChunkKey key) throws IOException, InterruptedException {
        Optional<StoredChunk> stored = volume.fetch(key);
        stored.ifPresent(s -> fetched.addAndGet(s.bytes()));
        processors.acquire();
        try {
            place(volume.decode(key, stored));
        } finally {
            processors.release();
        }
    }

    private void place(Chunk chunk) {
        VoxelBox box = chunk.box();
        MemorySegment slab = slab(chunk.key().z(), box);
        MemorySegment from = MemorySegment.ofArray(chunk.voxels().bytes());
        long row = (long) box.width() * voxelBytes;
        long at = 0;
        for (int z = 0; z < box.depth(); z++) {
            for (int y = box.y0(); y < box.y1(); y++, at += row) {
                long to = (((long) z * level.size().y() + y) * level.size().x() + box.x0()) * voxelBytes;
                MemorySegment.copy(from, at, slab, to, row);
            }
        }
    }

    private MemorySegment slab(int z, VoxelBox box) {
        synchronized (slabs) {
            if (slabs[z] == null) {
                long bytes = Math.multiplyExact((long) level.size().x() * level.size().y(),
                        (long) box.depth() * voxelBytes);
                slabs[z] = arena.allocate(bytes, 64);
            }
            return slabs[z];
        }
    }

    /** Bytes of chunks as stored, without metadata and what the transport adds. */
    long fetchedBytes() {
        return fetched.get();
    }

    long decodedBytes() {
        return Math.multiplyExact(level.size().voxels(), voxelBytes);
    }

    /** SHA-256 of all values as little-endian bytes, x fastest. */
    String sha256() {
        java.security.MessageDigest digest;
        try {
            digest = java.security.MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        byte[] buffer = new byte[1 << 16];
        for (MemorySegment slab : slabs) {
            for (long at = 0; at < slab.byteSize(); at += buffer.length) {
                int length = (int) Math.min(buffer.length, slab.byteSize() - at);
                MemorySegment.copy(slab, java.lang.foreign.ValueLayout.JAVA_BYTE, at, buffer, 0, length);
                digest.update(buffer, 0, length);
            }
        }
        return java.util.HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        arena.close();
    }
}
