package org.morphodepot.viewer.ui;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Cursor;
import org.eclipse.swt.widgets.Event;
import org.morphodepot.viewer.BoxGrip;
import org.morphodepot.viewer.ViewTransform;
import org.morphodepot.viewer.session.BoxDrawing;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.VoxelBox;

/** The left button while a box is drawn: outside of it a new one, on it its sides, corners, or all of it. */
final class BoxPointer {

    /** Units of mouse coordinates around a side that still take hold of it. */
    static final double REACH = 6;
    /** A press that moves less is a click. */
    private static final int CLICK = 3;

    private final SliceView view;
    private final Session session;

    BoxPointer(SliceView view) {
        this.view = view;
        session = view.session();
    }

    private Optional<BoxDrawing> drawing() {
        return session.regions().drawing();
    }

    /** Whether left is for a box. */
    boolean isActive() {
        return drawing().isPresent();
    }

    /** Takes the last change of the box back, or does it again; false when no box is drawn. */
    boolean undo(boolean again) {
        drawing().ifPresent(again ? BoxDrawing::redo : BoxDrawing::undo);
        return isActive();
    }

    /** @param clicked hears a press that did not move */
    Drag press(Event start, ViewTransform transform, Runnable clicked) {
        BoxDrawing box = drawing().orElseThrow();
        VoxelBox before = box.box().map(session.scan().size().box()::intersect).orElse(VoxelBox.EMPTY);
        Optional<BoxGrip> grip = grip(start, transform, before);
        return new Drag() {
            private boolean moved;

            @Override
            public void move(Event event) {
                moved |= Math.abs(event.x - start.x) >= CLICK || Math.abs(event.y - start.y) >= CLICK;
                if (moved) {
                    box.drag(now(event));
                }
            }

            @Override
            public void end(Event event) {
                if (moved) {
                    box.set(box.box());
                } else {
                    clicked.run();
                }
            }

            private VoxelBox now(Event event) {
                double[] from = at(start);
                double[] to = at(event);
                return grip.map(held -> held.dragged(transform, before, from, to, session.scan().size()))
                        .orElseGet(() -> BoxGrip.drawn(transform, view.slice(), before, from, to, session.scan().size()));
            }
        };
    }

    private double[] at(Event event) {
        return new double[] {event.x * view.scale(), event.y * view.scale()};
    }

    private Optional<BoxGrip> grip(Event event, ViewTransform transform, VoxelBox box) {
        double[] at = at(event);
        return BoxGrip.at(transform, box, at[0], at[1], REACH * view.scale());
    }

    /** The pointer says what a press would do. */
    void moved(Event event) {
        Optional<BoxDrawing> box = drawing();
        Cursor cursor = box.isEmpty() ? null : view.canvas().getDisplay().getSystemCursor(view.transform()
                .flatMap(transform -> grip(event, transform, box.get().box().orElse(VoxelBox.EMPTY))
                        .map(grip -> cursor(transform, grip))).orElse(SWT.CURSOR_CROSS));
        if (view.canvas().getCursor() != cursor) {
            view.canvas().setCursor(cursor);
        }
    }

    private static int cursor(ViewTransform view, BoxGrip grip) {
        int across = view.plane().flipRight() ? -grip.right() : grip.right();
        int along = view.plane().flipDown() ? -grip.down() : grip.down();
        if (across == 0 && along == 0) {
            return SWT.CURSOR_SIZEALL;
        }
        if (across == 0 || along == 0) {
            return across == 0 ? SWT.CURSOR_SIZENS : SWT.CURSOR_SIZEWE;
        }
        return across == along ? SWT.CURSOR_SIZENWSE : SWT.CURSOR_SIZENESW;
    }
}
