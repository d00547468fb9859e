package org.morphodepot.viewer;

import java.util.Arrays;

import org.morphodepot.label.Block;
import org.morphodepot.label.Blocks;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.UniformBlock;

/**
 * Draws one layer's labels over the grey picture: fills, and borders one pixel wide. Labels are looked up at the voxel
 * nearest to the pixel, in the level of the block's pyramid whose voxels are about as large as a pixel: whatever the zoom, a
 * pixel costs one look, and what is thin does not fall between pixels. One per thread.
 */
final class LabelPainter {

    private static final Block BACKGROUND = UniformBlock.BACKGROUND;
    private static final int MASK = Block.SIDE - 1;

    private final LabelLayer layer;
    private final LabelColors colors;
    private final SliceScene scene;
    private final SlicePlane plane;
    private final boolean outlines;
    private final Marks marks;
    private final int activeLabel;
    private final ScreenRect area;
    /** Voxel columns of the pixels from one left of the area to one right of it; -1 outside the scan. */
    private final int[] columns;
    private final boolean[] marked;
    /** Level of the pyramid, 0 when a voxel is larger than about a pixel. */
    private final int level;
    /** Distances of neighbours along each axis in a block of that level. */
    private final int[] strides;

    LabelPainter(SliceScene scene, LabelDisplay labels, int layerIndex, LabelColors colors, ScreenRect area) {
        this.scene = scene;
        this.area = area;
        layer = labels.segmentation().layers().get(layerIndex);
        this.colors = colors;
        plane = scene.transform().plane();
        outlines = labels.outlines();
        Segment active = labels.active().filter(segment -> segment.layer() == layerIndex).orElse(null);
        marks = active == null ? null : labels.marks().orElse(null);
        activeLabel = active == null ? 0 : active.label();
        columns = columns();
        marked = new boolean[columns.length];
        level = level(Math.max(scene.transform().pixelsRight(), scene.transform().pixelsDown()));
        int side = Block.SIDE >> level;
        strides = new int[] {1, side, side * side};
    }

    private static int level(double pixelsOfAVoxel) {
        return Math.clamp(Math.round(-Math.log(pixelsOfAVoxel) / Math.log(2)), 0, Blocks.COARSEST);
    }

    /** Draws the area's rows into {@code pixels}, whose rows are as wide as the view. */
    void paint(int[] pixels) {
        Row above = new Row(columns.length);
        Row row = new Row(columns.length);
        Row below = new Row(columns.length);
        load(area.y0() - 1, above);
        load(area.y0(), row);
        for (int y = area.y0(); y < area.y1(); y++) {
            load(y + 1, below, row);
            if (!row.empty) {
                paint(pixels, y, above.labels, row.labels, below.labels);
            }
            Row spare = above;
            above = row;
            row = below;
            below = spare;
        }
    }

    private void paint(int[] pixels, int y, char[] above, char[] row, char[] below) {
        int at = y * scene.transform().width() + area.x0();
        for (int i = 1; i <= area.width(); i++, at++) {
            char label = row[i];
            if (label != 0) {
                boolean border = outlines
                        && (above[i] != label || below[i] != label || row[i - 1] != label || row[i + 1] != label);
                int opacity = border ? colors.borders[label] : colors.fills[label];
                if (opacity != 0) {
                    pixels[at] = Blend.over(pixels[at], colors.argb[label], opacity);
                }
            }
        }
    }

    private int[] columns() {
        int[] voxels = new int[area.width() + 2];
        int size = layer.size().get(plane.right());
        for (int i = 0; i < voxels.length; i++) {
            double voxel = scene.transform().right(area.x0() + i - 0.5);
            voxels[i] = voxel < -0.5 || voxel >= size - 0.5 ? -1 : (int) (voxel + 0.5);
        }
        return voxels;
    }

    /** Loads a row, taking it from {@code previous} when both pixels rows show the same voxels. */
    private void load(int y, Row row, Row previous) {
        if (voxelRow(y) == previous.voxel) {
            row.copy(previous);
        } else {
            load(y, row);
        }
    }

    private void load(int y, Row row) {
        row.voxel = voxelRow(y);
        row.empty = true;
        if (row.voxel >= 0) {
            row.empty = !read(row.voxel, row.labels);
            mark(row);
        }
        if (row.empty) {
            Arrays.fill(row.labels, (char) 0);
        }
    }

    private int voxelRow(int y) {
        double voxel = scene.transform().down(y + 0.5);
        return voxel < -0.5 || voxel >= layer.size().get(plane.down()) - 0.5 ? -1 : (int) (voxel + 0.5);
    }

    /** Reads labels of one voxel row at all columns, block by block; returns whether any is not background. */
    private boolean read(int voxelRow, char[] out) {
        int[] at = {0, 0, 0};
        at[plane.down()] = voxelRow;
        at[plane.normal()] = scene.slice();
        int rest = ((voxelRow & MASK) >> level) * strides[plane.down()]
                + ((scene.slice() & MASK) >> level) * strides[plane.normal()];
        int stride = strides[plane.right()];
        boolean any = false;
        for (int i = 0; i < columns.length;) {
            int blockColumn = columns[i] >> Block.SHIFT;
            int end = i + 1;
            while (end < columns.length && columns[end] >> Block.SHIFT == blockColumn) {
                end++;
            }
            at[plane.right()] = blockColumn << Block.SHIFT;
            Block block = blockColumn < 0 ? BACKGROUND
                    : layer.block(at[0] >> Block.SHIFT, at[1] >> Block.SHIFT, at[2] >> Block.SHIFT);
            if (block == BACKGROUND) {
                Arrays.fill(out, i, end, (char) 0);
            } else {
                any = true;
                for (int j = i; j < end; j++) {
                    out[j] = Blocks.coarseLabel(block, level, rest + ((columns[j] & MASK) >> level) * stride);
                }
            }
            i = end;
        }
        return any;
    }

    /** Shows the stroke being drawn as what it will become. */
    private void mark(Row row) {
        if (marks == null) {
            return;
        }
        int[] at = {0, 0, 0};
        at[plane.down()] = row.voxel;
        at[plane.normal()] = scene.slice();
        if (!marks.row(plane.right(), at[0], at[1], at[2], columns, 0, columns.length, marked)) {
            return;
        }
        if (row.empty) {
            Arrays.fill(row.labels, (char) 0);
            row.empty = false;
        }
        boolean paints = marks.paints();
        for (int i = 0; i < columns.length; i++) {
            if (marked[i] && (paints || row.labels[i] == activeLabel)) {
                row.labels[i] = (char) (paints ? activeLabel : 0);
            }
        }
    }

    /** Labels of one row of pixels. */
    private static final class Row {
        private final char[] labels;
        private int voxel = Integer.MIN_VALUE;
        private boolean empty = true;

        Row(int length) {
            labels = new char[length];
        }

        void copy(Row other) {
            System.arraycopy(other.labels, 0, labels, 0, labels.length);
            voxel = other.voxel;
            empty = other.empty;
        }
    }
}
