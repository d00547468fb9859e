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

/** Goes once over the blocks of a layer and counts the cubes that the surfaces of some of its segments cut. */
final class SurfaceScan {

    /** A block with the voxels before it. */
    private static final int ROW = SIDE + 1;
    private static final int SLICE = ROW * ROW;

    private final LabelLayer layer;
    private final boolean[] wanted;
    private final SurfaceSums[] sums = new SurfaceSums[Character.MAX_VALUE + 1];
    private final char[] tile = new char[SLICE * ROW];
    private final char[] corners = new char[8];
    private final LabelRows rows;

    /** @param wanted whether a label counts, indexed by label */
    SurfaceScan(LabelLayer layer, boolean[] wanted) {
        this.layer = layer;
        this.wanted = wanted;
        rows = new LabelRows(layer, new int[] {-1, -1, -1}, new int[3]);
    }

    /** Sums by label; null where there are no voxels. */
    SurfaceSums[] run(Progress progress) {
        VoxelBox box = layer.occupied();
        int endZ = end(box.z1());
        for (int bz = box.z0() >> SHIFT; !box.isEmpty() && bz < endZ; bz++) {
            progress.check();
            progress.report(bz, endZ, "Measuring surfaces");
            for (int by = box.y0() >> SHIFT; by < end(box.y1()); by++) {
                for (int bx = box.x0() >> SHIFT; bx < end(box.x1()); bx++) {
                    block(bx, by, bz);
                }
            }
        }
        return sums;
    }

    /** One row of blocks more than the labels need: surfaces end behind the last voxel. */
    private static int end(int voxels) {
        return (voxels - 1 >> SHIFT) + 2;
    }

    private void block(int bx, int by, int bz) {
        rows.at(bx, by, bz);
        char[] labels = labels();
        if (labels.length > LabelRows.FEW) {
            fill();
            cubes(bx << SHIFT, by << SHIFT, bz << SHIFT);
            return;
        }
        for (char label : labels) {
            cubes(rows.of(label), label, bx << SHIFT, by << SHIFT, bz << SHIFT);
        }
    }

    private Block around(int i) {
        return rows.block(-(i & 1), -(i >> 1 & 1), -(i >> 2));
    }

    /** Those that are wanted, in a block and before it; none when there is no surface. */
    private char[] labels() {
        boolean alike = true;
        for (int i = 0; i < corners.length; i++) {
            alike &= around(i) instanceof UniformBlock && around(i).equals(around(0));
        }
        StringBuilder found = new StringBuilder();
        for (int i = 0; !alike && i < corners.length; i++) {
            if (!(around(i) instanceof UniformBlock b) || wanted[b.label()]) {
                for (char label : Blocks.labels(around(i))) {
                    if (wanted[label] && found.indexOf(String.valueOf(label)) < 0) {
                        found.append(label);
                    }
                }
            }
        }
        return found.toString().toCharArray();
    }

    /** Fetches a block with the voxels before it. */
    private void fill() {
        for (int i = 0; i < corners.length; i++) {
            int x = i & 1;
            int y = i >> 1 & 1;
            int z = i >> 2;
            int offset = (1 - z) * SLICE + (1 - y) * ROW + 1 - x;
            Blocks.copy(around(i), x * (SIDE - 1), y * (SIDE - 1), z * (SIDE - 1), SIDE, SIDE, SIDE, tile, offset, ROW, SLICE);
        }
    }

    /** The cubes of one label that end in a block whose first voxel is (x0, y0, z0), 32 at once until one is cut. */
    private void cubes(long[] words, char label, int x0, int y0, int z0) {
        for (int z = 0; z < SIDE; z++) {
            for (int y = 0; y < SIDE; y++) {
                long a = words[LabelRows.row(y - 1, z - 1)];
                long b = words[LabelRows.row(y, z - 1)];
                long c = words[LabelRows.row(y - 1, z)];
                long d = words[LabelRows.row(y, z)];
                long any = a | b | c | d;
                long all = a & b & c & d;
                long cut = (any | any >>> 1) & ~(all & all >>> 1) & 0xffff_ffffL;
                for (; cut != 0; cut &= cut - 1) {
                    int x = Long.numberOfTrailingZeros(cut);
                    int inside = (int) (a >>> x & 3 | (b >>> x & 3) << 2 | (c >>> x & 3) << 4 | (d >>> x & 3) << 6);
                    sums(label, x0 + x - 1, y0 + y - 1, z0 + z - 1).add(inside, x0 + x - 1, y0 + y - 1, z0 + z - 1);
                }
            }
        }
    }

    /** The cubes that end in a block whose first voxel is (x0, y0, z0). */
    private void cubes(int x0, int y0, int z0) {
        for (int z = 0; z < SIDE; z++) {
            for (int y = 0; y < SIDE; y++) {
                int at = z * SLICE + y * ROW;
                boolean before = isOneLabel(at);
                for (int x = 0; x < SIDE; x++, at++) {
                    boolean one = isOneLabel(at + 1);
                    if (!before || !one || tile[at] != tile[at + 1]) {
                        cube(at, x0 + x - 1, y0 + y - 1, z0 + z - 1);
                    }
                    before = one;
                }
            }
        }
    }

    /** Whether the four voxels across the row are alike. */
    private boolean isOneLabel(int at) {
        char label = tile[at];
        return tile[at + ROW] == label && tile[at + SLICE] == label && tile[at + SLICE + ROW] == label;
    }

    private void cube(int at, int x, int y, int z) {
        for (int i = 0; i < corners.length; i++) {
            corners[i] = tile[at + (i & 1) + (i >> 1 & 1) * ROW + (i >> 2) * SLICE];
        }
        for (int i = 0; i < corners.length; i++) {
            char label = corners[i];
            int inside = 0;
            for (int k = 0; k < corners.length; k++) {
                inside |= corners[k] == label ? 1 << k : 0;
            }
            if (wanted[label] && Integer.numberOfTrailingZeros(inside) == i) {
                sums(label, x, y, z).add(inside, x, y, z);
            }
        }
    }

    private SurfaceSums sums(char label, int x, int y, int z) {
        if (sums[label] == null) {
            sums[label] = new SurfaceSums(x, y, z);
        }
        return sums[label];
    }

    /** The surfaces of all segments of a layer that are wanted, by label. */
    static SurfaceSums[] of(LabelLayer layer, boolean[] wanted, Progress progress) {
        boolean[] withoutBackground = Arrays.copyOf(wanted, wanted.length);
        withoutBackground[0] = false;
        return new SurfaceScan(layer, withoutBackground).run(progress);
    }
}
