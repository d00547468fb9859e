package org.morphodepot.volume;

import java.util.concurrent.CancellationException;

/** Told how far a long task is; asked whether to go on. Implementations are thread-safe and quick. */
public interface Progress {

    /** Listens to nothing, never cancels. */
    Progress NONE = new Progress() {
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
