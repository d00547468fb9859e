package org.morphodepot.label.tools.region;

import java.io.IOException;
import java.util.Arrays;

import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;

/**
 * The connected components of a set, found by two scans over its runs. The first joins touching runs in a forest of numbers
 * (union-find) and keeps only one slice; the second gives every run the same number again and so its component. Memory is
 * 12 bytes per number, plus one layer of blocks. Components are numbered in the order of their first voxel, x fastest.
 */
final class Components {

    private static final int MAX_NUMBERS = 50_000_000;

    private final BlockMask set;
    private final boolean corners;
    /** First the forest, at the end the component of every number. */
    private int[] parent = new int[1024];
    private long[] sizes = new long[1024];
    private int numbers;
    private int count;

    /** Told about a run of a component from x0 inclusive to x1 exclusive. */
    @FunctionalInterface
    interface RunVisitor {
        void run(int component, int x0, int x1, int y, int z);
    }

    private Components(BlockMask set, boolean corners) {
        this.set = set;
        this.corners = corners;
    }

    /** @param corners voxels that share only an edge or a corner are connected too */
    static Components of(BlockMask set, boolean corners, Progress progress) throws IOException {
        Components components = new Components(set, corners);
        components.scan(true, null, progress, "Finding islands");
        components.number();
        return components;
    }

    int count() {
        return count;
    }

    /** Number of voxels of a component, 0 to {@link #count()} - 1. */
    long size(int component) {
        return sizes[component];
    }

    /** The component with most voxels, the first one of equals; -1 when there is none. */
    int largest() {
        int largest = count == 0 ? -1 : 0;
        for (int i = 1; i < count; i++) {
            largest = sizes[i] > sizes[largest] ? i : largest;
        }
        return largest;
    }

    /** Visits all runs, slice by slice. */
    void forEachRun(RunVisitor visitor, Progress progress) throws IOException {
        numbers = 0;
        scan(false, visitor, progress, "Changing islands");
    }

    private void scan(boolean joining, RunVisitor visitor, Progress progress, String what) throws IOException {
        RunScan scan = new RunScan(set);
        SliceRuns none = new SliceRuns(0);
        SliceRuns[] before = {none};
        scan.forEachSlice((runs, z) -> {
            for (int row = 0; row < scan.height(); row++) {
                for (int i = runs.first(row); i < runs.end(row); i++) {
                    runs.component[i] = -1;
                }
                for (int near = corners ? -1 : 0; near <= (corners ? 1 : 0); near++) {
                    connect(runs, row, before[0], row + near, joining);
                }
                connect(runs, row, runs, row - 1, joining);
                finishRow(runs, row, joining, visitor, scan.y0() + row, z);
            }
            before[0] = runs;
        }, progress, what);
    }

    /** Gives runs of a row the number of the first run they touch in another row, and joins the numbers of all others. */
    private void connect(SliceRuns runs, int row, SliceRuns others, int otherRow, boolean joining) {
        int reach = corners ? 1 : 0;
        int k = others.first(otherRow);
        int end = others.end(otherRow);
        for (int i = runs.first(row); i < runs.end(row) && k < end; i++) {
            while (k < end && others.x1[k] + reach <= runs.x0[i]) {
                k++;
            }
            for (int j = k; j < end && others.x0[j] < runs.x1[i] + reach; j++) {
                if (runs.component[i] < 0) {
                    runs.component[i] = others.component[j];
                } else if (joining) {
                    join(runs.component[i], others.component[j]);
                }
            }
        }
    }

    private void finishRow(SliceRuns runs, int row, boolean joining, RunVisitor visitor, int y, int z) throws IOException {
        for (int i = runs.first(row); i < runs.end(row); i++) {
            if (runs.component[i] < 0) {
                runs.component[i] = joining ? newNumber() : numbers++;
            }
            if (joining) {
                sizes[runs.component[i]] += runs.x1[i] - runs.x0[i];
            } else {
                visitor.run(parent[runs.component[i]], runs.x0[i], runs.x1[i], y, z);
            }
        }
    }

    private int newNumber() throws IOException {
        if (numbers == parent.length) {
            if (numbers >= MAX_NUMBERS) {
                throw new VolumeException(VolumeException.Kind.TOO_LARGE,
                        "The segment has too many small pieces to tell apart; smooth it first or raise its threshold");
            }
            parent = Arrays.copyOf(parent, 2 * numbers);
            sizes = Arrays.copyOf(sizes, 2 * numbers);
        }
        parent[numbers] = numbers;
        return numbers++;
    }

    private void join(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        // The smaller number wins, so that components keep the order of their first voxels.
        parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    private int root(int number) {
        int n = number;
        while (parent[n] != n) {
            parent[n] = parent[parent[n]];
            n = parent[n];
        }
        return n;
    }

    /** Turns the forest into components 0, 1, 2 …; a parent has a smaller number than its children. */
    private void number() {
        for (int n = 0; n < numbers; n++) {
            if (parent[n] == n) {
                sizes[count] = sizes[n];
                parent[n] = count++;
            } else {
                parent[n] = parent[parent[n]];
                sizes[parent[n]] += sizes[n];
            }
        }
    }
}
