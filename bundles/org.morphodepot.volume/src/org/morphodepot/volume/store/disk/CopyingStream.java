package org.morphodepot.volume.store.disk;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

import org.morphodepot.volume.spi.ObjectBody;

/** Passes an object on and, when all of it has been read, a copy of it to somebody else. */
final class CopyingStream extends InputStream {

    /** Larger objects are not copied: many may be read at once. */
    static final int MOST = 32 << 20;

    private final ObjectBody body;
    private final Consumer<byte[]> complete;
    private final byte[] copy;
    private int filled;

    CopyingStream(ObjectBody body, Consumer<byte[]> complete) {
        this.body = body;
        this.complete = complete;
        this.copy = new byte[(int) body.length()];
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = body.bytes().read(into, offset, length);
        if (count > 0 && count <= copy.length - filled) {
            System.arraycopy(into, offset, copy, filled, count);
            filled += count;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        if (filled == copy.length) {
            filled = -1;
            complete.accept(copy);
        }
        body.close();
    }
}
