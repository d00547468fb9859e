package org.morphodepot.label.statistics;

import java.util.Arrays;

import org.morphodepot.label.Block;
import org.morphodepot.label.Blocks;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.UniformBlock;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

import static org.morphodepot.label.Block.SHIFT;
import static org.morphodepot.label.Block.SIDE;

/** Goes once over the blocks of a layer and sums up the shapes of some of its segments. */
final class LayerScan {

    /** A block with one voxel around it, below excepted. */
    private static final int ROW = SIDE + 2;
    private static final int SLICE = ROW * ROW;
    /** The voxels of the block itself in a word of {@link LabelRows}. */
    private static final long INNER = 0xffff_ffffL << 1;

    private final LabelLayer layer;
    private final boolean[] wanted;
    private final ShapeSums[] sums = new ShapeSums[Character.MAX_VALUE + 1];
    private final char[] tile = new char[SLICE * (SIDE + 1)];
    private final int[] steps = new int[ShapeSums.STEPS.length];
    private final LabelRows rows;
    private final int[] pairs = new int[ShapeSums.STEPS.length];
    private final int blocksX;
    private final int blocksY;
    private final int blocksZ;

    /** @param wanted whether a label counts, indexed by label */
    LayerScan(LabelLayer layer, boolean[] wanted) {
        this.layer = layer;
        this.wanted = wanted;
        rows = new LabelRows(layer, new int[] {-1, -1, 0}, new int[] {1, 1, 1});
        blocksX = (layer.size().x() - 1 >> SHIFT) + 1;
        blocksY = (layer.size().y() - 1 >> SHIFT) + 1;
        blocksZ = (layer.size().z() - 1 >> SHIFT) + 1;
        for (int i = 0; i < steps.length; i++) {
            int[] step = ShapeSums.STEPS[i];
            steps[i] = step[2] * SLICE + step[1] * ROW + step[0];
        }
    }

    /** Sums by label; null where there are no voxels. */
    ShapeSums[] run(Progress progress) {
        VoxelBox box = layer.occupied();
        for (int bz = box.z0() >> SHIFT; bz << SHIFT < box.z1(); bz++) {
            progress.check();
            progress.report(bz, blocksZ, "Measuring segments");
            for (int by = box.y0() >> SHIFT; by << SHIFT < box.y1(); by++) {
                for (int bx = box.x0() >> SHIFT; bx << SHIFT < box.x1(); bx++) {
                    block(bx, by, bz);
                }
            }
            for (ShapeSums s : sums) {
                if (s != null) {
                    s.endSlab(bz << SHIFT);
                }
            }
        }
        return sums;
    }

    private void block(int bx, int by, int bz) {
        Block block = layer.block(bx, by, bz);
        char[] labels = Blocks.labels(block);
        if (!concerns(labels)) {
            return;
        }
        VoxelBox place = layer.voxels(bx, by, bz);
        if (block instanceof UniformBlock b && isInside(b, bx, by, bz)) {
            ShapeSums s = sums(b.label(), place);
            for (int z = place.z0(); z < place.z1(); z++) {
                for (int y = place.y0(); y < place.y1(); y++) {
                    s.row(place.x0(), place.width(), y, z);
                }
            }
            for (int i = 0; i < steps.length; i++) {
                s.pairs(i, Block.VOXELS);
            }
            return;
        }
        if (labels.length <= LabelRows.FEW) {
            rows.at(bx, by, bz);
            rows(labels, place);
            return;
        }
        fill(bx, by, bz);
        for (int z = 0; z < place.depth(); z++) {
            for (int y = 0; y < place.height(); y++) {
                row(place, y, z);
            }
        }
    }

    private void rows(char[] labels, VoxelBox place) {
        for (char label : labels) {
            if (wanted[label]) {
                rows(rows.of(label), sums(label, place), place);
            }
        }
    }

