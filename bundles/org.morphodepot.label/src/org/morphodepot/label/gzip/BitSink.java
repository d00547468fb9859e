package org.morphodepot.label.gzip;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Collects bits, the lowest first as deflate wants them, in a byte array that grows. One thread. */
final class BitSink {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SPARE = 16;

    private byte[] bytes = new byte[64 << 10];
    private int filled;
    private long waiting;
    private int waitingBits;

    void clear() {
        filled = 0;
        waiting = 0;
        waitingBits = 0;
    }

    /** Adds the lowest {@code count} bits of {@code value}, whose others are 0; up to 56. */
    void put(long value, int count) {
        if (filled > bytes.length - SPARE) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        waiting |= value << waitingBits;
        waitingBits += count;
        WORDS.set(bytes, filled, waiting);
        int whole = waitingBits >> 3;
        filled += whole;
        waiting >>>= whole << 3;
        waitingBits &= 7;
    }

    /** Fills the last byte with zeros. */
    void align() {
        put(0, 8 - waitingBits & 7);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Number of whole bytes. */
    int length() {
        return filled;
    }
}
