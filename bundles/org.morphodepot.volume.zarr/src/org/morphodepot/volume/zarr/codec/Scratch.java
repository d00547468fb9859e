package org.morphodepot.volume.zarr.codec;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Lends arrays for intermediate results. Touching fresh memory costs as much as decoding lz4, so a few arrays of each size
 * are kept for the next chunk; never more than {@value #KEPT} bytes. Thread-safe.
 */
public final class Scratch {

    private static final long KEPT = 96L << 20;

    /** Free arrays by size: four sizes per power of two, so that little is lent in vain. */
    private static final List<ConcurrentLinkedQueue<byte[]>> FREE =
            Stream.generate(ConcurrentLinkedQueue<byte[]>::new).limit(120).toList();
    private static final AtomicLong FREE_BYTES = new AtomicLong();

    private Scratch() {
    }

    /** An array of at least {@code length} bytes with arbitrary content; hand it back with {@link #giveBack}. */
    public static byte[] borrow(int length) {
        int size = size(length);
        byte[] array = FREE.get(size).poll();
        if (array == null) {
            return new byte[(int) Math.min(capacity(size), Integer.MAX_VALUE - 16)];
        }
        FREE_BYTES.addAndGet(-array.length);
        return array;
    }

    public static void giveBack(byte[] array) {
        if (FREE_BYTES.addAndGet(array.length) > KEPT) {
            FREE_BYTES.addAndGet(-array.length);
        } else {
            FREE.get(size(array.length)).add(array);
        }
    }

    private static long capacity(int size) {
        return 4L + (size & 3) << (size >> 2);
    }

    /** The smallest size with room for {@code length} bytes. */
    private static int size(int length) {
        if (length <= 4) {
            return 0;
        }
        int shift = 29 - Integer.numberOfLeadingZeros(length);
        int size = 4 * shift + (length >>> shift & 3);
        return capacity(size) < length ? size + 1 : size;
    }
}
