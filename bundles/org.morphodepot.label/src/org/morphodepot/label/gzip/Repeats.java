package org.morphodepot.label.gzip;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Describes bytes by what they repeat: the bytes one distance back out of a few given ones, or nothing. Looking at eight
 * bytes at once makes this as fast as memory where rows are alike. One thread.
 */
final class Repeats {

    /** Tokens below are bytes; those from here on repeats. */
    static final int BYTES = 256;
    /** The longest repeat of deflate; longer ones are several tokens. */
    static final int LONGEST = 258;
    static final int SHORTEST = 3;
    /** Tokens that one block of deflate holds. */
    static final int MOST = 32 << 10;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FAR = 128;
    /** A repeat of the row before that is taken without looking for a longer one. */
    private static final int ENOUGH = 64;

    private final int near;
    private final int far;
    private final char[] tokens = new char[MOST];
    private final int[] counts = new int[BYTES + 2 * BYTES];
    private int size;
    private int at;

    /**
     * @param near the smaller distance, such as 1
     * @param far the larger distance, such as that of rows; 0 for none
     */
    Repeats(int near, int far) {
        this.near = near;
        this.far = far;
    }

    void start() {
        at = 0;
    }

    /** Finds tokens of {@code bytes} from where the last call ended, at most {@link #MOST}; returns whether all are found. */
    boolean find(byte[] bytes, int end) {
        size = 0;
        Arrays.fill(counts, 0);
        while (at < end && size < MOST) {
            int above = far > 0 && at >= far ? same(bytes, at, at - far, end) : 0;
            int before = above < ENOUGH && at >= near ? same(bytes, at, at - near, end) : 0;
            if (before >= SHORTEST && before >= above - 1) {
                repeat(before, BYTES);
            } else if (above > SHORTEST) {
                repeat(above, 2 * BYTES);
            } else {
                token(bytes[at++] & 0xff);
            }
        }
        return at == end;
    }

    private void repeat(int length, int kind) {
        int rest = length;
        while (rest >= SHORTEST && size < MOST) {
            int n = rest > LONGEST && rest < LONGEST + SHORTEST ? LONGEST - SHORTEST : Math.min(rest, LONGEST);
            token(kind + n - SHORTEST);
            rest -= n;
        }
        at += length - rest;
    }

    private void token(int token) {
        tokens[size++] = (char) token;
        counts[token]++;
    }

    /** How many bytes from {@code a} on are those from {@code b} on. */
    private static int same(byte[] bytes, int a, int b, int end) {
        int n = 0;
        while (a + n + Long.BYTES <= end && n < FAR) {
            long difference = (long) WORDS.get(bytes, a + n) ^ (long) WORDS.get(bytes, b + n);
            if (difference != 0) {
                return n + (Long.numberOfTrailingZeros(difference) >> 3);
            }
            n += Long.BYTES;
        }
        int more = Arrays.mismatch(bytes, a + n, end, bytes, b + n, b + end - a);
        return more < 0 ? end - a : n + more;
    }

    char[] tokens() {
        return tokens;
    }

    int size() {
        return size;
    }

    /** How often each token was found. */
    int[] counts() {
        return counts;
    }

    /** The distance of a kind of repeats, 0 or 1. */
    int distance(int kind) {
        return kind == 0 ? near : far;
    }
}
