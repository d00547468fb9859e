package org.morphodepot.volume.nrrd.data;

import java.io.IOException;
import java.io.InputStream;

import org.morphodepot.volume.VoxelType;

/** Numbers written as text, separated by blanks or commas, as little-endian bytes. One thread. */
final class TextBytes extends InputStream {

    private static final int LONGEST_WORD = 400;

    private final InputStream in;
    private final NumberWord words;
    private final int step;
    private final byte[] value = new byte[8];
    private int at;

    /** {@code in} should be buffered. */
    TextBytes(InputStream in, VoxelType type) {
        this.in = in;
        this.words = new NumberWord(type);
        this.step = type.bytes();
        this.at = step;
    }

    @Override
    public int read() throws IOException {
        if (at == step && !advance()) {
            return -1;
        }
        return value[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int b = read();
            if (b < 0) {
                return count == 0 ? -1 : count;
            }
            into[offset + count++] = (byte) b;
        }
        return count;
    }

    private boolean advance() throws IOException {
        String word = word();
        if (word.isEmpty()) {
            return false;
        }
        long bits = words.bits(word);
        for (int i = 0; i < step; i++) {
            value[i] = (byte) (bits >>> 8 * i);
        }
        at = 0;
        return true;
    }

    private String word() throws IOException {
        int c = in.read();
        while (isSeparator(c)) {
            c = in.read();
        }
        StringBuilder word = new StringBuilder();
        while (c >= 0 && !isSeparator(c)) {
            if (word.length() == LONGEST_WORD) {
                throw new IOException("it has a number of more than " + LONGEST_WORD + " characters");
            }
            word.append((char) c);
            c = in.read();
        }
        return word.toString();
    }

    private static boolean isSeparator(int c) {
        return c == ' ' || c == ',' || c >= '\t' && c <= '\r';
    }

    /** A character for a message, or its code. */
    static String show(int c) {
        return c > ' ' && c < 127 ? "\"" + (char) c + '"' : "0x" + Integer.toHexString(c);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
