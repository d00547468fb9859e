package org.morphodepot.volume.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

import org.morphodepot.volume.spi.StoreBusyException;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.AbortedException;

/** The body of an answer; a broken connection is trouble that may pass. Closing it early ends the connection. */
final class S3Body extends InputStream {

    private final ResponseInputStream<?> body;
    private final String name;
    private long left;

    S3Body(ResponseInputStream<?> body, String name, long length) {
        this.body = body;
        this.name = name;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        try {
            int n = body.read(into, offset, (int) Math.min(length, left));
            if (n < 0) {
                throw new StoreBusyException(name + " ended early; did it change? try again", null);
            }
            left -= n;
            return n;
        } catch (StoreBusyException e) {
            throw e;
        } catch (IOException | AbortedException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw (IOException) new InterruptedIOException(name + ": cancelled").initCause(e);
            }
            throw new StoreBusyException("the connection broke off while " + name + " was read; try again", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (left == 0) {
            body.close();
        } else {
            body.abort();
        }
    }
}
