package org.morphodepot.viewer.ui;

import java.util.Optional;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Event;
import org.morphodepot.viewer.Picking;
import org.morphodepot.viewer.ViewTransform;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.VoxelBox;

/** A rectangle drawn in a slice: the display window becomes the one that suits the values inside. */
final class WindowArea implements Drag {

    private static final Color LINE = new Color(0xff, 0xff, 0xff);

    private final SliceView view;
    private final Event start;
    private final ViewTransform transform;
    private Event last;

    WindowArea(SliceView view, Event start, ViewTransform transform) {
        this.view = view;
        this.start = start;
        this.transform = transform;
        last = start;
    }

    @Override
    public void move(Event event) {
        last = event;
        view.canvas().redraw();
    }

    @Override
    public void end(Event event) {
        Session session = view.session();
        Optional<DisplayRange> range = Picking.window(session.volume(),
                key -> session.cache().peek(session.volume(), key), box(event));
        range.ifPresent(window -> session.update(state -> state.withRange(window)));
        view.canvas().redraw();
    }

    private VoxelBox box(Event event) {
        double[] a = transform.voxel(start.x * view.scale(), start.y * view.scale(), view.slice());
        double[] b = transform.voxel(event.x * view.scale(), event.y * view.scale(), view.slice());
        int[] low = new int[3];
        int[] high = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            low[axis] = (int) Math.round(Math.min(a[axis], b[axis]));
            high[axis] = (int) Math.round(Math.max(a[axis], b[axis])) + 1;
        }
        return new VoxelBox(low[0], low[1], low[2], high[0], high[1], high[2]);
    }

    @Override
    public void paint(GC gc) {
        gc.setForeground(LINE);
        gc.drawRectangle(Math.min(start.x, last.x), Math.min(start.y, last.y), Math.abs(last.x - start.x),
                Math.abs(last.y - start.y));
    }
}
