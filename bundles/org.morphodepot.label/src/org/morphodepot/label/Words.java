package org.morphodepot.label;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The packed voxels of a block: in memory, or on the local disk and read again when somebody looks. Immutable to whoever
 * looks; any thread. What is in memory is counted by {@link BlockMemory}.
 */
final class Words {

    private static final VarHandle HELD;
    /** Other ones in every process, so that nobody can make two contents that look alike. */
    private static final long KEY;
    private static final long OTHER_KEY;

    static {
        try {
            HELD = MethodHandles.lookup().findVarHandle(Words.class, "held", long[].class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
        SplittableRandom random = new SplittableRandom();
        KEY = random.nextLong() | 1;
        OTHER_KEY = random.nextLong() | 1;
    }

    private final BlockMemory memory;
    private final int length;
    /** Null while on the disk only. */
    private long[] held;
    /** Whether somebody looked since the memory was last short. A lost update only costs reading again. */
    private boolean looked;
    /** Null until it was first written. */
    private PageFile.Place place;
    /** 0 while unknown. */
    private volatile long mark;

    private Words(long[] held, BlockMemory memory) {
        this.memory = memory;
        this.held = held;
        length = held.length;
    }

    /** Keeps {@code words}, which nobody may change afterwards. */
    static Words of(long[] words) {
        return of(words, BlockMemory.shared());
    }

    static Words of(long[] words, BlockMemory memory) {
        Words made = new Words(words, memory);
        memory.admit(made);
        memory.relieve();
        return made;
    }

    /**
     * All words, not to be changed.
     *
     * @throws UncheckedIOException when they are on the disk and it cannot be read
     */
    long[] array() {
        long[] now = (long[]) HELD.getAcquire(this);
        if (now == null) {
            return load();
        }
        if (!looked) {
            looked = true;
        }
        return now;
    }

    int bytes() {
        return Long.BYTES * length;
    }

    /** Whether the content is the same; what is on the disk is not read for it, but compared by its mark. */
    boolean same(Words other) {
        if (length != other.length || mark != 0 && other.mark != 0 && mark != other.mark) {
            return false;
        }
        long[] mine = (long[]) HELD.getAcquire(this);
        long[] theirs = (long[]) HELD.getAcquire(other);
        return mine != null && theirs != null ? Arrays.equals(mine, theirs) : mark() == other.mark();
    }

    /** 64 bits that only this content has in this process, for all practical purposes. */
    private long mark() {
        if (mark == 0) {
            mark = mark(array());
        }
        return mark;
    }

    private static long mark(long[] words) {
        long even = KEY;
        long odd = OTHER_KEY;
        for (int i = 0; i < words.length; i += 4) {
            even = mix(words[i] ^ even, words[i + 1] ^ OTHER_KEY);
            odd = mix(words[i + 2] ^ odd, words[i + 3] ^ KEY);
        }
        long mark = mix(even ^ words.length, odd);
        return mark == 0 ? 1 : mark;
    }

    private static long mix(long a, long b) {
        return a * b ^ Math.unsignedMultiplyHigh(a, b);
    }

    /** Whether nobody looked since this was last asked. */
    boolean idle() {
        boolean idle = !looked;
        looked = false;
        return idle;
    }

    /** Leaves memory; what is already on the disk is not written again. */
    synchronized void leave(PageFile file) throws IOException {
        long[] now = held;
        if (now == null) {
            return;
        }
        if (place == null) {
            mark();
            place = file.write(now);
        }
        HELD.setRelease(this, null);
    }

    private long[] load() {
        long[] read = loadOnce();
        memory.relieve();
        return read;
    }

    private synchronized long[] loadOnce() {
        if (held != null) {
            return held;
        }
        long[] read = new long[length];
        try {
            place.read(read);
            if (mark(read) != mark) {
                throw new IOException("the disk gave back other bytes than it was given");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Labels that were put on the local disk cannot be read: " + e.getMessage()
                    + ". Start the workbench again: the journal has every stroke", e);
        }
        HELD.setRelease(this, read);
        memory.admit(this);
        return read;
    }
}
