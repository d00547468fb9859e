package org.morphodepot.label.statistics;

import org.morphodepot.label.Block;
import org.morphodepot.label.Blocks;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.UniformBlock;

import static org.morphodepot.label.Block.SHIFT;
import static org.morphodepot.label.Block.SIDE;

/**
 * Where one label is in a block and in the voxels around it: a word per row, so that 32 voxels are compared at once. Outside
 * the grid it is nowhere. One thread.
 */
final class LabelRows {

    /** Blocks with more labels are faster to look at voxel by voxel. */
    static final int FEW = 8;
    /** Words from one row to the next slice: a block with a row before and one after it. */
    static final int SLICE = SIDE + 2;

    private final LabelLayer layer;
    private final int[] blocks;
    /** Steps to the first and the last block looked at, x, y, z. */
    private final int[] from;
    private final int[] to;
    private final Block[] around = new Block[27];
    private final long[] words = new long[SLICE * SLICE];
    private final int[] rows = new int[SIDE * SIDE];

    /** @param from steps, 0 or -1 along each axis, to the first block around that is looked at; {@code to} 0 or 1 to the last */
    LabelRows(LabelLayer layer, int[] from, int[] to) {
        this.layer = layer;
        this.from = from;
        this.to = to;
        blocks = new int[] {blocks(layer.size().x()), blocks(layer.size().y()), blocks(layer.size().z())};
    }

    private static int blocks(int voxels) {
        return (voxels - 1 >> SHIFT) + 1;
    }

    /** Moves to a block, which may lie beside the grid. */
    void at(int bx, int by, int bz) {
        for (int dz = from[2]; dz <= to[2]; dz++) {
            for (int dy = from[1]; dy <= to[1]; dy++) {
                for (int dx = from[0]; dx <= to[0]; dx++) {
                    boolean in = isIn(bx + dx, 0) && isIn(by + dy, 1) && isIn(bz + dz, 2);
                    around[place(dx, dy, dz)] = in ? layer.block(bx + dx, by + dy, bz + dz) : UniformBlock.BACKGROUND;
                }
            }
        }
    }

    private boolean isIn(int block, int axis) {
        return block >= 0 && block < blocks[axis];
    }

    private static int place(int dx, int dy, int dz) {
        return 9 * dz + 3 * dy + dx + 13;
    }

    /** A block that was found by {@link #at}. */
    Block block(int dx, int dy, int dz) {
        return around[place(dx, dy, dz)];
    }

    /** The rows of a label, not to be changed: that of voxels y, z begins at {@link #row} and has voxel x in bit x + 1. */
    long[] of(int label) {
        for (int dz = from[2]; dz <= to[2]; dz++) {
            for (int dy = from[1]; dy <= to[1]; dy++) {
                clear(dy, dz);
                for (int dx = from[0]; dx <= to[0]; dx++) {
                    put(block(dx, dy, dz), label, dx, dy, dz);
                }
            }
        }
        return words;
    }

    static int row(int y, int z) {
        return (z + 1) * SLICE + y + 1;
    }

    private void clear(int dy, int dz) {
        for (int z = first(dz); z < end(dz); z++) {
            for (int y = first(dy); y < end(dy); y++) {
                words[row(y + dy * SIDE, z + dz * SIDE)] = 0;
            }
        }
    }

    private void put(Block block, int label, int dx, int dy, int dz) {
        if (block instanceof UniformBlock b && b.label() != label) {
            return;
        }
        int count = end(dy) - first(dy);
        for (int z = first(dz); z < end(dz); z++) {
            Blocks.rows(block, label, z * SIDE + first(dy), count, rows);
            int at = row(first(dy) + dy * SIDE, z + dz * SIDE);
            for (int i = 0; i < count; i++) {
                long row = rows[i] & 0xffff_ffffL;
                words[at + i] |= dx == 0 ? row << 1 : dx < 0 ? row >>> SIDE - 1 : (row & 1) << SIDE + 1;
            }
        }
    }

    private static int first(int step) {
        return step < 0 ? SIDE - 1 : 0;
    }

    private static int end(int step) {
        return step > 0 ? 1 : SIDE;
    }
}
