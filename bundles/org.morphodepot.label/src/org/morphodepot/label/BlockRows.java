package org.morphodepot.label;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Makes one block from rows of byte labels as they are read. As long as there is one label beside background it keeps one
 * bit per voxel, so that a slab of a large scan stays in the cache of the processor. One thread.
 */
public final class BlockRows {

    private static final VarHandle GROUPS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int GROUP = Long.BYTES;

    /** The only label beside background; 0 before the first. */
    private int label;
    /** Where that label is; null before the first, and once there are more labels. */
    private long[] words;
    /** All labels once there are several. */
    private byte[] bytes;

    /** Whether there is only background. */
    public boolean isBackground() {
        return words == null && bytes == null;
    }

    /** Sets {@code count} labels from linear {@code index} in the block on, all in one row. */
    public void put(byte[] labels, int from, int count, int index) {
        if (bytes == null && (count < Block.SIDE || !putBits(labels, from, index))) {
            several();
        }
        if (bytes != null) {
            System.arraycopy(labels, from, bytes, index, count);
        }
    }

    /** Sets a whole row; false when it has another label. */
    private boolean putBits(byte[] labels, int from, int index) {
        long every = label * ByteLabels.ONES;
        if (every != 0 && isFilled(labels, from, every)) {
            words[index >> 6] |= 0xffff_ffffL << index;
            return true;
        }
        long bits = 0;
        long other = 0;
        for (int k = 0; k < Block.SIDE; k += GROUP) {
            long group = (long) GROUPS.get(labels, from + k);
            if (every == 0 && group != 0) {
                label = (int) (group >>> (Long.numberOfTrailingZeros(group) & -GROUP)) & 0xff;
                every = label * ByteLabels.ONES;
                words = new long[Block.VOXELS / Long.SIZE];
            }
            long isLabel = ByteLabels.nonZero(group);
            other |= group ^ isLabel * 0xff & every;
            bits |= ByteLabels.gather(isLabel) << k;
        }
        if (other == 0 && bits != 0) {
            words[index >> 6] |= bits << index;
        }
        return other == 0;
    }

    /** Whether the row is of one label throughout, as most rows inside a segment are. */
    private static boolean isFilled(byte[] labels, int from, long every) {
        return (long) GROUPS.get(labels, from) == every && (long) GROUPS.get(labels, from + GROUP) == every
                && (long) GROUPS.get(labels, from + 2 * GROUP) == every
                && (long) GROUPS.get(labels, from + 3 * GROUP) == every;
    }

    private void several() {
        bytes = new byte[Block.VOXELS];
        if (words != null) {
            ByteLabels.copy(new char[] {0, (char) label}, words, 0, 0, Block.VOXELS, bytes, 0);
            words = null;
        }
    }

    /** The block with all rows put so far, the others background, and this as new. */
    public Block take() {
        Block block = bytes != null ? ByteLabels.pack(bytes) : words != null ? packed() : UniformBlock.BACKGROUND;
        bytes = null;
        words = null;
        label = 0;
        return block;
    }

    private Block packed() {
        long and = -1;
        for (long word : words) {
            and &= word;
        }
        return and == -1 ? UniformBlock.of(label) : new PackedBlock(new char[] {0, (char) label}, 0, words);
    }
}
