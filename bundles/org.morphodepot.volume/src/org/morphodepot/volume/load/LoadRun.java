package org.morphodepot.volume.load;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

import org.morphodepot.volume.LargeVoxels;
import org.morphodepot.volume.LevelReader;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.spi.StoreBusyException;

/**
 * One load. Each worker takes the next part, waits for its bytes, decodes and places them, so that while some wait for the
 * store others use the processors, and what a worker has fetched is still in the cache when it decodes it. Workers are
 * platform threads: they decode, and virtual threads that wait for other stores must not wait for that.
 */
final class LoadRun {

    private static final int FIRST_WORKERS = 16;
    private static final int MOST_WORKERS = 32;
    private static final int TRIES = 5;
    private static final long FIRST_PAUSE_MILLIS = 200;

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private final LevelReader reader;
    private final LargeVoxels whole;
    private final LongConsumer memory;
    private final String name;
    private final Progress progress;
    private final PartGrid grid;
    private final List<Thread> workers = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final Pace pace = new Pace(FIRST_WORKERS, MOST_WORKERS, System.nanoTime());
    private final Crew crew = new Crew(Runtime.getRuntime().availableProcessors(), MOST_WORKERS);
    private int before;
    private long next;
    private int active;
    private long fetched;
    private long placed;
    private Throwable failure;

    /**
     * A load that has not begun.
     *
     * @param memory told up to which byte of the whole voxels will be put soon
     */
    LoadRun(LevelReader reader, LargeVoxels whole, LongConsumer memory, String name, Progress progress) {
        this.reader = reader;
        this.whole = whole;
        this.memory = memory;
        this.name = name;
        this.progress = progress;
        this.grid = new PartGrid(whole.size(), reader.part());
    }

    /** Loads all parts and returns the number of bytes fetched. No worker is left when it returns or throws. */
    long run() throws IOException {
        lock.lock();
        try {
            while (failure == null && (next < grid.parts() || active > 0)) {
                startWorkers();
                change.awaitNanos(100_000_000);
                progress.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = new InterruptedIOException("loading " + name + " was interrupted");
        } catch (CancellationException e) {
            failure = e;
        } finally {
            lock.unlock();
        }
        end();
        if (failure != null) {
            throw failure();
        }
        return fetched;
    }

    private int limit() {
        return Math.min(pace.limit(), crew.limit());
    }

    private void startWorkers() {
        while (workers.size() < Math.min(limit(), grid.parts())) {
            int number = workers.size();
            workers.add(Thread.ofPlatform().daemon().name("full-load-" + number).start(() -> work(number)));
        }
    }

    /** The memory is freed next: nobody may write there any more. */
    private void end() {
        boolean interrupted = Thread.interrupted();
        for (Thread worker : workers) {
            if (failure != null) {
                worker.interrupt();
            }
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private IOException failure() {
        return switch (failure) {
            case IOException e -> e;
            case RuntimeException e -> throw e;
            case OutOfMemoryError e -> throw e;
            default -> new VolumeException(Kind.UNSUPPORTED, name + ": part of the scan could not be decoded: " + failure,
                    failure);
        };
    }

    private void work(int number) {
        try {
            for (long part = take(number); part >= 0; part = take(number)) {
                load(part);
            }
        } catch (Throwable e) {
            lock.lock();
            try {
                active--;
                failure = failure == null ? e : failure;
                change.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** The next part for a worker; -1 when there is none. Workers beyond the limit wait. */
    private long take(int number) throws InterruptedException {
        lock.lock();
        try {
            while (failure == null && next < grid.parts() && number >= limit()) {
                change.await();
            }
            if (failure != null || next >= grid.parts()) {
                change.signalAll();
                return -1;
            }
            active++;
            return next++;
        } finally {
            lock.unlock();
        }
    }

    private void load(long part) throws IOException, InterruptedException {
        int x = grid.x(part);
        int y = grid.y(part);
        int z = grid.z(part);
        long pause = FIRST_PAUSE_MILLIS;
        if (z == 0) {
            memory.accept(grid.slabEnd(0) * whole.stride(2));
        }
        for (int attempt = 1;; attempt++) {
            try {
                long start = System.nanoTime();
                long busy = PROCESSOR.getCurrentThreadCpuTime();
                long stored = reader.read(x, y, z, whole);
                prepareNext(part, stored);
                if (stored > 0) { // what is not there says nothing
                    measured(PROCESSOR.getCurrentThreadCpuTime() - busy, System.nanoTime() - start);
                }
                done(stored, grid.voxels(part) * whole.type().bytes());
                return;
            } catch (StoreBusyException e) {
                slowDown();
                if (attempt == TRIES) {
                    throw new VolumeException(Kind.UNREACHABLE, name + ": " + e.getMessage(), e);
                }
            }
            Thread.sleep(pause + (long) (Math.random() * pause));
            pause *= 2;
        }
    }

    /** Each part prepares its share of the memory of the next row of slices, unless the scan is empty there. */
    private void prepareNext(long part, long stored) {
        int z = grid.z(part);
        if (stored > 0) {
            long end = grid.slabEnd(z);
            long more = grid.slabEnd(z + 1) - end;
            memory.accept(end * whole.stride(2) + (long) (more * whole.stride(2) * grid.shareOfSlab(part)));
        }
    }

    private void slowDown() {
        lock.lock();
        try {
            pace.trouble(System.nanoTime());
            crew.trouble();
        } finally {
            lock.unlock();
        }
    }

    private void measured(long processor, long nanos) {
        lock.lock();
        try {
            crew.done(processor, nanos);
        } finally {
            lock.unlock();
        }
    }

    private void done(long stored, long decoded) {
        long now;
        lock.lock();
        try {
            active--;
            fetched += stored;
            placed += decoded;
            now = placed;
            pace.done(decoded, System.nanoTime());
            if (limit() != before || active == 0) {
                before = limit();
                change.signalAll();
            }
        } finally {
            lock.unlock();
        }
        progress.report(now, whole.bytes().byteSize(), "loading");
    }

    /** Parts in the order of the voxels, so that a load that is watched grows slice by slice. */
    private record PartGrid(VoxelSize size, VoxelSize part) {

        private int count(int axis) {
            return (int) (((long) size.get(axis) + part.get(axis) - 1) / part.get(axis));
        }

        long parts() {
            return Math.multiplyExact((long) count(0) * count(1), count(2));
        }

        int x(long number) {
            return (int) (number % count(0));
        }

        int y(long number) {
            return (int) (number / count(0) % count(1));
        }

        int z(long number) {
            return (int) (number / count(0) / count(1));
        }

        /** Slices before the end of a row of parts. */
        long slabEnd(int z) {
            return Math.min(size.z(), (z + 1L) * part.z());
        }

        /** Which part of its slices is done when all parts up to this one are, 0 to 1. */
        double shareOfSlab(long number) {
            long parts = (long) count(0) * count(1);
            return (number % parts + 1) / (double) parts;
        }

        private long length(int axis, int index) {
            return Math.min(part.get(axis), size.get(axis) - (long) index * part.get(axis));
        }

        long voxels(long number) {
            return length(0, x(number)) * length(1, y(number)) * length(2, z(number));
        }
    }
}
