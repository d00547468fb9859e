package org.morphodepot.work.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.morphodepot.label.Block;

/**
 * Voxels that differ, as stretches along x, joined into parts that touch each other and differ in the same way. Fill it row
 * of blocks by row of blocks: {@link #add} with growing x, then {@link #endOfRow}. Plain arrays, since a whole new skull is
 * millions of stretches.
 */
final class DifferenceRuns {

    private static final int ROWS = Block.SIDE * Block.SIDE;
    /** Neighbouring rows that come earlier, dy and dz; the row itself joins stretches that touch in it. */
    private static final int[][] EARLIER = {{-1, 0}, {-1, -1}, {0, -1}, {1, -1}};

    private final Stretches[] rowOfBlocks = new Stretches[ROWS];
    private final Stretches all = new Stretches();
    private final Map<Long, int[]> rows = new HashMap<>();
    private int[] parents;

    DifferenceRuns() {
        Arrays.setAll(rowOfBlocks, _ -> new Stretches());
    }

    /** Voxels x0 to x1, not included, that left the structure in the upper half of {@code change} for that in the lower. */
    void add(int x0, int x1, int y, int z, int change) {
        Stretches row = rowOfBlocks[(z & Block.SIDE - 1) << Block.SHIFT | y & Block.SIDE - 1];
        if (row.count > 0 && row.end[row.count - 1] == x0 && row.kind[row.count - 1] == change) {
            row.end[row.count - 1] = x1;
        } else {
            row.add(x0, x1, y, z, change);
        }
    }

    /** All blocks along x were looked at. */
    void endOfRow() {
        for (Stretches row : rowOfBlocks) {
            if (row.count > 0) {
                int from = all.count;
                for (int i = 0; i < row.count; i++) {
                    all.add(row.start[i], row.end[i], row.y[i], row.z[i], row.kind[i]);
                }
                rows.put(key(row.y[0], row.z[0]), new int[] {from, all.count});
                row.count = 0;
            }
        }
    }

    private static long key(int y, int z) {
        return (long) z << 32 | y & 0xffffffffL;
    }

    /** The parts, each as the numbers of its stretches, in no order. */
    List<int[]> parts() {
        parents = new int[all.count];
        Arrays.setAll(parents, i -> i);
        rows.forEach((_, row) -> {
            for (int[] step : EARLIER) {
                int[] other = rows.get(key(all.y[row[0]] + step[0], all.z[row[0]] + step[1]));
                if (other != null) {
                    join(row, other);
                }
            }
        });
        return grouped();
    }

    private void join(int[] row, int[] other) {
        int from = other[0];
        for (int i = row[0]; i < row[1]; i++) {
            while (from < other[1] && all.end[from] < all.start[i]) {
                from++;
            }
            for (int j = from; j < other[1] && all.start[j] <= all.end[i]; j++) {
                if (all.kind[j] == all.kind[i]) {
                    parents[root(j)] = root(i);
                }
            }
        }
    }

    private int root(int stretch) {
        int i = stretch;
        while (parents[i] != i) {
            parents[i] = parents[parents[i]];
            i = parents[i];
        }
        return i;
    }

    private List<int[]> grouped() {
        int[] sizes = new int[all.count];
        for (int i = 0; i < all.count; i++) {
            sizes[root(i)]++;
        }
        int[][] groups = new int[all.count][];
        int[] filled = new int[all.count];
        List<int[]> parts = new ArrayList<>();
        for (int i = 0; i < all.count; i++) {
            int root = root(i);
            if (groups[root] == null) {
                groups[root] = new int[sizes[root]];
                parts.add(groups[root]);
            }
            groups[root][filled[root]++] = i;
        }
        return parts;
    }

    int start(int stretch) {
        return all.start[stretch];
    }

    /** The first voxel after it. */
    int end(int stretch) {
        return all.end[stretch];
    }

    int y(int stretch) {
        return all.y[stretch];
    }

    int z(int stretch) {
        return all.z[stretch];
    }

    int lost(int stretch) {
        return all.kind[stretch] >>> 16;
    }

    int gained(int stretch) {
        return all.kind[stretch] & 0xffff;
    }

    /** A growing table. */
    private static final class Stretches {

        private int count;
        private int[] start = new int[16];
        private int[] end = new int[16];
        private int[] y = new int[16];
        private int[] z = new int[16];
        private int[] kind = new int[16];

        void add(int x0, int x1, int row, int slice, int what) {
            if (count == start.length) {
                int more = Math.multiplyExact(count, 2);
                start = Arrays.copyOf(start, more);
                end = Arrays.copyOf(end, more);
                y = Arrays.copyOf(y, more);
                z = Arrays.copyOf(z, more);
                kind = Arrays.copyOf(kind, more);
            }
            start[count] = x0;
            end[count] = x1;
            y[count] = row;
            z[count] = slice;
            kind[count++] = what;
        }
    }
}
