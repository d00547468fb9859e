package org.morphodepot.volume.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

import org.morphodepot.volume.spi.BodyStream;

/** The body of an answer. Closing it gives the connection back when little or nothing is left of the body. */
final class DirectBody extends BodyStream {

    /** So many bytes are cheaper to read than to open another connection. */
    private static final int SURPLUS = 64 << 10;

    private final DirectConnections connections;
    private final DirectConnection connection;
    private final String name;
    private final boolean reusable;
    private long left;
    private boolean closed;

    DirectBody(DirectConnections connections, DirectConnection connection, DirectAnswer answer, String name) {
        this.connections = connections;
        this.connection = connection;
        this.name = name;
        this.reusable = answer.reusable();
        this.left = answer.length();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (left == 0) {
            return -1;
        }
        int limit = into.limit();
        try {
            into.limit((int) Math.min(limit, into.position() + left));
            int n = connection.body().read(into);
            if (n < 0) {
                throw new EOFException();
            }
            left -= n;
            return n;
        } catch (IOException e) {
            connection.close();
            throw DirectClient.passing(name, e);
        } finally {
            into.limit(limit);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (reusable && left <= SURPLUS) {
                connection.body().skipNBytes(left);
                connections.giveBack(connection);
                return;
            }
        } catch (IOException e) {
            // not worth another word: everything wanted has been read
        }
        connection.close();
    }
}
