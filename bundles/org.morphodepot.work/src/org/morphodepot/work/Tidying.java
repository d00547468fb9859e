package org.morphodepot.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.morphodepot.git.GitProgress;
import org.morphodepot.git.WorkFolder;

/**
 * Packs clones in which much has collected, in the background, when nobody has used them for a moment. Gives way at once to
 * whoever wants the clone. Thread-safe.
 */
final class Tidying implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Tidying.class.getName());
    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final long BETWEEN_LOOKS = Duration.ofHours(1).toNanos();

    private final Duration quiet;
    private final Map<Path, Long> looked = new ConcurrentHashMap<>();
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Tidying() {
        this(QUIET);
    }

    /** @param quiet how long after its last use a clone is looked at */
    Tidying(Duration quiet) {
        this.quiet = quiet;
    }

    /**
     * To be told after each use of a folder that is a clone, or has one in it, with the lock that keeps others out. Returns at
     * once.
     */
    void used(Path folder, ReentrantLock lock) {
        Optional<Path> clone = Stream.of(folder, folder.resolve("clone"))
                .filter(place -> Files.isDirectory(place.resolve(".git"))).findFirst();
        if (closed || clone.isEmpty() || wasLookedAt(clone.get())) {
            return;
        }
        Thread worker = Thread.ofVirtual().name("tidying").unstarted(() -> tidy(clone.get(), lock));
        workers.add(worker);
        worker.start();
    }

    private boolean wasLookedAt(Path folder) {
        long now = System.nanoTime();
        return looked.merge(folder, now, (before, _) -> now - before < BETWEEN_LOOKS ? before : now) != now;
    }

    private void tidy(Path folder, ReentrantLock lock) {
        try {
            await();
            if (closed || !lock.tryLock()) {
                looked.remove(folder); // somebody works there: after their use
                return;
            }
            try (WorkFolder work = WorkFolder.open(folder)) {
                if (work.needsPacking()) {
                    work.pack(new GivingWay(lock));
                }
            } finally {
                lock.unlock();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Not packed: " + folder, e);
        } catch (CancellationException | InterruptedException e) {
            looked.remove(folder);
        } finally {
            workers.remove(Thread.currentThread());
        }
    }

    private synchronized void await() throws InterruptedException {
        long end = System.nanoTime() + quiet.toNanos();
        for (long left = quiet.toMillis(); left > 0 && !closed; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    /** Stops what is under way and waits for that. */
    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            notifyAll();
        }
        try {
            for (Thread worker : workers) {
                worker.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class GivingWay implements GitProgress {

        private final ReentrantLock lock;

        GivingWay(ReentrantLock lock) {
            this.lock = lock;
        }

        @Override
        public void report(long done, long total, String what) {
            // it happens behind people's backs
        }

        @Override
        public boolean cancelled() {
            return closed || lock.hasQueuedThreads();
        }
    }
}
