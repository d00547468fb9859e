package org.morphodepot.tasks.ui.editor;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.morphodepot.ui.Ids;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/** A small map: the scan as seen along each of its axes, with the task's region in it. UI thread. */
final class RegionMap {

    private static final int SIDE = 74;
    private static final int GAP = 10;
    private static final int OUTLINE = 110;
    /** Across the view, down the view. */
    private static final int[][] VIEWS = {{0, 1}, {0, 2}, {1, 2}};

    private final Canvas canvas;
    private Optional<VoxelBox> region = Optional.empty();
    private Optional<VoxelSize> scan = Optional.empty();

    RegionMap(Composite parent) {
        canvas = Ids.named("region-map", Ids.unstyled(new Canvas(parent, SWT.DOUBLE_BUFFERED)));
        canvas.addListener(SWT.Paint, e -> paint(e.gc));
    }

    Canvas control() {
        return canvas;
    }

    static int width() {
        return 3 * SIDE + 2 * GAP + 2;
    }

    static int height() {
        return SIDE + 2;
    }

    /** @param size of the scan; without it the map begins at the first voxel and ends with the region */
    void show(Optional<VoxelBox> box, Optional<VoxelSize> size) {
        region = box;
        scan = size;
        canvas.redraw();
    }

    private void paint(GC gc) {
        gc.setBackground(canvas.getParent().getBackground());
        gc.fillRectangle(canvas.getClientArea());
        if (region.isEmpty()) {
            return;
        }
        VoxelBox box = region.get();
        VoxelBox all = scan.map(VoxelSize::box).orElse(new VoxelBox(0, 0, 0, box.x1(), box.y1(), box.z1()));
        double longest = Math.max(all.width(), Math.max(all.height(), all.depth()));
        for (int view = 0; view < VIEWS.length; view++) {
            int left = view * (SIDE + GAP);
            Rectangle whole = place(all, VIEWS[view], left, SIDE / longest);
            gc.setForeground(canvas.getParent().getForeground());
            gc.setAlpha(OUTLINE);
            gc.drawRectangle(whole);
            Rectangle part = place(box, VIEWS[view], left, SIDE / longest);
            gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
            gc.setAlpha(170);
            gc.fillRectangle(part.x, part.y, Math.max(3, part.width), Math.max(3, part.height));
            gc.setAlpha(255);
        }
    }

    private static Rectangle place(VoxelBox box, int[] axes, int left, double scale) {
        int x = (int) Math.round(box.min(axes[0]) * scale);
        int y = (int) Math.round(box.min(axes[1]) * scale);
        return new Rectangle(left + x, y, (int) Math.round(box.max(axes[0]) * scale) - x,
                (int) Math.round(box.max(axes[1]) * scale) - y);
    }
}
