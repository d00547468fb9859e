package org.morphodepot.volume.load;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;

import org.morphodepot.volume.load.NativeMemory.Advice;

/**
 * Memory of zeros that is not touched when it is allocated. {@code Arena.allocate} writes all of it first, on one thread,
 * which for 2 GB costs as much as decoding lz4. On Linux the memory is mapped instead and given by the system piece by piece
 * before voxels are put there ({@link #prepare}), which costs two thirds of what it costs page by page when each is first
 * written to, and one third with pages of 2 MiB. Where those come slowly, as in virtual machines that give idle memory back
 * to their host, the rest comes in small ones. {@code -Dmorphodepot.load.hugePages=false} does without. Thread-safe.
 */
final class LargeMemory {

    private static final long PIECE = 2L << 20;
    private static final boolean LARGE_PAGES_WANTED =
            !"false".equals(System.getProperty("morphodepot.load.hugePages"));

    /** A large page takes a quarter of a millisecond where memory is at hand, and ten times that where it is not. */
    private static final long SLOW_NANOS = 1_000_000;
    private static final int MOST_SLOW = 8;

    private final MemorySegment bytes;
    private final AtomicLong next;
    private volatile boolean large;
    private int slow;

    private LargeMemory(MemorySegment bytes, long next, boolean large) {
        this.bytes = bytes;
        this.next = new AtomicLong(next);
        this.large = large;
    }

    /** Memory of {@code bytes} zeros that is freed with {@code arena}. */
    static LargeMemory of(long bytes, Arena arena) {
        MemorySegment mapped = bytes >= PIECE && NativeMemory.AVAILABLE ? NativeMemory.map(bytes + PIECE) : null;
        if (mapped == null) {
            return new LargeMemory(arena.allocate(bytes, 64), bytes, false);
        }
        MemorySegment whole = mapped.reinterpret(arena, NativeMemory::unmap);
        MemorySegment aligned = whole.asSlice(-whole.address() & PIECE - 1, bytes);
        return new LargeMemory(aligned, 0, LARGE_PAGES_WANTED && NativeMemory.advise(aligned, Advice.LARGE_PAGES));
    }

    /** The memory; valid as long as the arena is open. */
    MemorySegment bytes() {
        return bytes;
    }

    /** Has the system provide the memory before {@code end}, as far as other threads do not do that already. */
    void prepare(long end) {
        long last = Math.min(end, bytes.byteSize());
        for (long from = next.get(); from < last; from = next.get()) {
            long length = Math.min(PIECE, bytes.byteSize() - from);
            if (next.compareAndSet(from, from + length)) {
                provide(bytes.asSlice(from, length), from + length);
            }
        }
    }

    private void provide(MemorySegment piece, long end) {
        long start = System.nanoTime();
        if (!NativeMemory.advise(piece, Advice.WRITTEN_NEXT)) {
            next.set(bytes.byteSize()); // unknown to this system: pages come when they are written to
        } else if (large) {
            judge(System.nanoTime() - start, end);
        }
    }

    private synchronized void judge(long nanos, long end) {
        slow = nanos > SLOW_NANOS ? slow + 1 : Math.max(0, slow - 1);
        if (large && slow == MOST_SLOW) {
            large = false;
            if (end < bytes.byteSize()) {
                NativeMemory.advise(bytes.asSlice(end), Advice.SMALL_PAGES);
            }
        }
    }
}
