package org.morphodepot.volume.zarr.blosc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import org.morphodepot.volume.zarr.codec.LittleEndian;

/**
 * Byte shuffling: a block stores first the first bytes of all its elements, then the second ones and so on; bytes after the
 * last whole element stay where they are. Elements of two and four bytes are restored eight bytes at a time.
 */
public final class Shuffle {

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private Shuffle() {
    }

    /** Restores {@code length} bytes. */
    static void undo(byte[] in, int from, byte[] out, int to, int length, int typeSize) {
        int count = length / typeSize;
        int done = switch (typeSize) {
            case 2 -> undo2(in, from, out, to, count);
            case 4 -> undo4(in, from, out, to, count);
            default -> 0;
        };
        for (int b = 0; b < typeSize; b++) {
            int row = from + b * count;
            for (int i = done, o = to + b + done * typeSize; i < count; i++, o += typeSize) {
                out[o] = in[row + i];
            }
        }
        copyTail(in, from, out, to, length, count * typeSize);
    }

    /**
     * Restores {@code n} elements of a shuffled block into {@code out}.
     *
     * @param from place of the first byte of the first of these elements
     * @param count whole elements of the block, that is bytes from one byte of an element to its next
     */
    public static void undo(byte[] in, int from, int count, MemorySegment out, long to, int n, int typeSize) {
        int done = switch (typeSize) {
            case 2 -> undo2(in, from, count, out, to, n);
            case 4 -> undo4(in, from, count, out, to, n);
            default -> 0;
        };
        for (int b = 0; b < typeSize; b++) {
            int row = from + b * count;
            long o = to + b + (long) done * typeSize;
            for (int i = done; i < n; i++, o += typeSize) {
                out.set(ValueLayout.JAVA_BYTE, o, in[row + i]);
            }
        }
    }

    /** Shuffles {@code length} bytes. */
    static void apply(byte[] in, int from, byte[] out, int to, int length, int typeSize) {
        int count = length / typeSize;
        int done = typeSize == 2 ? apply2(in, from, out, to, count) : 0;
        for (int b = 0; b < typeSize; b++) {
            int row = to + b * count;
            for (int i = done, f = from + b + done * typeSize; i < count; i++, f += typeSize) {
                out[row + i] = in[f];
            }
        }
        copyTail(in, from, out, to, length, count * typeSize);
    }

    private static void copyTail(byte[] in, int from, byte[] out, int to, int length, int whole) {
        System.arraycopy(in, from + whole, out, to + whole, length - whole);
    }

    private static int apply2(byte[] in, int from, byte[] out, int to, int count) {
        int end = count & ~3;
        for (int i = 0; i < end; i += 4) {
            long four = LittleEndian.getLong(in, from + 2 * i);
            LittleEndian.putInt(out, to + i, gather(four));
            LittleEndian.putInt(out, to + count + i, gather(four >>> 8));
        }
        return end;
    }

    /** Every other byte, the lowest first; the inverse of {@link #spread}. */
    private static int gather(long bytes) {
        long x = bytes & 0x00ff00ff00ff00ffL;
        x = (x | x >>> 8) & 0x0000ffff0000ffffL;
        return (int) (x | x >>> 16);
    }

    private static int undo2(byte[] in, int from, byte[] out, int to, int count) {
        int end = count & ~3;
        for (int i = 0; i < end; i += 4) {
            long low = spread(LittleEndian.getInt(in, from + i));
            long high = spread(LittleEndian.getInt(in, from + count + i));
            LittleEndian.putLong(out, to + 2 * i, low | high << 8);
        }
        return end;
    }

    private static int undo4(byte[] in, int from, byte[] out, int to, int count) {
        int end = count & ~3;
        for (int i = 0; i < end; i += 4) {
            long even = spread(LittleEndian.getInt(in, from + i))
                    | spread(LittleEndian.getInt(in, from + count + i)) << 8;
            long odd = spread(LittleEndian.getInt(in, from + 2 * count + i))
                    | spread(LittleEndian.getInt(in, from + 3 * count + i)) << 8;
            LittleEndian.putLong(out, to + 4 * i, spreadPairs((int) even) | spreadPairs((int) odd) << 16);
            LittleEndian.putLong(out, to + 4 * i + 8, spreadPairs((int) (even >>> 32)) | spreadPairs((int) (odd >>> 32)) << 16);
        }
        return end;
    }

    private static int undo2(byte[] in, int from, int count, MemorySegment out, long to, int n) {
        int end = n & ~3;
        for (int i = 0; i < end; i += 4) {
            long low = spread(LittleEndian.getInt(in, from + i));
            long high = spread(LittleEndian.getInt(in, from + count + i));
            out.set(LONG, to + 2L * i, low | high << 8);
        }
        return end;
    }

    private static int undo4(byte[] in, int from, int count, MemorySegment out, long to, int n) {
        int end = n & ~3;
        for (int i = 0; i < end; i += 4) {
            long even = spread(LittleEndian.getInt(in, from + i))
                    | spread(LittleEndian.getInt(in, from + count + i)) << 8;
            long odd = spread(LittleEndian.getInt(in, from + 2 * count + i))
                    | spread(LittleEndian.getInt(in, from + 3 * count + i)) << 8;
            out.set(LONG, to + 4L * i, spreadPairs((int) even) | spreadPairs((int) odd) << 16);
            out.set(LONG, to + 4L * i + 8, spreadPairs((int) (even >>> 32)) | spreadPairs((int) (odd >>> 32)) << 16);
        }
        return end;
    }

    /** Four bytes, each followed by an empty one. */
    private static long spread(int bytes) {
        long x = bytes & 0xffffffffL;
        x = (x | x << 16) & 0x0000ffff0000ffffL;
        return (x | x << 8) & 0x00ff00ff00ff00ffL;
    }

    /** Two pairs of bytes, each followed by an empty pair. */
    private static long spreadPairs(int pairs) {
        long x = pairs & 0xffffffffL;
        return (x | x << 16) & 0x0000ffff0000ffffL;
    }
}
