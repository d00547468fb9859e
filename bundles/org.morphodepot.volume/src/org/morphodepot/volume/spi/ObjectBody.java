package org.morphodepot.volume.spi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of an object while they come in. Used by one thread.
 *
 * @param length number of bytes
 * @param bytes gives exactly that many, or fails; ends early only with an exception
 * @param tag changes when the object changes, such as an ETag; empty when the store has none
 */
public record ObjectBody(long length, InputStream bytes, String tag) implements AutoCloseable {

    /** A read is not larger than this, so that a copy the system makes on the way stays in the processor's cache. */
    private static final int STEP = 128 << 10;

    /** Of a store without tags. */
    public ObjectBody(long length, InputStream bytes) {
        this(length, bytes, "");
    }

    /** What is in memory already. */
    public static ObjectBody of(byte[] bytes) {
        return new ObjectBody(bytes.length, new ByteArrayInputStream(bytes));
    }

    /** Fills {@code count} bytes of {@code into} with the next ones. */
    public void read(byte[] into, int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int n = bytes.read(into, offset + done, Math.min(STEP, count - done));
            if (n < 0) {
                throw new StoreBusyException("an object ended early while it was read; try again later", null);
            }
            done += n;
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
