package org.morphodepot.volume.spi;

import java.io.IOException;
import java.time.Duration;

/**
 * A store asked for patience, kept us waiting or broke off: asking again later, and fewer things at once, may help. The message
 * is for people, for when it did not.
 */
public final class StoreBusyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Duration pause;

    public StoreBusyException(String message, Throwable cause) {
        this(message, cause, Duration.ZERO);
    }

    /** The store said how long it wants to be left alone. */
    public StoreBusyException(String message, Throwable cause, Duration pause) {
        super(message, cause);
        this.pause = pause;
    }

    /** How long to wait at least; zero when the store did not say. */
    public Duration pause() {
        return pause;
    }
}
