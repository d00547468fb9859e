package org.morphodepot.volume.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer. Closing it gives the connection back when little or nothing is left of the body. */
final class DirectBody extends InputStream {

    /** So many bytes are cheaper to read than to open another connection. */
    private static final int SURPLUS = 64 << 10;

    private final DirectClient client;
    private final DirectConnection connection;
    private final String name;
    private final boolean reusable;
    private long left;
    private boolean closed;

    DirectBody(DirectClient client, DirectConnection connection, DirectAnswer answer, String name) {
        this.client = client;
        this.connection = connection;
        this.name = name;
        this.reusable = answer.reusable();
        this.left = answer.length();
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
            int n = connection.body().read(into, offset, (int) Math.min(length, left));
            if (n < 0) {
                throw new EOFException();
            }
            left -= n;
            return n;
        } catch (IOException e) {
            connection.close();
            throw DirectClient.passing(name, e);
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
                client.giveBack(connection);
                return;
            }
        } catch (IOException e) {
            // not worth another word: everything wanted has been read
        }
        connection.close();
    }
}
