package org.morphodepot.viewer.ui;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Event;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.viewer.ViewTransform;
import org.morphodepot.viewer.session.ToolEntry;
import org.morphodepot.viewer.session.Toolbox;

/**
 * An outline drawn by clicks and drags, as 3D Slicer's Draw: it stays open until Enter, a, a double or right click, or
 * until a drag comes back to its start.
 */
final class OutlineDrawing {

    private static final int CLOSE_ENOUGH = 8;
    private static final int LONG_ENOUGH = 12;
    private static final Color LINE = new Color(0xff, 0xff, 0xff);

    private final SliceView view;
    private final Toolbox toolbox;
    private final List<StrokePoint> points = new ArrayList<>();
    private ToolEntry tool;
    private int pointerX;
    private int pointerY;

    OutlineDrawing(SliceView view) {
        this.view = view;
        toolbox = view.session().toolbox();
    }

    static StrokePoint point(SliceView view, Event event, ViewTransform transform) {
        double[] voxel = transform.voxel(event.x * view.scale(), event.y * view.scale(), view.slice());
        return new StrokePoint(voxel[0], voxel[1], voxel[2], transform.plane().normal());
    }

    boolean isDrawing() {
        return !points.isEmpty();
    }

    Drag press(ToolEntry active, Event event, ViewTransform transform) {
        StrokePoint point = point(view, event, transform);
        if (points.isEmpty()) {
            tool = active;
            toolbox.press(active, point);
        } else {
            toolbox.drag(point);
        }
        points.add(point);
        int before = points.size();
        return new Drag() {
            @Override
            public void move(Event moved) {
                StrokePoint next = point(view, moved, transform);
                points.add(next);
                toolbox.drag(next);
            }

            @Override
            public void end(Event released) {
                if (points.size() - before > LONG_ENOUGH && isAtStart(released, transform)) {
                    close();
                }
            }
        };
    }

    private boolean isAtStart(Event event, ViewTransform transform) {
        int[] first = screen(points.getFirst(), transform);
        return Math.hypot(event.x - first[0], event.y - first[1]) < CLOSE_ENOUGH;
    }

    void moved(Event event) {
        pointerX = event.x;
        pointerY = event.y;
    }

    boolean close() {
        boolean drawing = isDrawing();
        if (drawing) {
            toolbox.lift();
            forget();
        }
        return drawing;
    }

    boolean removeLastPoint() {
        boolean drawing = isDrawing();
        if (drawing) {
            points.removeLast();
            toolbox.abandon();
            if (!points.isEmpty()) {
                toolbox.press(tool, points.getFirst());
                points.stream().skip(1).forEach(toolbox::drag);
            }
            view.canvas().redraw();
        }
        return drawing;
    }

    void forget() {
        points.clear();
        view.canvas().redraw();
    }

    void paint(GC gc, ViewTransform shown) {
        if (points.isEmpty()) {
            return;
        }
        int[] line = new int[2 * points.size() + 2];
        for (int i = 0; i < points.size(); i++) {
            int[] at = screen(points.get(i), shown);
            line[2 * i] = at[0];
            line[2 * i + 1] = at[1];
        }
        line[line.length - 2] = pointerX;
        line[line.length - 1] = pointerY;
        gc.setAntialias(SWT.ON);
        gc.setLineWidth(1);
        gc.setForeground(LINE);
        gc.drawPolyline(line);
        gc.setLineStyle(SWT.LINE_DOT);
        gc.drawLine(pointerX, pointerY, line[0], line[1]);
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    private int[] screen(StrokePoint point, ViewTransform shown) {
        double[] voxel = {point.x(), point.y(), point.z()};
        return new int[] {(int) Math.round(shown.screenX(voxel[shown.plane().right()]) / view.scale()),
                (int) Math.round(shown.screenY(voxel[shown.plane().down()]) / view.scale())};
    }
}
