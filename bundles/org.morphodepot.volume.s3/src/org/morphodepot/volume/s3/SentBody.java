package org.morphodepot.volume.s3;

import java.io.IOException;
import java.io.InputStream;

import org.morphodepot.volume.spi.BodySource;

import software.amazon.awssdk.core.sync.RequestBody;

/** A body on its way to the server. It is read more than once: for the signature, and for each try. One request. */
final class SentBody implements AutoCloseable {

    private final BodySource source;
    private InputStream last;

    /** The source failed, not the server. */
    static final class SourceTrouble extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SourceTrouble(IOException cause) {
            super(cause);
        }

        @Override
        public synchronized IOException getCause() {
            return (IOException) super.getCause();
        }
    }

    SentBody(BodySource source) {
        this.source = source;
    }

    RequestBody request(long length) {
        return RequestBody.fromContentProvider(this::again, length, "application/octet-stream");
    }

    private InputStream again() {
        try {
            close();
            last = source.open();
            return last;
        } catch (IOException e) {
            throw new SourceTrouble(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (last != null) {
            last.close();
            last = null;
        }
    }
}
