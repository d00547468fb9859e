package org.morphodepot.label.tools.region;

import java.util.Arrays;

/** The runs of one slice, row by row, each with the number of its component. Reused from slice to slice. */
final class SliceRuns {

    private final int[] rowStart;
    int[] x0 = new int[256];
    int[] x1 = new int[256];
    int[] component = new int[256];
    private int count;
    private int rows;

    SliceRuns(int height) {
        rowStart = new int[height + 1];
    }

    void clear() {
        count = 0;
        rows = 0;
    }

    /** Begins the next row. */
    void startRow() {
        rowStart[rows++] = count;
    }

    /** Adds a run to the row begun last, or lengthens its last run when it ends where this one starts. */
    void add(int start, int end) {
        if (count > rowStart[rows - 1] && x1[count - 1] == start) {
            x1[count - 1] = end;
            return;
        }
        if (count == x0.length) {
            x0 = Arrays.copyOf(x0, 2 * count);
            x1 = Arrays.copyOf(x1, 2 * count);
            component = Arrays.copyOf(component, 2 * count);
        }
        x0[count] = start;
        x1[count++] = end;
    }

    /** Index of the first run of a row; 0 for rows that were never begun. */
    int first(int row) {
        return row < 0 || row >= rows ? 0 : rowStart[row];
    }

    /** Index after the last run of a row. */
    int end(int row) {
        return row < 0 || row >= rows ? 0 : row + 1 < rows ? rowStart[row + 1] : count;
    }
}
