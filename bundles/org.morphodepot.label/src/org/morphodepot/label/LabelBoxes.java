package org.morphodepot.label;

import org.morphodepot.volume.VoxelBox;

/**
 * The smallest boxes around all labels of a block in one look at its voxels; {@link TightBox} looks once for each label,
 * which is quicker for a few. One thread.
 */
final class LabelBoxes {

    private static final int SIDES = 6;

    private final char[] voxels = new char[Block.VOXELS];
    private final int[] places = new int[Character.MAX_VALUE + 1];

    /**
     * Makes {@code boxes}, by label, as large as the block asks for.
     *
     * @param labels all labels that the block has
     * @param origin where the block begins
     */
    void add(Block block, char[] labels, VoxelBox origin, VoxelBox[] boxes) {
        int[] bounds = bounds(block, labels);
        for (int i = 0; i < labels.length; i++) {
            int at = i * SIDES;
            VoxelBox box = new VoxelBox(bounds[at], bounds[at + 1], bounds[at + 2], bounds[at + 3] + 1, bounds[at + 4] + 1,
                    bounds[at + 5] + 1).shift(origin.x0(), origin.y0(), origin.z0());
            VoxelBox before = boxes[labels[i]];
            boxes[labels[i]] = before == null ? box : before.union(box);
        }
    }

    /** Lowest and highest x, y, z of each label, in the order of {@code labels}. */
    private int[] bounds(Block block, char[] labels) {
        int[] bounds = new int[labels.length * SIDES];
        for (int i = 0; i < labels.length; i++) {
            places[labels[i]] = i * SIDES;
            for (int side = 0; side < SIDES; side++) {
                bounds[i * SIDES + side] = side < SIDES / 2 ? Block.SIDE : -1;
            }
        }
        block.copyTo(voxels);
        for (int i = 0; i < voxels.length; i++) {
            int at = places[voxels[i]];
            widen(bounds, at, i & Block.SIDE - 1);
            widen(bounds, at + 1, i >> Block.SHIFT & Block.SIDE - 1);
            widen(bounds, at + 2, i >> 2 * Block.SHIFT);
        }
        return bounds;
    }

    private static void widen(int[] bounds, int at, int value) {
        bounds[at] = Math.min(bounds[at], value);
        bounds[at + SIDES / 2] = Math.max(bounds[at + SIDES / 2], value);
    }
}
