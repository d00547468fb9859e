package org.morphodepot.volume.zarr.codec;

import java.io.IOException;

/** Stored bytes contradict their codec. The message says what is wrong, the caller adds the chunk and the file. */
public final class CodecException extends IOException {

    private static final long serialVersionUID = 1L;

    public CodecException(String message) {
        super(message);
    }

    public CodecException(String message, Throwable cause) {
        super(message, cause);
    }
}
