package org.morphodepot.volume.nrrd.gzip;

import java.io.IOException;
import java.io.InputStream;

/** The packed bytes of a stream, buffered, some of which may be given back. One thread. */
final class StoredBytes {

    /** How many bytes may be given back at any time. */
    private static final int BEHIND = 8;
    private static final int INPUT = 64 << 10;

    private final InputStream in;
    private final byte[] bytes = new byte[BEHIND + INPUT];
    private int at = BEHIND;
    private int end = BEHIND;

    StoredBytes(InputStream in) {
        this.in = in;
    }

    /** The next byte; -1 at the end. */
    int next() throws IOException {
        return fill() ? bytes[at++] & 0xff : -1;
    }

    /** Makes sure that something can be taken; false at the end of the stream. */
    boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        System.arraycopy(bytes, end - BEHIND, bytes, 0, BEHIND);
        int more = in.read(bytes, BEHIND, INPUT);
        at = BEHIND;
        end = BEHIND + Math.max(0, more);
        return more > 0;
    }

    byte[] array() {
        return bytes;
    }

    int offset() {
        return at;
    }

    /** How many bytes can be taken without reading. */
    int length() {
        return end - at;
    }

    /** Takes all that {@link #fill} has brought. */
    void take() {
        at = end;
    }

    /** Gives the last bytes taken back, at most those of the buffer and some before. */
    void giveBack(int count) {
        at -= count;
    }

    void close() throws IOException {
        in.close();
    }
}
