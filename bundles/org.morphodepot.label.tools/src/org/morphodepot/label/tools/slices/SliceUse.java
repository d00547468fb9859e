package org.morphodepot.label.tools.slices;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;

import org.morphodepot.label.tool.BlockBits;
import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

import static org.morphodepot.label.Block.SHIFT;
import static org.morphodepot.label.Block.SIDE;

/**
 * Which slices of each axis hold voxels of a set.
 *
 * @param box the smallest box around the set
 * @param used slices by axis
 */
record SliceUse(VoxelBox box, List<BitSet> used) {

    static SliceUse of(BlockMask set, Progress progress) throws IOException {
        List<BitSet> used = List.of(new BitSet(), new BitSet(), new BitSet());
        VoxelBox blocks = BlockMask.blocks(set.box());
        VoxelBox box = VoxelBox.EMPTY;
        long[] bits = new long[BlockMask.WORDS];
        for (int bz = blocks.z0(); bz < blocks.z1(); bz++) {
            progress.check();
            for (int by = blocks.y0(); by < blocks.y1(); by++) {
                for (int bx = blocks.x0(); bx < blocks.x1(); bx++) {
                    if (set.read(bx, by, bz, bits)) {
                        add(bits, bx, by, bz, used);
                        box = box.union(BlockBits.bounds(bits, bx, by, bz));
                    }
                }
            }
        }
        return new SliceUse(box, used);
    }

    private static void add(long[] bits, int bx, int by, int bz, List<BitSet> used) {
        int xs = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            int row = BlockBits.row(bits, i & SIDE - 1, i >> SHIFT);
            if (row != 0) {
                used.get(1).set((by << SHIFT) + (i & SIDE - 1));
                used.get(2).set((bz << SHIFT) + (i >> SHIFT));
                xs |= row;
            }
        }
        for (int x = 0; x < SIDE; x++) {
            if ((xs >>> x & 1) != 0) {
                used.get(0).set((bx << SHIFT) + x);
            }
        }
    }

    BitSet slices(int axis) {
        return used.get(axis);
    }

    /** Number of empty slices between used ones. */
    int gaps(int axis) {
        BitSet slices = used.get(axis);
        return slices.isEmpty() ? 0 : slices.length() - slices.nextSetBit(0) - slices.cardinality();
    }

    /** The last of equals, since scans are mostly made of slices along the last axis. */
    int axisWithMostGaps() {
        int most = 2;
        for (int axis = 1; axis >= 0; axis--) {
            most = gaps(axis) > gaps(most) ? axis : most;
        }
        return most;
    }
}
