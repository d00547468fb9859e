package org.morphodepot.volume.zarr.codec;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lends arrays for intermediate results. Touching fresh memory costs as much as decoding lz4, so a few arrays are kept for
 * the next chunk; never more than {@value #KEPT} bytes. Thread-safe.
 */
public final class Scratch {

    private static final long KEPT = 64L << 20;
    private static final ConcurrentLinkedQueue<byte[]> FREE = new ConcurrentLinkedQueue<>();
    private static final AtomicLong FREE_BYTES = new AtomicLong();

    private Scratch() {
    }

    /** An array of at least {@code length} bytes with arbitrary content; hand it back with {@link #giveBack}. */
    public static byte[] borrow(int length) {
        byte[] array = FREE.poll();
        if (array == null) {
            return new byte[length];
        }
        FREE_BYTES.addAndGet(-array.length);
        return array.length >= length ? array : new byte[length];
    }

    public static void giveBack(byte[] array) {
        if (FREE_BYTES.addAndGet(array.length) > KEPT) {
            FREE_BYTES.addAndGet(-array.length);
        } else {
            FREE.add(array);
        }
    }
}
