package org.morphodepot.volume.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.Voxels;
import org.morphodepot.volume.spi.StoreBusyException;

@Timeout(60)
class FullLoadTest {

    private static final VoxelSize SIZE = new VoxelSize(37, 21, 13);

    /** Every value tells its place; chunks are of 8 x 8 x 8 voxels. */
    private static class Places implements Volume {

        final Level level = Level.finest(SIZE, new VoxelSize(8, 8, 8));

        @Override
        public Optional<StoredChunk> fetch(ChunkKey key) throws IOException {
            return Optional.of(() -> 10L);
        }

        @Override
        public Chunk decode(ChunkKey key, Optional<StoredChunk> stored) {
            VoxelBox box = level.box(key);
            byte[] values = new byte[(int) box.voxels() * 2];
            int i = 0;
            for (int z = box.z0(); z < box.z1(); z++) {
                for (int y = box.y0(); y < box.y1(); y++) {
                    for (int x = box.x0(); x < box.x1(); x++, i += 2) {
                        int value = value(x, y, z);
                        values[i] = (byte) value;
                        values[i + 1] = (byte) (value >> 8);
                    }
                }
            }
            return new Chunk(key, box,
                    new Voxels(VoxelType.UINT16, new VoxelSize(box.width(), box.height(), box.depth()), values));
        }

        @Override
        public String name() {
            return "places";
        }

        @Override
        public VoxelType type() {
            return VoxelType.UINT16;
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
            // nothing is open
        }
    }

    private static int value(int x, int y, int z) {
        return x + 40 * y + 1000 * z;
    }

    @Test
    void everyVoxel_isInItsPlace() throws IOException {
        AtomicLong last = new AtomicLong();
        Progress progress = new Progress() {
            @Override
            public void report(long done, long total, String what) {
                assertEquals(SIZE.voxels() * 2, total);
                last.accumulateAndGet(done, Math::max);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        try (FullLoad load = FullLoad.of(new Places(), 0, progress)) {
            for (int z = 0; z < SIZE.z(); z++) {
                for (int y = 0; y < SIZE.y(); y++) {
                    for (int x = 0; x < SIZE.x(); x++) {
                        int there = load.voxels().bytes().get(ValueLayout.JAVA_SHORT, load.voxels().offset(x, y, z)) & 0xffff;
                        assertEquals(value(x, y, z), there);
                    }
                }
            }
            assertEquals(SIZE.voxels() * 2, load.decodedBytes());
            assertEquals(5 * 3 * 2 * 10, load.fetchedBytes());
            assertEquals(SIZE.voxels() * 2, last.get());
        }
    }

    @Test
    void busyStore_isAskedAgain() throws IOException {
        AtomicInteger refused = new AtomicInteger();
        Places volume = new Places() {
            @Override
            public Optional<StoredChunk> fetch(ChunkKey key) throws IOException {
                if (key.x() == 1 && refused.getAndIncrement() < 3) {
                    throw new StoreBusyException("busy", null);
                }
                return super.fetch(key);
            }
        };
        try (FullLoad busy = FullLoad.of(volume, 0, Progress.NONE); FullLoad calm = FullLoad.of(new Places(), 0, Progress.NONE)) {
            assertEquals(calm.voxels().sha256(), busy.voxels().sha256());
        }
    }

    @Test
    void lastingTrouble_endsTheLoadAsItIs() {
        VolumeException trouble = new VolumeException(Kind.MALFORMED, "places is damaged");
        assertSame(trouble, assertThrows(VolumeException.class, () -> FullLoad.of(failing(trouble), 0, Progress.NONE)));
    }

    @Test
    void busyForEver_isOneClearError() {
        VolumeException e = assertThrows(VolumeException.class,
                () -> FullLoad.of(failing(new StoreBusyException("the store is busy", null)), 0, Progress.NONE));
        assertEquals(Kind.UNREACHABLE, e.kind());
        assertEquals("places: the store is busy", e.getMessage());
    }

    private static Volume failing(IOException trouble) {
        return new Places() {
            @Override
            public Optional<StoredChunk> fetch(ChunkKey key) throws IOException {
                throw trouble;
            }
        };
    }

    /** A store that answers only when its thread is interrupted. */
    private static final class Hanging extends Places {

        final CountDownLatch asked = new CountDownLatch(1);
        final AtomicInteger waiting = new AtomicInteger();

        @Override
        public Optional<StoredChunk> fetch(ChunkKey key) throws IOException {
            waiting.incrementAndGet();
            asked.countDown();
            try {
                Thread.sleep(60_000);
                return super.fetch(key);
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            } finally {
                waiting.decrementAndGet();
            }
        }
    }

    @Test
    void cancelling_endsWaitingWorkers() {
        Hanging volume = new Hanging();
        Progress progress = new Progress() {
            @Override
            public void report(long done, long total, String what) {
                // nothing comes
            }

            @Override
            public boolean cancelled() {
                return volume.asked.getCount() == 0;
            }
        };
        assertThrows(CancellationException.class, () -> FullLoad.of(volume, 0, progress));
        assertEquals(0, volume.waiting.get());
    }

    @Test
    void interrupting_endsWaitingWorkersAndIsKept() throws InterruptedException {
        Hanging volume = new Hanging();
        AtomicReference<Exception> thrown = new AtomicReference<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                FullLoad.of(volume, 0, Progress.NONE).close();
            } catch (IOException e) {
                thrown.set(Thread.currentThread().isInterrupted() ? e : null);
            }
        });
        volume.asked.await();
        thread.interrupt();
        thread.join();
        assertInstanceOf(InterruptedIOException.class, thrown.get());
        assertEquals(0, volume.waiting.get());
    }

    @Test
    void sizeBeyondAllMemory_isOneClearError() {
        Places volume = new Places() {
            @Override
            public List<Level> levels() {
                int side = 2_000_000;
                return List.of(Level.finest(new VoxelSize(side, side, side), new VoxelSize(64, 64, 64)));
            }
        };
        VolumeException e = assertThrows(VolumeException.class, () -> FullLoad.of(volume, 0, Progress.NONE));
        assertEquals(Kind.TOO_LARGE, e.kind());
        assertTrue(e.getMessage().startsWith("places: not enough memory for "), e.getMessage());
    }
}
