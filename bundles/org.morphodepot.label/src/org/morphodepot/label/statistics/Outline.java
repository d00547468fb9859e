package org.morphodepot.label.statistics;

import java.util.Arrays;

import org.morphodepot.label.Block;

/**
 * Voxels among which the corners of a segment's convex hull are: of each slice the corners of its two-dimensional hull. Rows
 * come slab by slab, in any order within a slab.
 */
final class Outline {

    private static final int SIDE = Block.SIDE;
    /** No voxel in this row. */
    private static final int NONE = -1;

    /** First and last x of each row of the present slab, by 32 rows of y; null where there are none. */
    private final int[][] first;
    private final int[][] last;
    private int[] points = new int[96];
    private int count;

    Outline(int height) {
        first = new int[(height - 1) / SIDE + 1][];
        last = new int[first.length][];
    }

    /** Adds voxels {@code from} to {@code to}, both included, of row y of slice z of the slab (0 to 31). */
    void row(int from, int to, int y, int z) {
        int strip = y / SIDE;
        if (first[strip] == null) {
            first[strip] = new int[SIDE * SIDE];
            last[strip] = new int[SIDE * SIDE];
            Arrays.fill(first[strip], NONE);
        }
        int row = z * SIDE + y % SIDE;
        boolean none = first[strip][row] == NONE;
        first[strip][row] = none ? from : Math.min(first[strip][row], from);
        last[strip][row] = none ? to : Math.max(last[strip][row], to);
    }

    /** Ends a slab that begins at slice {@code z0}. */
    void endSlab(int z0) {
        for (int z = 0; z < SIDE; z++) {
            chain(first, z, z0 + z, 1);
            chain(last, z, z0 + z, -1);
        }
        Arrays.fill(first, null);
        Arrays.fill(last, null);
    }

    /** The left (side 1) or right (-1) chain of the hull of one slice, from low y to high y. */
    private void chain(int[][] edge, int slice, int z, int side) {
        int start = count;
        for (int strip = 0; strip < first.length; strip++) {
            for (int y = 0; first[strip] != null && y < SIDE; y++) {
                int row = slice * SIDE + y;
                if (first[strip][row] != NONE) {
                    add(edge[strip][row], strip * SIDE + y, z, start, side);
                }
            }
        }
    }

    private void add(int x, int y, int z, int start, int side) {
        while (count - start > 1 && !bulges(count - 2, count - 1, x, y, side)) {
            count--;
        }
        if (3 * count == points.length) {
            points = Arrays.copyOf(points, 2 * points.length);
        }
        points[3 * count] = x;
        points[3 * count + 1] = y;
        points[3 * count + 2] = z;
        count++;
    }

    /** Whether the middle point lies outside the line from a to (x, y). */
    private boolean bulges(int a, int middle, int x, int y, int side) {
        long dx = x - points[3 * a];
        long dy = y - points[3 * a + 1];
        long mx = points[3 * middle] - points[3 * a];
        long my = points[3 * middle + 1] - points[3 * a + 1];
        return side * (dx * my - mx * dy) > 0;
    }

    /** Indices x, y, z of all points, one after the other. */
    int[] points() {
        return Arrays.copyOf(points, 3 * count);
    }
}
