package org.morphodepot.volume.load;

import java.io.IOException;
import java.lang.foreign.Arena;

import org.morphodepot.volume.LargeVoxels;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/**
 * All voxels of one level in memory outside the heap, of any size. Close it to give the memory back; the voxels must not be
 * used afterwards.
 */
public final class FullLoad implements AutoCloseable {

    private final Arena arena;
    private final LargeVoxels voxels;
    private final long fetchedBytes;

    private FullLoad(Arena arena, LargeVoxels voxels, long fetchedBytes) {
        this.arena = arena;
        this.voxels = voxels;
        this.fetchedBytes = fetchedBytes;
    }

    /**
     * Loads a level; blocks until all of it is there. {@code progress} counts decoded bytes, from any thread.
     *
     * @throws VolumeException when a part cannot be read, also after further tries; or there is not enough memory
     * @throws java.util.concurrent.CancellationException when {@code progress} says so
     * @throws java.io.InterruptedIOException when this thread is interrupted
     */
    public static FullLoad of(Volume volume, int level, Progress progress) throws IOException {
        Level shape = volume.levels().get(level);
        Arena arena = Arena.ofShared();
        try {
            long bytes = LargeVoxels.byteSize(volume.type(), shape.size());
            LargeMemory memory = LargeMemory.of(bytes, arena);
            LargeVoxels voxels = new LargeVoxels(volume.type(), shape.size(), memory.bytes());
            long fetched = new LoadRun(volume.reader(level), voxels, memory::prepare, volume.name(), progress).run();
            return new FullLoad(arena, voxels, fetched);
        } catch (OutOfMemoryError | ArithmeticException e) {
            arena.close();
            throw new VolumeException(Kind.TOO_LARGE, volume.name() + ": not enough memory for " + shape.size() + " voxels of "
                    + volume.type().id() + "; load a coarser level or close other programs", e);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /** The level's voxels; valid until {@link #close}. */
    public LargeVoxels voxels() {
        return voxels;
    }

    /** Bytes as stored, without metadata and what the transport adds. */
    public long fetchedBytes() {
        return fetchedBytes;
    }

    /** Bytes of all voxels. */
    public long decodedBytes() {
        return voxels.bytes().byteSize();
    }

    @Override
    public void close() {
        arena.close();
    }
}
