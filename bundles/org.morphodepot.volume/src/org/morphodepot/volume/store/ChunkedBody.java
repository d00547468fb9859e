package org.morphodepot.volume.store;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.morphodepot.volume.spi.BodyStream;

/** A body in chunks (RFC 9112, 7.1), of a server that did not know its length beforehand. Ends with the last chunk. */
final class ChunkedBody extends BodyStream {

    private static final int LONGEST_LINE = 4 << 10;

    private final DirectStream in;
    private long left;
    private boolean begun;
    private boolean ended;

    ChunkedBody(DirectStream in) {
        this.in = in;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int limit = into.limit();
        into.limit((int) Math.min(limit, into.position() + left));
        int n = in.read(into);
        into.limit(limit);
        if (n < 0) {
            throw new java.io.EOFException();
        }
        left -= n;
        return n;
    }

    private void nextChunk() throws IOException {
        if (begun && !in.line(LONGEST_LINE).isEmpty()) {
            throw new IOException("not an HTTP answer");
        }
        begun = true;
        String size = in.line(LONGEST_LINE).split(";", 2)[0].strip();
        if (!size.matches("[0-9A-Fa-f]{1,15}")) {
            throw new IOException("not an HTTP answer");
        }
        left = Long.parseLong(size, 16);
        if (left == 0) {
            ended = true;
            int lines = 0;
            while (!in.line(LONGEST_LINE).isEmpty()) {
                if (++lines > 100) {
                    throw new IOException("not an HTTP answer");
                }
            }
        }
    }
}
