package org.morphodepot.volume.nrrd.data;

import java.io.IOException;
import java.io.InputStream;

/** Bytes written as two hexadecimal digits each, blanks anywhere. One thread. */
final class HexBytes extends InputStream {

    private final InputStream in;

    /** {@code in} should be buffered. */
    HexBytes(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        int high = digit();
        int low = high < 0 ? -1 : digit();
        return low < 0 ? -1 : high << 4 | low;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int value = read();
            if (value < 0) {
                return count == 0 ? -1 : count;
            }
            into[offset + count++] = (byte) value;
        }
        return count;
    }

    /** The next digit's value; -1 at the end. */
    private int digit() throws IOException {
        int c = in.read();
        while (c == ' ' || c >= '\t' && c <= '\r') {
            c = in.read();
        }
        int value = c < 0 ? -1 : Character.digit(c, 16);
        if (c >= 0 && value < 0) {
            throw new IOException("it has the character " + TextBytes.show(c) + " among hexadecimal digits");
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
