package org.morphodepot.label.tools.draw;

import java.util.Arrays;

import org.morphodepot.label.tool.VoxelMask;
import org.morphodepot.volume.VoxelBox;

/**
 * A closed polygon in a slice. A voxel is inside when its centre is; a centre exactly on the border belongs to the side with
 * the smaller coordinates, so that neighbouring outlines neither overlap nor leave a seam.
 */
final class Outline {

    /** What counts as inside where the outline crosses itself. */
    enum Rule {
        /** Everything the outline runs around. */
        NON_ZERO,
        /** Holes where it runs around twice. */
        EVEN_ODD
    }

    private final int axis;
    private final int along;
    private final int across;
    private final int slice;
    private double[] u = new double[64];
    private double[] v = new double[64];
    private int count;

    /** @param axis voxel axis across the slice */
    Outline(int axis, int slice) {
        this.axis = axis;
        this.slice = slice;
        along = axis == 0 ? 1 : 0;
        across = 3 - axis - along;
    }

    /** Adds a corner, in continuous voxel coordinates; the one across the slice does not matter. */
    void add(double[] point) {
        if (count == u.length) {
            u = Arrays.copyOf(u, 2 * count);
            v = Arrays.copyOf(v, 2 * count);
        }
        u[count] = point[along];
        v[count] = point[across];
        count++;
    }

    /** Adds all voxels inside the outline and the scan. */
    void fill(VoxelMask mask, VoxelBox scan, Rule rule) {
        if (count < 3 || slice < scan.min(axis) || slice >= scan.max(axis)) {
            return;
        }
        double lowest = Arrays.stream(v, 0, count).min().orElseThrow();
        double highest = Arrays.stream(v, 0, count).max().orElseThrow();
        int first = (int) Math.max(scan.min(across), Math.ceil(lowest));
        int last = (int) Math.min(scan.max(across) - 1, Math.floor(highest));
        Crossings crossings = new Crossings(count);
        for (int row = first; row <= last; row++) {
            collect(row, crossings);
            fillRow(mask, scan, row, crossings, rule);
        }
    }

    /** Where the border crosses a row, and whether it runs up or down there. */
    private static final class Crossings {

        private final double[] at;
        private final double[] sorted;
        private final int[] direction;
        private int count;

        private Crossings(int corners) {
            at = new double[corners];
            sorted = new double[corners];
            direction = new int[corners];
        }
    }

    private void collect(int row, Crossings crossings) {
        crossings.count = 0;
        for (int i = 0, j = count - 1; i < count; j = i++) {
            // Half-open in v: a corner on the row counts for exactly one of its two edges, or for both or none at a tip.
            boolean up = v[j] <= row && row < v[i];
            boolean down = v[i] <= row && row < v[j];
            if (up || down) {
                crossings.at[crossings.count] = crossing(j, i, row);
                crossings.direction[crossings.count++] = up ? 1 : -1;
            }
        }
    }

    /** Computed the same way for both directions of an edge. */
    private double crossing(int a, int b, int row) {
        int low = v[a] < v[b] ? a : b;
        int high = low == a ? b : a;
        return u[low] + (row - v[low]) / (v[high] - v[low]) * (u[high] - u[low]);
    }

    private void fillRow(VoxelMask mask, VoxelBox scan, int row, Crossings crossings, Rule rule) {
        int n = crossings.count;
        System.arraycopy(crossings.at, 0, crossings.sorted, 0, n);
        Arrays.sort(crossings.sorted, 0, n);
        for (int k = 0; k + 1 < n; k++) {
            double start = crossings.sorted[k];
            double end = crossings.sorted[k + 1];
            if (start < end && isInside(crossings, start, rule)) {
                // Inside is start <= u < end.
                addRow(mask, (int) Math.max(scan.min(along), Math.ceil(start)),
                        (int) Math.min(scan.max(along), Math.ceil(end)), row);
            }
        }
    }

    private static boolean isInside(Crossings crossings, double position, Rule rule) {
        int turns = 0;
        int passed = 0;
        for (int k = 0; k < crossings.count; k++) {
            if (crossings.at[k] <= position) {
                turns += crossings.direction[k];
                passed++;
            }
        }
        return rule == Rule.NON_ZERO ? turns != 0 : (passed & 1) != 0;
    }

    private void addRow(VoxelMask mask, int start, int end, int row) {
        if (axis == 2) {
            mask.addRow(start, end, row, slice);
        } else if (axis == 1) {
            mask.addRow(start, end, slice, row);
        } else {
            for (int y = start; y < end; y++) {
                mask.add(slice, y, row);
            }
        }
    }
}
