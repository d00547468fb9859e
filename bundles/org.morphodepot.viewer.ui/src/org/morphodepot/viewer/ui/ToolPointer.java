package org.morphodepot.viewer.ui;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Event;
import org.morphodepot.label.Segment;
import org.morphodepot.label.tool.BrushSize;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.label.tool.StrokeTool.Gesture;
import org.morphodepot.viewer.ViewTransform;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.ToolEntry;
import org.morphodepot.viewer.session.Toolbox;

/**
 * The left button with a tool that draws: strokes of a brush, outlines, clicks; and the brush's cursor in true size.
 */
final class ToolPointer {

    /** What Ctrl makes of the brush for one stroke. */
    private static final String ERASER = "eraser";
    private static final String BRUSH = "brush";
    private static final double STEP = 1.2;

    private final SliceView view;
    private final Session session;
    private final Toolbox toolbox;
    private final OutlineDrawing outline;
    private int x;
    private int y;

    ToolPointer(SliceView view) {
        this.view = view;
        session = view.session();
        toolbox = session.toolbox();
        outline = new OutlineDrawing(view);
    }

    /** Whether left is for a tool. */
    boolean isActive() {
        return toolbox.active().flatMap(ToolEntry::stroke).isPresent();
    }

    /** Whether something is drawn at the pointer. */
    boolean followsPointer() {
        return gesture().filter(gesture -> gesture != Gesture.CLICK).isPresent();
    }

    boolean isDrawingOutline() {
        return outline.isDrawing();
    }

    private Optional<Gesture> gesture() {
        return toolbox.active().flatMap(ToolEntry::stroke).map(stroke -> stroke.gesture());
    }

    Drag press(Event event, ViewTransform transform, boolean ctrl) {
        ToolEntry active = toolbox.active().orElseThrow();
        return switch (gesture().orElseThrow()) {
            case BRUSH -> brush(ctrl ? opposite(active) : active, event, transform);
            case OUTLINE -> outline.press(active, event, transform);
            case CLICK -> {
                toolbox.press(active, point(event, transform));
                toolbox.lift();
                yield Drag.NONE;
            }
        };
    }

    private Drag brush(ToolEntry tool, Event event, ViewTransform transform) {
        toolbox.press(tool, point(event, transform));
        return new Drag() {
            @Override
            public void move(Event moved) {
                toolbox.drag(point(moved, transform));
            }

            @Override
            public void end(Event released) {
                toolbox.lift();
            }
        };
    }

    private ToolEntry opposite(ToolEntry tool) {
        return toolbox.palette().tool(tool.id().equals(ERASER) ? BRUSH : ERASER).filter(t -> t.stroke().isPresent())
                .orElse(tool);
    }

    private StrokePoint point(Event event, ViewTransform transform) {
        return OutlineDrawing.point(view, event, transform);
    }

    void moved(Event event) {
        x = event.x;
        y = event.y;
        outline.moved(event);
    }

    /** Closes and applies the outline; false when none was being drawn. */
    boolean closeOutline() {
        return outline.close();
    }

    /** Takes the last point of the outline back; false when none was being drawn. */
    boolean removeLastPoint() {
        return outline.removeLastPoint();
    }

    /** Drops a stroke or outline; false when there was none. */
    boolean abandon() {
        boolean drawing = outline.isDrawing() || toolbox.stroke().isPresent();
        outline.forget();
        toolbox.abandon();
        return drawing;
    }

    /** Larger or smaller by a fifth per step; false when the active tool is no brush. */
    boolean resize(int steps) {
        Optional<ToolEntry> brush = gesture().filter(Gesture.BRUSH::equals).flatMap(_ -> toolbox.active());
        brush.ifPresent(tool -> {
            Settings settings = toolbox.settings(tool.id());
            double diameter = BrushSize.of(settings).diameter().value();
            toolbox.configure(tool.id(), settings.with(BrushSize.DIAMETER, resized(diameter, steps)));
        });
        return brush.isPresent();
    }

    /** Rounded to three digits; always at least a little different. */
    static double resized(double diameter, int steps) {
        double next = diameter * Math.pow(STEP, steps);
        double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1e-6, next))) - 1);
        double rounded = Math.round(next / unit) * unit;
        return Math.clamp(Math.round(rounded * 1e6) / 1e6, 0.1, BrushSize.LARGEST);
    }

    void paint(GC gc, ViewTransform shown, boolean pointerInside) {
        outline.paint(gc, shown);
        if (pointerInside && gesture().filter(Gesture.BRUSH::equals).isPresent()) {
            ToolEntry tool = toolbox.active().orElseThrow();
            double radius = BrushSize.of(toolbox.settings(tool.id())).radius(session.volume().geometry());
            int pixels = (int) Math.max(2, Math.round(radius * shown.camera().zoom() / view.scale()));
            gc.setAntialias(SWT.ON);
            gc.setLineWidth(1);
            gc.setForeground(new Color(0, 0, 0));
            gc.drawOval(x - pixels - 1, y - pixels - 1, 2 * pixels + 2, 2 * pixels + 2);
            gc.setForeground(color());
            gc.drawOval(x - pixels, y - pixels, 2 * pixels, 2 * pixels);
        }
    }

    private Color color() {
        int rgb = session.labelling().active().flatMap(session.labelling().current()::segment).map(Segment::color)
                .map(color -> color.argb()).orElse(0xffffff);
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }
}
