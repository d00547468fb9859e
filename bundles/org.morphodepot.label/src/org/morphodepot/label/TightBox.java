package org.morphodepot.label;

import org.morphodepot.volume.VoxelBox;

/** Finds the smallest box around labelled voxels; looks only into blocks that could make the box larger. */
public final class TightBox {

    private TightBox() {
    }

    /** The smallest box around all voxels of a layer that are not background; empty when there are none. */
    public static VoxelBox of(LabelLayer layer) {
        VoxelBox[] box = {VoxelBox.EMPTY};
        layer.forEachBlock((bx, by, bz, block) -> {
            VoxelBox voxels = layer.voxels(bx, by, bz);
            if (!contains(box[0], voxels)) {
                box[0] = box[0].union(inside(block, -1).shift(voxels.x0(), voxels.y0(), voxels.z0()));
            }
            return true;
        });
        return box[0];
    }

    /**
     * The smallest box, in coordinates of the block, around the voxels of one label, or of any but background for -1.
     */
    static VoxelBox inside(Block block, int label) {
        if (label < 0 && block instanceof PackedBlock packed && packed.isMask()) {
            return inside(packed.mask());
        }
        char[] labels = new char[Block.VOXELS];
        block.copyTo(labels);
        int x0 = Block.SIDE;
        int y0 = Block.SIDE;
        int z0 = Block.SIDE;
        int x1 = 0;
        int y1 = 0;
        int z1 = 0;
        for (int row = 0; row < Block.SIDE * Block.SIDE; row++) {
            int first = first(labels, row << Block.SHIFT, label);
            if (first < Block.SIDE) {
                x0 = Math.min(x0, first);
                x1 = Math.max(x1, last(labels, row << Block.SHIFT, label) + 1);
                y0 = Math.min(y0, row & Block.SIDE - 1);
                y1 = Math.max(y1, (row & Block.SIDE - 1) + 1);
                z0 = Math.min(z0, row >> Block.SHIFT);
                z1 = (row >> Block.SHIFT) + 1;
            }
        }
        return x1 == 0 ? VoxelBox.EMPTY : new VoxelBox(x0, y0, z0, x1, y1, z1);
    }

    /** The same from one bit per voxel: most blocks at the edge of what is painted have one label. */
    private static VoxelBox inside(long[] mask) {
        int columns = 0;
        int rows = 0;
        int slices = 0;
        for (int row = 0; row < Block.SIDE * Block.SIDE; row++) {
            int bits = (int) (mask[row >> 1] >>> ((row & 1) << Block.SHIFT));
            columns |= bits;
            rows |= bits == 0 ? 0 : 1 << row;
            slices |= bits == 0 ? 0 : 1 << (row >> Block.SHIFT);
        }
        return new VoxelBox(Integer.numberOfTrailingZeros(columns), Integer.numberOfTrailingZeros(rows),
                Integer.numberOfTrailingZeros(slices), Block.SIDE - Integer.numberOfLeadingZeros(columns),
                Block.SIDE - Integer.numberOfLeadingZeros(rows), Block.SIDE - Integer.numberOfLeadingZeros(slices));
    }

    static boolean contains(VoxelBox box, VoxelBox part) {
        return part.x0() >= box.x0() && part.x1() <= box.x1() && part.y0() >= box.y0() && part.y1() <= box.y1()
                && part.z0() >= box.z0() && part.z1() <= box.z1();
    }

    private static int first(char[] labels, int from, int label) {
        int x = 0;
        while (x < Block.SIDE && !matches(labels[from + x], label)) {
            x++;
        }
        return x;
    }

    private static int last(char[] labels, int from, int label) {
        int x = Block.SIDE - 1;
        while (!matches(labels[from + x], label)) {
            x--;
        }
        return x;
    }

    private static boolean matches(char voxel, int label) {
        return label < 0 ? voxel != 0 : voxel == label;
    }
}
