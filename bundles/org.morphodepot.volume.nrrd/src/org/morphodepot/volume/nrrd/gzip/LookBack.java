package org.morphodepot.volume.nrrd.gzip;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The array that is being filled, and as much of what was given out before as deflate can look back. One thread. */
final class LookBack {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int WINDOW = 32 << 10;
    /** Bytes copied at once. */
    private static final int STRIDE = 64;

    /** What was given out last, at its end. */
    private final byte[] before = new byte[WINDOW];
    private int known;
    private byte[] bytes;
    private int start;
    private int limit;
    /** What is left of a repeat for which there was no room. */
    private int left;
    private int leftDistance;

    void reset() {
        known = 0;
        left = 0;
    }

    void begin(byte[] into, int from, int to) {
        bytes = into;
        start = from;
        limit = to;
    }

    /** Goes on with a repeat that had no room in the array before. */
    int rest(int at) throws IOException {
        return left == 0 ? at : repeat(at, left, leftDistance);
    }

    /** Repeats what was {@code distance} bytes before, as far as there is room; returns the new place. */
    int repeat(int at, int length, int distance) throws IOException {
        int n = Math.min(length, limit - at);
        left = length - n;
        leftDistance = distance;
        int behind = distance - (at - start);
        if (behind > 0) {
            if (behind > known) {
                throw Inflation.damaged();
            }
            int m = Math.min(n, behind);
            System.arraycopy(before, WINDOW - behind, bytes, at, m);
            copy(at + m, n - m, distance);
        } else {
            copy(at, n, distance);
        }
        return at + n;
    }

    private void copy(int at, int n, int distance) {
        if (distance == 1 && n > 0 && n <= STRIDE && at + STRIDE <= limit) {
            putEight(at, (bytes[at - 1] & 0xffL) * 0x01_01_01_01_01_01_01_01L);
        } else if (distance == 1 && n > 0) {
            Arrays.fill(bytes, at, at + n, bytes[at - 1]);
        } else if (distance >= Long.BYTES && at + n + STRIDE <= limit) {
            for (int i = at; i < at + n; i += STRIDE) {
                copyEight(i, i - distance);
            }
        } else {
            for (int i = at; i < at + n; i++) {
                bytes[i] = bytes[i - distance];
            }
        }
    }

    /** Eight words at once, mostly more than needed: cheaper than a loop whose end a processor cannot foresee. */
    private void putEight(int to, long word) {
        WORDS.set(bytes, to, word);
        WORDS.set(bytes, to + 8, word);
        WORDS.set(bytes, to + 16, word);
        WORDS.set(bytes, to + 24, word);
        WORDS.set(bytes, to + 32, word);
        WORDS.set(bytes, to + 40, word);
        WORDS.set(bytes, to + 48, word);
        WORDS.set(bytes, to + 56, word);
    }

    /** One word after the other, as a later one may repeat an earlier one. */
    private void copyEight(int to, int from) {
        WORDS.set(bytes, to, (long) WORDS.get(bytes, from));
        WORDS.set(bytes, to + 8, (long) WORDS.get(bytes, from + 8));
        WORDS.set(bytes, to + 16, (long) WORDS.get(bytes, from + 16));
        WORDS.set(bytes, to + 24, (long) WORDS.get(bytes, from + 24));
        WORDS.set(bytes, to + 32, (long) WORDS.get(bytes, from + 32));
        WORDS.set(bytes, to + 40, (long) WORDS.get(bytes, from + 40));
        WORDS.set(bytes, to + 48, (long) WORDS.get(bytes, from + 48));
        WORDS.set(bytes, to + 56, (long) WORDS.get(bytes, from + 56));
    }

    /** Keeps the end of what was given out, up to {@code at}, before the array goes back to the caller. */
    void end(int at) {
        int n = Math.min(WINDOW, at - start);
        System.arraycopy(before, n, before, 0, WINDOW - n);
        System.arraycopy(bytes, at - n, before, WINDOW - n, n);
        known = Math.min(WINDOW, known + n);
        bytes = null;
    }
}
