package org.morphodepot.volume.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * A stream that also fills buffers, so that bytes on their way from a socket to a file need no copy on the heap. One thread at
 * a time. {@link #read(ByteBuffer)} is what there is to implement: it blocks for at least one byte and gives -1 at the end.
 */
public abstract class BodyStream extends InputStream implements ReadableByteChannel {

    /** The most that one read of a plain stream takes through the heap. */
    private static final int PIECE = 64 << 10;

    private boolean closed;

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return length == 0 ? 0 : read(ByteBuffer.wrap(into, offset, length));
    }

    /** Fills a part of {@code into} from any stream, in the shortest way it knows. Blocks; -1 at the end. */
    public static int read(InputStream in, ByteBuffer into) throws IOException {
        if (in instanceof ReadableByteChannel channel) {
            return channel.read(into);
        }
        if (into.hasArray()) {
            int n = in.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
            into.position(into.position() + Math.max(0, n));
            return n;
        }
        byte[] piece = new byte[Math.min(PIECE, into.remaining())];
        int n = in.read(piece);
        into.put(piece, 0, Math.max(0, n));
        return n;
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() throws IOException {
        closed = true;
    }
}
