package org.morphodepot.label.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.morphodepot.label.Block;
import org.morphodepot.volume.VoxelBox;

/** Voxels in conflict, as stretches along x, joined into parts that touch each other and have the same three labels. */
final class ConflictRuns {

    /** Voxels x0 to x1, the end not included, all in one block. */
    static final class Run {

        private final int x0;
        private int x1;
        private final int y;
        private final int z;
        private final long labels;
        private int parent;

        Run(int x, int y, int z, long labels, int index) {
            x0 = x;
            x1 = x + 1;
            this.y = y;
            this.z = z;
            this.labels = labels;
            parent = index;
        }

        VoxelBox box() {
            return new VoxelBox(x0, y, z, x1, y + 1, z + 1);
        }

        /** Label in base, ours and theirs. */
        int label(int state) {
            return (int) (labels >> 16 * state) & 0xffff;
        }
    }

    private final List<Run> runs = new ArrayList<>();

    void add(int x, int y, int z, char base, char ours, char theirs) {
        long labels = base | (long) ours << 16 | (long) theirs << 32;
        Run last = runs.isEmpty() ? null : runs.getLast();
        boolean sameBlock = x % Block.SIDE != 0;
        if (last != null && sameBlock && last.z == z && last.y == y && last.x1 == x && last.labels == labels) {
            last.x1++;
        } else {
            runs.add(new Run(x, y, z, labels, runs.size()));
        }
    }

    /** Parts of touching runs, corners included, in the order of their first run. */
    List<List<Run>> parts() {
        Map<List<Integer>, List<Integer>> rows = new HashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            rows.computeIfAbsent(List.of(runs.get(i).y, runs.get(i).z), key -> new ArrayList<>()).add(i);
        }
        rows.values().forEach(row -> row.sort(Comparator.comparingInt(i -> runs.get(i).x0)));
        rows.forEach((place, row) -> {
            for (int[] step : new int[][] {{0, 0}, {1, 0}, {-1, 1}, {0, 1}, {1, 1}}) {
                List<Integer> other = rows.get(List.of(place.get(0) + step[0], place.get(1) + step[1]));
                if (other != null) {
                    join(row, other);
                }
            }
        });
        Map<Integer, List<Run>> parts = new HashMap<>();
        List<List<Run>> inOrder = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            parts.computeIfAbsent(root(i), key -> {
                inOrder.add(new ArrayList<>());
                return inOrder.getLast();
            }).add(runs.get(i));
        }
        return inOrder;
    }

    private void join(List<Integer> row, List<Integer> other) {
        int from = 0;
        for (int i : row) {
            Run a = runs.get(i);
            while (from < other.size() && runs.get(other.get(from)).x1 < a.x0) {
                from++;
            }
            for (int j = from; j < other.size() && runs.get(other.get(j)).x0 <= a.x1; j++) {
                if (runs.get(other.get(j)).labels == a.labels) {
                    runs.get(root(other.get(j))).parent = root(i);
                }
            }
        }
    }

    private int root(int index) {
        int i = index;
        while (runs.get(i).parent != i) {
            runs.get(i).parent = runs.get(runs.get(i).parent).parent;
            i = runs.get(i).parent;
        }
        return i;
    }
}
