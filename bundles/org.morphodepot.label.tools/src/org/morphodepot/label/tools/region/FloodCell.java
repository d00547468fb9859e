package org.morphodepot.label.tools.region;

import java.util.Arrays;

import org.morphodepot.label.tool.BlockBits;

import static org.morphodepot.label.Block.SHIFT;
import static org.morphodepot.label.Block.SIDE;

/** One block of a flood: rows of 32 voxels that may be filled, that are filled, and that the last growth added. */
final class FloodCell {

    private static final int[] NO_ROWS = new int[SIDE * SIDE];

    final int bx;
    final int by;
    final int bz;
    boolean waiting;
    private final int[] candidates;
    private final int[] filled;
    private int[] added = NO_ROWS;
    private int left;
    private int seedRow;
    private int seedBit;

    /** @param bits voxels that may be filled; null for none. Copied. */
    FloodCell(int bx, int by, int bz, long[] bits) {
        this.bx = bx;
        this.by = by;
        this.bz = bz;
        candidates = bits == null ? NO_ROWS : new int[SIDE * SIDE];
        filled = bits == null ? NO_ROWS : new int[SIDE * SIDE];
        for (int i = 0; bits != null && i < candidates.length; i++) {
            candidates[i] = BlockBits.row(bits, i & SIDE - 1, i >> SHIFT);
            left += Integer.bitCount(candidates[i]);
        }
    }

    /** Nothing is left to fill. */
    boolean isDone() {
        return left == 0;
    }

    /** Begins here; false when the voxel may not be filled. The voxel is filled by the next {@link #grow}. */
    boolean seed(int x, int y, int z) {
        int row = z << SHIFT | y;
        if ((candidates[row] >>> x & 1) == 0) {
            return false;
        }
        seedRow = row;
        seedBit = 1 << x;
        waiting = true;
        return true;
    }

    /**
     * Fills what is connected to filled voxels here or in the 26 blocks around, this one in the middle.
     *
     * @param around blocks in order of x, y, z; null where nothing was filled
     * @return number of voxels that became filled
     */
    int grow(FloodCell[] around, boolean corners) {
        FloodRows rows = new FloodRows(around, this);
        rows.add(seedRow, seedBit);
        int[] before = filled.clone();
        rows.spread(candidates, filled, corners);
        added = new int[SIDE * SIDE];
        int count = 0;
        for (int i = 0; i < filled.length; i++) {
            added[i] = filled[i] & ~before[i];
            count += Integer.bitCount(added[i]);
        }
        left -= count;
        return count;
    }

    /** Whether the last growth reached the border, edge or corner towards a neighbour. */
    boolean grewTowards(int dx, int dy, int dz) {
        int xs = dx < 0 ? 1 : dx > 0 ? 1 << SIDE - 1 : -1;
        for (int z = first(dz); z <= last(dz); z++) {
            for (int y = first(dy); y <= last(dy); y++) {
                if ((added[z << SHIFT | y] & xs) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int first(int direction) {
        return direction > 0 ? SIDE - 1 : 0;
    }

    private static int last(int direction) {
        return direction < 0 ? 0 : SIDE - 1;
    }

    int filledRow(int y, int z) {
        return filled[z << SHIFT | y];
    }

    /** The filled voxels as bits of a block, in {@code bits}. */
    long[] filledBits(long[] bits) {
        Arrays.fill(bits, 0);
        for (int i = 0; i < filled.length; i++) {
            BlockBits.addRow(bits, i & SIDE - 1, i >> SHIFT, filled[i]);
        }
        return bits;
    }
}
