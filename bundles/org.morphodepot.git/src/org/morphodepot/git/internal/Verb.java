package org.morphodepot.git.internal;

import org.morphodepot.git.GitException;
import org.morphodepot.git.GitProgress;

/** Runs one verb: with our settings, marked as running, with failures as ours. */
final class Verb {

    /** What is done. */
    interface Work<T> {
        T run() throws Exception;
    }

    private Verb() {
    }

    static <T> T run(String place, GitProgress progress, Work<T> work) throws GitException {
        QuietReader.install();
        try {
            return ScopedValue.where(QuietReader.OURS, true).call(work::run);
        } catch (GitException e) {
            throw e;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw e;
        } catch (Exception e) {
            throw Failures.of(e, place, progress);
        }
    }

    /** Marks the clone as being written while the verb runs. */
    static <T> T writing(OwnerLock lock, String place, GitProgress progress, Work<T> work) throws GitException {
        return run(place, progress, () -> {
            lock.begin();
            try {
                return work.run();
            } finally {
                lock.end();
            }
        });
    }
}
