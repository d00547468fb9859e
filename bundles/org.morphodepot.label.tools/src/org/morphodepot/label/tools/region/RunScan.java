package org.morphodepot.label.tools.region;

import java.io.IOException;

import org.morphodepot.label.tool.BlockBits;
import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

import static org.morphodepot.label.Block.SHIFT;
import static org.morphodepot.label.Block.SIDE;

/** Reads a set slice by slice as runs along x. Holds one layer of blocks, as bits. */
final class RunScan {

    private final BlockMask set;
    private final VoxelBox blocks;
    private final long[][] layer;
    private final long[] bits = new long[BlockMask.WORDS];

    /** Told about slices in order of z. */
    interface SliceVisitor {
        void slice(SliceRuns runs, int z) throws IOException;
    }

    RunScan(BlockMask set) {
        this.set = set;
        blocks = BlockMask.blocks(set.box());
        layer = new long[Math.multiplyExact(blocks.width(), blocks.height())][];
    }

    /** First y of the rows of a slice. */
    int y0() {
        return blocks.y0() << SHIFT;
    }

    /** Number of rows of a slice. */
    int height() {
        return blocks.height() << SHIFT;
    }

    /** Visits all slices; the visitor gets one of two sets of runs in turn, so that the one before stays valid. */
    void forEachSlice(SliceVisitor visitor, Progress progress, String what) throws IOException {
        SliceRuns[] runs = {new SliceRuns(height()), new SliceRuns(height())};
        for (int bz = blocks.z0(); bz < blocks.z1(); bz++) {
            progress.report(bz - blocks.z0(), blocks.depth(), what);
            readLayer(bz, progress);
            for (int z = 0; z < SIDE; z++) {
                SliceRuns slice = runs[z & 1];
                readSlice(z, slice);
                visitor.slice(slice, (bz << SHIFT) + z);
            }
        }
    }

    private void readLayer(int bz, Progress progress) throws IOException {
        for (int by = blocks.y0(), i = 0; by < blocks.y1(); by++) {
            progress.check();
            for (int bx = blocks.x0(); bx < blocks.x1(); bx++, i++) {
                layer[i] = set.read(bx, by, bz, bits) ? bits.clone() : null;
            }
        }
    }

    private void readSlice(int z, SliceRuns runs) {
        runs.clear();
        for (int y = 0; y < height(); y++) {
            runs.startRow();
            int rowOfBlocks = (y >> SHIFT) * blocks.width();
            for (int i = 0; i < blocks.width(); i++) {
                long[] block = layer[rowOfBlocks + i];
                if (block != null) {
                    addRuns(runs, BlockBits.row(block, y & SIDE - 1, z), blocks.x0() + i << SHIFT);
                }
            }
        }
    }

    private static void addRuns(SliceRuns runs, int row, int x) {
        long rest = row & 0xffffffffL;
        while (rest != 0) {
            int start = Long.numberOfTrailingZeros(rest);
            int end = start + Long.numberOfTrailingZeros(~(rest >>> start));
            runs.add(x + start, x + end);
            rest = rest >>> end << end;
        }
    }
}
