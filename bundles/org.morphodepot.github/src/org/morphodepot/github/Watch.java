package org.morphodepot.github;

/** Told how far a transfer is and asked whether to go on; thread-safe and quick. */
@FunctionalInterface
public interface Watch {

    /** Never cancels. */
    Watch NONE = () -> false;

    /** Asked several times a second: after true the call ends with {@link java.util.concurrent.CancellationException}. */
    boolean cancelled();

    /** Bytes of an upload so far. */
    default void sent(long bytes, long total) {
        // most callers do not care
    }
}
