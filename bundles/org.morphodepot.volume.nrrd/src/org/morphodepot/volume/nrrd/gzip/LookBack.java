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
    /** Repeats from here on are worth a call that copies many bytes at once. */
    private static final int LONG = 48;

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
        if (distance == 1 && n > 0) {
            Arrays.fill(bytes, at, at + n, bytes[at - 1]);
        } else if (n >= LONG && distance >= LONG) {
            int first = Math.min(n, distance);
            System.arraycopy(bytes, at - distance, bytes, at, first);
            if (first < n) {
                copy(at + first, n - first, distance);
            }
        } else if (distance >= Long.BYTES && at + n + Long.BYTES <= limit) {
            for (int i = 0; i < n; i += Long.BYTES) {
                WORDS.set(bytes, at + i, (long) WORDS.get(bytes, at + i - distance));
            }
        } else {
            for (int i = at; i < at + n; i++) {
                bytes[i] = bytes[i - distance];
            }
        }
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
