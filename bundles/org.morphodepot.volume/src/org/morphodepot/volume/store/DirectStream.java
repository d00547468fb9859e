package org.morphodepot.volume.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

import org.morphodepot.volume.spi.BodyStream;

/** What a server sends: lines first, then bodies. Only what comes along with lines is kept in a buffer of its own. */
final class DirectStream extends BodyStream {

    private static final int BUFFER = 8 << 10;

    private final ReadableByteChannel server;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();

    DirectStream(ReadableByteChannel server) {
        this.server = server;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!buffer.hasRemaining()) {
            return server.read(into);
        }
        int n = Math.min(buffer.remaining(), into.remaining());
        into.put(into.position(), buffer, buffer.position(), n);
        into.position(into.position() + n);
        buffer.position(buffer.position() + n);
        return n;
    }

    /**
     * The next line without its end.
     *
     * @throws IOException when it has more than {@code most} bytes
     */
    String line(int most) throws IOException {
        byte[] line = new byte[128];
        int length = 0;
        for (byte b = next(); b != '\n'; b = next()) {
            if (length == most) {
                throw new IOException("not an HTTP answer");
            }
            if (length == line.length) {
                line = java.util.Arrays.copyOf(line, length * 2);
            }
            line[length++] = b;
        }
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.ISO_8859_1);
    }

    private byte next() throws IOException {
        if (!buffer.hasRemaining()) {
            int n = server.read(buffer.clear());
            buffer.flip();
            if (n < 0) {
                throw new EOFException();
            }
        }
        return buffer.get();
    }
}