    private void rows(long[] words, ShapeSums s, VoxelBox place) {
        Arrays.fill(pairs, 0);
        for (int z = 0; z < place.depth(); z++) {
            for (int y = 0; y < place.height(); y++) {
                long row = words[LabelRows.row(y, z)] & INNER;
                if (row != 0) {
                    count(row, words, LabelRows.row(y, z));
                    stretches(row >>> 1, s, place.x0(), place.y0() + y, place.z0() + z);
                }
            }
        }
        for (int i = 0; i < pairs.length; i++) {
            s.pairs(i, pairs[i]);
        }
    }

    private void count(long row, long[] words, int at) {
        for (int i = 0; i < pairs.length; i++) {
            int[] step = ShapeSums.STEPS[i];
            // the neighbours moved onto their voxels: one bit down for a step of 1, one up for one of -1
            long same = words[at + step[2] * LabelRows.SLICE + step[1]] << 1 >>> 1 + step[0];
            pairs[i] += Long.bitCount(row & same);
        }
    }

    private static void stretches(long row, ShapeSums s, int x0, int y, int z) {
        long rest = row;
        int x = x0;
        while (rest != 0) {
            int gap = Long.numberOfTrailingZeros(rest);
            int length = Long.numberOfTrailingZeros(~(rest >>> gap));
            s.row(x + gap, length, y, z);
            x += gap + length;
            rest >>>= gap + length;
        }
    }

    private boolean concerns(char[] labels) {
        for (char label : labels) {
            if (wanted[label]) {
                return true;
            }
        }
        return false;
    }

    /** Whether all neighbours are the same uniform block. */
    private boolean isInside(UniformBlock block, int bx, int by, int bz) {
        for (int dz = -1; dz <= 1; dz++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    if (!isIn(bx + dx, by + dy, bz + dz) || !layer.block(bx + dx, by + dy, bz + dz).equals(block)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean isIn(int bx, int by, int bz) {
        return bx >= 0 && by >= 0 && bz >= 0 && bx < blocksX && by < blocksY && bz < blocksZ;
    }

    private void fill(int bx, int by, int bz) {
        Arrays.fill(tile, (char) 0);
        for (int dz = 0; dz <= 1; dz++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    if (isIn(bx + dx, by + dy, bz + dz)) {
                        copy(layer.block(bx + dx, by + dy, bz + dz), dx, dy, dz);
                    }
                }
            }
        }
    }

    private void copy(Block block, int dx, int dy, int dz) {
        int offset = dz * SIDE * SLICE + to(dy) * ROW + to(dx);
        Blocks.copy(block, from(dx), from(dy), 0, end(dx), end(dy), dz == 0 ? SIDE : 1, tile, offset, ROW, SLICE);
    }

    private static int from(int step) {
        return step < 0 ? SIDE - 1 : 0;
    }

    private static int end(int step) {
        return step > 0 ? 1 : SIDE;
    }

    private static int to(int step) {
        return step < 0 ? 0 : step == 0 ? 1 : SIDE + 1;
    }

    private void row(VoxelBox place, int y, int z) {
        int start = z * SLICE + (y + 1) * ROW + 1;
        int x = 0;
        while (x < place.width()) {
            int from = x;
            char label = tile[start + x];
            while (x < place.width() && tile[start + x] == label) {
                x++;
            }
            if (wanted[label]) {
                stretch(sums(label, place), label, start + from, x - from);
                sums[label].row(place.x0() + from, x - from, place.y0() + y, place.z0() + z);
            }
        }
    }

    private void stretch(ShapeSums s, char label, int start, int length) {
        for (int i = 0; i < steps.length; i++) {
            int same = 0;
            for (int at = start + steps[i], end = at + length; at < end; at++) {
                same += tile[at] == label ? 1 : 0;
            }
            s.pairs(i, same);
        }
    }

    private ShapeSums sums(int label, VoxelBox place) {
        if (sums[label] == null) {
            sums[label] = new ShapeSums(new int[] {place.x0(), place.y0(), place.z0()}, layer.size().y());
        }
        return sums[label];
    }
}
