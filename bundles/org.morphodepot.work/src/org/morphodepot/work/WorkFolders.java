package org.morphodepot.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import org.morphodepot.git.WorkFolder;

/** Lets one use case at a time into each clone; the others wait for it. Between uses clones are tidied. Thread-safe. */
public final class WorkFolders {

    private final Map<Path, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Tidying tidying;

    WorkFolders(Tidying tidying) {
        this.tidying = tidying;
    }

    /** What is done with an open clone. */
    @FunctionalInterface
    public interface Use<T> {
        T of(WorkFolder work) throws IOException;
    }

    /** What is done while a folder is nobody else's, whether it is a clone or not. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /** Opens a clone, uses and closes it. */
    public <T> T in(Path folder, Use<T> use) throws WorkException {
        return alone(folder, () -> {
            try (WorkFolder work = WorkFolder.open(folder)) {
                return use.of(work);
            }
        });
    }

    /** Runs something while nobody else at this desk is in the folder; may be nested. */
    public <T> T alone(Path folder, Work<T> work) throws WorkException {
        Path place = folder.toAbsolutePath().normalize();
        ReentrantLock lock = locks.computeIfAbsent(place, _ -> new ReentrantLock());
        lock.lock();
        try {
            return work.run();
        } catch (IOException e) {
            throw WorkException.of(e);
        } catch (CancellationException e) {
            throw WorkException.of(e);
        } finally {
            lock.unlock();
            tidying.used(place, lock);
        }
    }
}
