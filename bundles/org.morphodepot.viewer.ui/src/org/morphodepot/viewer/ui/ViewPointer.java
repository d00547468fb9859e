package org.morphodepot.viewer.ui;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.morphodepot.viewer.Picking;
import org.morphodepot.viewer.ViewTransform;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.VoxelPoint;

/**
 * The mouse in one view. The wheel changes slices, with Ctrl the zoom, with Shift the brush, with Alt the labels'
 * opacity. The middle button or Shift and left pan, right zooms, Shift and moving takes the crosshair along, left is
 * for the box that is being drawn, else for the active tool.
 */
final class ViewPointer {

    private static final double WHEEL_ZOOM = 1.2;

    private final SliceView view;
    private final EditorLink editor;
    private final Session session;
    private final Canvas canvas;
    private final ToolPointer tool;
    private final BoxPointer box;
    private Drag drag = Drag.NONE;
    private boolean inside;
    /** A double click begins with a click, which moved the crosshair. */
    private VoxelPoint crosshairBefore;

    ViewPointer(SliceView view, EditorLink editor) {
        this.view = view;
        this.editor = editor;
        session = view.session();
        canvas = view.canvas();
        tool = new ToolPointer(view);
        box = new BoxPointer(view);
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.MouseEnter, _ -> editor.use(view));
        canvas.addListener(SWT.MouseExit, _ -> leave());
        canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
    }

    ToolPointer tool() {
        return tool;
    }

    BoxPointer box() {
        return box;
    }

    /** Whether the pointer is over this view. */
    boolean isInside() {
        return inside;
    }

    void paint(GC gc, ViewTransform shown) {
        tool.paint(gc, shown, inside && !box.isActive());
        drag.paint(gc);
    }

    private void down(Event event) {
        canvas.forceFocus();
        editor.use(view);
        view.transform().ifPresent(transform -> {
            drag.end(event);
            drag = start(event, transform);
        });
    }

    /** What a press of this button begins. */
    private Drag start(Event event, ViewTransform transform) {
        boolean shift = (event.stateMask & SWT.MOD2) != 0;
        boolean ctrl = (event.stateMask & SWT.MOD1) != 0;
        if (event.button == 3 && tool.closeOutline()) {
            return Drag.NONE;
        }
        return switch (event.button) {
            case 1 -> shift ? Drags.pan(view, event, transform, this::pick) : left(event, transform, ctrl);
            case 2 -> Drags.pan(view, event, transform, _ -> { });
            case 3 -> Drags.zoom(view, event, transform);
            default -> Drag.NONE;
        };
    }

    private Drag left(Event event, ViewTransform transform, boolean ctrl) {
        if (box.isActive()) {
            return box.press(event, transform, () -> takeCrosshair(event));
        }
        if (editor.isWindowMode()) {
            return ctrl ? new WindowArea(view, event, transform) : Drags.window(view, event);
        }
        if (tool.isActive()) {
            return tool.press(event, transform, ctrl);
        }
        if (ctrl) {
            return Drags.window(view, event);
        }
        if (event.count > 1) {
            return Drag.NONE;
        }
        crosshairBefore = session.view().crosshair();
        return Drags.crosshair(this::takeCrosshair, event);
    }

    private void move(Event event) {
        inside = true;
        pointAt(event);
        box.moved(event);
        if (drag != Drag.NONE) {
            drag.move(event);
        } else if ((event.stateMask & SWT.MOD2) != 0) {
            takeCrosshair(event);
        }
        if (!box.isActive() && tool.followsPointer()) {
            tool.moved(event);
            canvas.redraw();
        }
    }

    private void up(Event event) {
        Drag ended = drag;
        drag = Drag.NONE;
        ended.end(event);
    }

    private void leave() {
        inside = false;
        session.pointAt(Optional.empty());
        editor.statusChanged();
        canvas.redraw();
    }

    private void doubleClick(Event event) {
        if (event.button != 1 || box.isActive()) {
            return;
        }
        if ((event.stateMask & SWT.MOD1) != 0) {
            session.update(state -> state.withRange(session.autoRange()));
        } else if (!tool.closeOutline() && !tool.isActive() && crosshairBefore != null) {
            VoxelPoint before = crosshairBefore;
            session.update(state -> state.withCrosshair(before));
            editor.maximise(view);
        }
    }

    private void wheel(Event event) {
        event.doit = false;
        // One notch of a wheel counts three lines; touch pads count fewer.
        int steps = Integer.signum(event.count) * Math.max(1, Math.abs(event.count) / 3);
        if ((event.stateMask & SWT.MOD1) != 0) {
            zoom(event, Math.pow(WHEEL_ZOOM, steps));
        } else if ((event.stateMask & SWT.MOD3) != 0) {
            double change = 0.05 * steps;
            session.update(state -> state.withLabels(Math.clamp(state.labelOpacity() + change, 0, 1), state.outlines(),
                    state.labelsShown()));
        } else if ((event.stateMask & SWT.MOD2) != 0) {
            if (!tool.resize(steps)) {
                step(10 * steps);
            }
        } else {
            step(steps);
        }
    }

    /** Other slices; not while an outline is being drawn in this one. */
    void step(int slices) {
        if (tool.isDrawingOutline()) {
            view.hint("Close the outline first (Enter or right click), or drop it with Esc");
        } else {
            view.goTo(view.slice() + slices);
        }
    }

    private void zoom(Event event, double factor) {
        view.transform().ifPresent(transform -> session.update(state -> state.withCamera(view.orientation(),
                transform.zoomed(factor, event.x * view.scale(), event.y * view.scale()))));
    }

    private void pointAt(Event event) {
        view.transform().ifPresent(transform -> {
            double[] at = transform.voxel(event.x * view.scale(), event.y * view.scale(), view.slice());
            VoxelPoint voxel = new VoxelPoint((int) Math.round(at[0]), (int) Math.round(at[1]),
                    (int) Math.round(at[2]));
            session.pointAt(Optional.of(voxel).filter(session.scan().size().box()::contains));
            editor.statusChanged();
        });
    }

    private void takeCrosshair(Event event) {
        view.transform().ifPresent(transform -> {
            VoxelPoint voxel = transform.clamped(event.x * view.scale(), event.y * view.scale(), view.slice(),
                    session.scan().size());
            session.update(state -> state.withCrosshair(voxel));
        });
    }

    /** Makes the segment under the pointer the active one. */
    private void pick(Event event) {
        view.transform().ifPresent(transform -> {
            VoxelPoint voxel = transform.clamped(event.x * view.scale(), event.y * view.scale(), view.slice(),
                    session.scan().size());
            Picking.segments(session.labelling().current(), voxel).stream().findFirst()
                    .ifPresent(segment -> session.change(labelling -> labelling.activate(segment.id())));
        });
    }
}
