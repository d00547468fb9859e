package org.morphodepot.volume.store;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Buffers outside the heap for bytes between sockets and files. Making one costs more than copying a small object, so they
 * are kept. Thread-safe.
 */
final class Buffers {

    /** As large as fits the processor's second cache beside other things: one copy is read while it is still there. */
    static final int SIZE = 256 << 10;

    private static final int MOST_KEPT = 64;

    private static final ConcurrentLinkedDeque<ByteBuffer> KEPT = new ConcurrentLinkedDeque<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Buffers() {
    }

    /** An empty buffer, for {@link #giveBack}. */
    static ByteBuffer take() {
        ByteBuffer kept = KEPT.pollLast();
        if (kept == null) {
            return ByteBuffer.allocateDirect(SIZE);
        }
        COUNT.decrementAndGet();
        return kept.clear();
    }

    /** Once, by who took it and does not use it any more. */
    static void giveBack(ByteBuffer buffer) {
        if (COUNT.get() < MOST_KEPT) {
            COUNT.incrementAndGet();
            KEPT.addLast(buffer);
        }
    }
}
