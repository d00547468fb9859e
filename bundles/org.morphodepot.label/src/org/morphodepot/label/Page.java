package org.morphodepot.label;

import org.morphodepot.volume.VoxelBox;

/** 16 x 16 x 16 blocks of a layer, immutable. Cell = (z * 16 + y) * 16 + x with block coordinates inside the page. */
final class Page {

    /** log2 of the blocks along one side. */
    static final int SHIFT = 4;
    static final int CELLS = 1 << 3 * SHIFT;
    static final Page EMPTY = new Page(new Block[CELLS]);

    private static final int MASK = (1 << SHIFT) - 1;

    /** Null where there is background only. */
    private final Block[] cells;
    private VoxelBox occupied;

    /** Keeps {@code cells}, in which background is null. */
    Page(Block[] cells) {
        this.cells = cells;
    }

    static int cell(int bx, int by, int bz) {
        return ((bz & MASK) << SHIFT | by & MASK) << SHIFT | bx & MASK;
    }

    static int x(int cell) {
        return cell & MASK;
    }

    static int y(int cell) {
        return cell >> SHIFT & MASK;
    }

    static int z(int cell) {
        return cell >> 2 * SHIFT;
    }

    Block at(int cell) {
        Block block = cells[cell];
        return block == null ? UniformBlock.BACKGROUND : block;
    }

    Block[] copyOfCells() {
        return cells.clone();
    }

    boolean isEmpty() {
        return occupied().isEmpty();
    }

    /** Cells that are not background, as a box of cells. Computed once; a race only computes it twice. */
    VoxelBox occupied() {
        if (occupied == null) {
            VoxelBox box = VoxelBox.EMPTY;
            for (int cell = 0; cell < CELLS; cell++) {
                if (cells[cell] != null && !box.contains(x(cell), y(cell), z(cell))) {
                    box = box.union(new VoxelBox(x(cell), y(cell), z(cell), x(cell) + 1, y(cell) + 1, z(cell) + 1));
                }
            }
            occupied = box;
        }
        return occupied;
    }
}
