package org.morphodepot.label.tools.region;

import static org.morphodepot.label.Block.SHIFT;
import static org.morphodepot.label.Block.SIDE;

/**
 * The filled voxels of a block with one more voxel on every side, taken from its neighbours: 34 x 34 rows of 34 bits, in which
 * a whole row spreads at once.
 */
final class FloodRows {

    private static final int PADDED = SIDE + 2;
    private static final long INSIDE = 0xffffffffL << 1;

    private final long[] rows = new long[PADDED * PADDED];

    FloodRows(FloodCell[] around, FloodCell middle) {
        for (int z = -1; z <= SIDE; z++) {
            for (int y = -1; y <= SIDE; y++) {
                int at = 3 * (1 + (y >> SHIFT)) + 9 * (1 + (z >> SHIFT));
                rows[index(y, z)] = row(around[at], y, z) >>> SIDE - 1
                        | row(at == 12 ? middle : around[at + 1], y, z) << 1 | (row(around[at + 2], y, z) & 1) << SIDE + 1;
            }
        }
    }

    private static long row(FloodCell cell, int y, int z) {
        return cell == null ? 0 : cell.filledRow(y & SIDE - 1, z & SIDE - 1) & 0xffffffffL;
    }

    private static int index(int y, int z) {
        return (z + 1) * PADDED + y + 1;
    }

    /** Fills voxels of one row, {@code z * 32 + y}. */
    void add(int row, int bits) {
        rows[index(row & SIDE - 1, row >> SHIFT)] |= (bits & 0xffffffffL) << 1;
    }

    /** Fills all candidates connected to what is filled, and writes the filled rows to {@code filled}. */
    void spread(int[] candidates, int[] filled, boolean corners) {
        boolean changed = true;
        while (changed) {
            changed = sweep(candidates, corners, false);
            changed |= sweep(candidates, corners, true);
        }
        for (int i = 0; i < SIDE * SIDE; i++) {
            filled[i] |= (int) (rows[index(i & SIDE - 1, i >> SHIFT)] >>> 1) & candidates[i];
        }
    }

    private boolean sweep(int[] candidates, boolean corners, boolean back) {
        boolean changed = false;
        for (int k = 0; k < SIDE * SIDE; k++) {
            int i = back ? SIDE * SIDE - 1 - k : k;
            long open = (candidates[i] & 0xffffffffL) << 1;
            int at = index(i & SIDE - 1, i >> SHIFT);
            long now = rows[at] & INSIDE;
            if (open != now) {
                long next = now | alongRow((corners ? near26(at) : near6(at)) & open, open);
                changed |= next != now;
                rows[at] |= next;
            }
        }
        return changed;
    }

    private long near6(int at) {
        long row = rows[at];
        return row | row << 1 | row >>> 1 | rows[at - 1] | rows[at + 1] | rows[at - PADDED] | rows[at + PADDED];
    }

    private long near26(int at) {
        long all = 0;
        for (int slice = at - PADDED; slice <= at + PADDED; slice += PADDED) {
            all |= rows[slice - 1] | rows[slice] | rows[slice + 1];
        }
        return all | all << 1 | all >>> 1;
    }

    /** All runs of {@code open} that hold a bit of {@code seeds}. */
    private static long alongRow(long seeds, long open) {
        long row = seeds;
        long last = 0;
        while (row != last) {
            last = row;
            row |= (row << 1 | row >>> 1) & open;
        }
        return row;
    }
}
