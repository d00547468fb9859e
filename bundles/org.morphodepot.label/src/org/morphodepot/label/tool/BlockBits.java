package org.morphodepot.label.tool;

import org.morphodepot.label.Block;
import org.morphodepot.volume.VoxelBox;

import static org.morphodepot.label.Block.SHIFT;
import static org.morphodepot.label.Block.SIDE;

/** Works on the bits of one block: {@link BlockMask#WORDS} words, two rows of {@link Block#SIDE} voxels in each. */
public final class BlockBits {

    private BlockBits() {
    }

    /** The row of voxels at (y, z) inside the block; bit x is voxel x. */
    public static int row(long[] bits, int y, int z) {
        return (int) (bits[z << SHIFT - 1 | y >> 1] >>> ((y & 1) << SHIFT));
    }

    /** Adds voxels to the row at (y, z) inside the block. */
    public static void addRow(long[] bits, int y, int z, int row) {
        bits[z << SHIFT - 1 | y >> 1] |= (row & 0xffffffffL) << ((y & 1) << SHIFT);
    }

    /** A row with the voxels from x0 inclusive to x1 exclusive, {@code 0 <= x0 < x1 <= 32}. */
    public static int span(int x0, int x1) {
        return -1 >>> SIDE - (x1 - x0) << x0;
    }

    public static boolean isEmpty(long[] bits) {
        for (long word : bits) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    public static boolean isFull(long[] bits) {
        for (long word : bits) {
            if (word != -1) {
                return false;
            }
        }
        return true;
    }

    public static int count(long[] bits) {
        int count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** Keeps what is in {@code other} too; whether anything is left. */
    public static boolean and(long[] bits, long[] other) {
        long any = 0;
        for (int w = 0; w < bits.length; w++) {
            any |= bits[w] &= other[w];
        }
        return any != 0;
    }

    /** Takes away what is in {@code other}; whether anything is left. */
    public static boolean andNot(long[] bits, long[] other) {
        long any = 0;
        for (int w = 0; w < bits.length; w++) {
            any |= bits[w] &= ~other[w];
        }
        return any != 0;
    }

    /** Adds what is in {@code other}. */
    public static void or(long[] bits, long[] other) {
        for (int w = 0; w < bits.length; w++) {
            bits[w] |= other[w];
        }
    }

    public static void invert(long[] bits) {
        for (int w = 0; w < bits.length; w++) {
            bits[w] = ~bits[w];
        }
    }

    /** Takes away what lies outside {@code box}, in voxels of the scan; whether anything is left. */
    public static boolean clip(long[] bits, int bx, int by, int bz, VoxelBox box) {
        VoxelBox inside = cell(bx, by, bz).intersect(box);
        if (inside.voxels() == Block.VOXELS) {
            return !isEmpty(bits);
        }
        if (inside.isEmpty()) {
            return false;
        }
        int row = span(inside.x0() - (bx << SHIFT), inside.x1() - (bx << SHIFT));
        long any = 0;
        for (int w = 0; w < bits.length; w++) {
            int z = (bz << SHIFT) + (w >> SHIFT - 1);
            int y = (by << SHIFT) + (w << 1 & SIDE - 1);
            long keep = 0;
            if (z >= inside.z0() && z < inside.z1()) {
                keep |= y >= inside.y0() && y < inside.y1() ? row & 0xffffffffL : 0;
                keep |= y + 1 >= inside.y0() && y + 1 < inside.y1() ? (long) row << SIDE : 0;
            }
            any |= bits[w] &= keep;
        }
        return any != 0;
    }

    /** The smallest box around the voxels, in voxels of the scan; empty when there are none. */
    public static VoxelBox bounds(long[] bits, int bx, int by, int bz) {
        int xs = 0;
        int ys = 0;
        int zs = 0;
        for (int w = 0; w < bits.length; w++) {
            if (bits[w] != 0) {
                int even = (int) bits[w];
                int odd = (int) (bits[w] >>> SIDE);
                int y = w << 1 & SIDE - 1;
                xs |= even | odd;
                ys |= (even != 0 ? 1 << y : 0) | (odd != 0 ? 2 << y : 0);
                zs |= 1 << (w >> SHIFT - 1);
            }
        }
        return xs == 0 ? VoxelBox.EMPTY : new VoxelBox((bx << SHIFT) + first(xs), (by << SHIFT) + first(ys),
                (bz << SHIFT) + first(zs), (bx << SHIFT) + end(xs), (by << SHIFT) + end(ys), (bz << SHIFT) + end(zs));
    }

    /** The voxels of a whole block, not clipped to any scan. */
    public static VoxelBox cell(int bx, int by, int bz) {
        int x = bx << SHIFT;
        int y = by << SHIFT;
        int z = bz << SHIFT;
        return new VoxelBox(x, y, z, x + SIDE, y + SIDE, z + SIDE);
    }

    private static int first(int bits) {
        return Integer.numberOfTrailingZeros(bits);
    }

    private static int end(int bits) {
        return SIDE - Integer.numberOfLeadingZeros(bits);
    }
}
