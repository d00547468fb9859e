package org.morphodepot.volume.spi;

import java.io.IOException;

/**
 * A store asked for patience, kept us waiting or broke off: asking again later, and fewer things at once, may help. The message
 * is for people, for when it did not.
 */
public final class StoreBusyException extends IOException {

    private static final long serialVersionUID = 1L;

    public StoreBusyException(String message, Throwable cause) {
        super(message, cause);
    }
}
