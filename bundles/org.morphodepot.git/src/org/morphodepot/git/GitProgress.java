package org.morphodepot.git;

import java.util.concurrent.CancellationException;

/** Told how far a transfer is; asked whether to go on. Implementations are thread-safe and quick. */
public interface GitProgress {

    /** Listens to nothing, never cancels. */
    GitProgress NONE = new GitProgress() {
        @Override
        public void report(long done, long total, String what) {
            // nobody is watching
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /** {@code total} is -1 when unknown; {@code what} is a short phrase for people. */
    void report(long done, long total, String what);

    boolean cancelled();

    /** Throws {@link CancellationException} when the user asked to stop. */
    default void check() {
        if (cancelled()) {
            throw new CancellationException("cancelled");
        }
    }
}
