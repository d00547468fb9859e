package org.morphodepot.label;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Packs blocks of labels below 256, eight voxels at a time. Most blocks that are not uniform have two labels: those take
 * the same few steps for every eight voxels, whatever they are. Of the others most groups of eight are one label.
 */
final class ByteLabels {

    private static final VarHandle GROUPS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int GROUP = 8;
    /** A one in each of the eight bytes. */
    static final long ONES = 0x0101_0101_0101_0101L;
    private static final long LOW_BITS = 0x7f * ONES;
    /** Multiplied with eight bytes of 0 or 1, gathers them in the highest byte. */
    private static final long GATHER = 0x0102_0408_1020_4080L;

    /** By eight bits, the eight bytes that are 255 where the bit is set. */
    private static final long[] SPREAD = new long[256];

    static {
        for (int bits = 0; bits < SPREAD.length; bits++) {
            for (int k = 0; k < GROUP; k++) {
                SPREAD[bits] |= (bits >> k & 1) * 0xffL << 8 * k;
            }
        }
    }

    private ByteLabels() {
    }

    /** The same block as {@link Blocks#pack} gives for these labels. */
    static Block pack(byte[] labels) {
        int change = Arrays.mismatch(labels, 0, Block.VOXELS - 1, labels, 1, Block.VOXELS);
        if (change < 0) {
            return UniformBlock.of(labels[0] & 0xff);
        }
        int a = labels[0] & 0xff;
        int b = labels[change + 1] & 0xff;
        long[] two = words(labels, Math.min(a, b), Math.max(a, b));
        return two != null ? new PackedBlock(new char[] {(char) Math.min(a, b), (char) Math.max(a, b)}, 0, two)
                : packed(labels);
    }

    /** One bit per voxel; null when there are other labels than these two. */
    private static long[] words(byte[] labels, int low, int high) {
        long lows = low * ONES;
        long change = (low ^ high) * ONES;
        long[] words = new long[Block.VOXELS / 64];
        for (int w = 0; w < words.length; w++) {
            long word = 0;
            long other = 0;
            for (int k = 0; k < 64; k += GROUP) {
                long x = (long) GROUPS.get(labels, w << 6 | k) ^ lows;
                long isHigh = nonZero(x);
                other |= x ^ isHigh * 0xff & change;
                word |= gather(isHigh) << k;
            }
            if (other != 0) {
                return null;
            }
            words[w] = word;
        }
        return words;
    }

    /** A one in each byte that is not 0. */
    static long nonZero(long group) {
        return ((group & LOW_BITS) + LOW_BITS | group) >>> 7 & ONES;
    }

    /** Eight bytes of 0 or 1 as eight bits. */
    static long gather(long ones) {
        return ones * GATHER >>> 56;
    }

    private static Block packed(byte[] labels) {
        long[] present = present(labels);
        int count = Long.bitCount(present[0]) + Long.bitCount(present[1]) + Long.bitCount(present[2])
                + Long.bitCount(present[3]);
        char[] palette = Blocks.palette(present, count);
        int[] indexOf = new int[256];
        for (int i = 0; i < count; i++) {
            indexOf[palette[i]] = i;
        }
        int log2Bits = Blocks.log2Bits(count);
        return new PackedBlock(palette, log2Bits, words(labels, indexOf, 1 << log2Bits));
    }

    private static long[] present(byte[] labels) {
        long[] present = new long[4];
        for (int i = 0; i < Block.VOXELS; i += GROUP) {
            long group = (long) GROUPS.get(labels, i);
            int n = isOneLabel(group) ? 1 : GROUP;
            for (int k = 0; k < n; k++) {
                int label = (int) (group >>> 8 * k) & 0xff;
                present[label >> 6] |= 1L << label;
            }
        }
        return present;
    }

    private static boolean isOneLabel(long group) {
        return group == Long.rotateLeft(group, 8);
    }

    private static long[] words(byte[] labels, int[] indexOf, int bits) {
        long[] words = new long[Block.VOXELS * bits / 64];
        int groupBits = GROUP * bits;
        long everyIndex = 0;
        for (int k = 0; k < GROUP; k++) {
            everyIndex |= 1L << k * bits;
        }
        for (int i = 0, at = 0; i < Block.VOXELS; i += GROUP, at += groupBits) {
            long group = (long) GROUPS.get(labels, i);
            long packed = isOneLabel(group) ? indexOf[(int) group & 0xff] * everyIndex : packed(group, indexOf, bits);
            words[at >> 6] |= packed << at;
        }
        return words;
    }

    private static long packed(long group, int[] indexOf, int bits) {
        long packed = 0;
        for (int k = 0; k < GROUP; k++) {
            packed |= (long) indexOf[(int) (group >>> 8 * k) & 0xff] << k * bits;
        }
        return packed;
    }

    /** Copies {@code count} labels of a packed block from {@code index} on. */
    static void copy(char[] palette, long[] words, int log2Bits, int index, int count, byte[] out, int offset) {
        int whole = (index & GROUP - 1) == 0 ? count & -GROUP : 0;
        if (log2Bits == 0) {
            groupsOfTwo(palette, words, index, whole, out, offset);
        } else {
            groups(palette, words, log2Bits, index, whole, out, offset);
        }
        int mask = (1 << (1 << log2Bits)) - 1;
        for (int k = whole; k < count; k++) {
            int i = index + k;
            long bits = words[i >> 6 - log2Bits] >>> ((i & (64 >> log2Bits) - 1) << log2Bits);
            out[offset + k] = (byte) palette[(int) bits & mask];
        }
    }

    /** Copies whole rows of a packed block of two labels. */
    static void rowsOfTwo(char[] palette, long[] words, int index, int rows, byte[] out, int offset, int stride) {
        long lows = palette[0] * ONES;
        long change = (palette[0] ^ palette[1]) * ONES;
        for (int row = 0, i = index, at = offset; row < rows; row++, i += Block.SIDE, at += stride) {
            int bits = (int) (words[i >> 6] >>> i);
            GROUPS.set(out, at, lows ^ SPREAD[bits & 0xff] & change);
            GROUPS.set(out, at + GROUP, lows ^ SPREAD[bits >>> 8 & 0xff] & change);
            GROUPS.set(out, at + 2 * GROUP, lows ^ SPREAD[bits >>> 16 & 0xff] & change);
            GROUPS.set(out, at + 3 * GROUP, lows ^ SPREAD[bits >>> 24] & change);
        }
    }

    private static void groupsOfTwo(char[] palette, long[] words, int index, int count, byte[] out, int offset) {
        long lows = palette[0] * ONES;
        long change = (palette[0] ^ palette[1]) * ONES;
        for (int k = 0; k < count; k += GROUP) {
            int i = index + k;
            GROUPS.set(out, offset + k, lows ^ SPREAD[(int) (words[i >> 6] >>> i) & 0xff] & change);
        }
    }

    private static void groups(char[] palette, long[] words, int log2Bits, int index, int count, byte[] out,
            int offset) {
        int width = 1 << log2Bits;
        int mask = (1 << width) - 1;
        for (int k = 0; k < count; k += GROUP) {
            int i = index + k;
            long bits = words[i >> 6 - log2Bits] >>> (i << log2Bits);
            long group = 0;
            for (int j = 0; j < GROUP; j++) {
                group |= (long) palette[(int) (bits >>> j * width) & mask] << 8 * j;
            }
            GROUPS.set(out, offset + k, group);
        }
    }
}
