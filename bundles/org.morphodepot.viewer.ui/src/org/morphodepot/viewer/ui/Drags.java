package org.morphodepot.viewer.ui;

import java.util.function.Consumer;

import org.eclipse.swt.widgets.Event;
import org.morphodepot.viewer.ViewTransform;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.DisplayRange;

/** The drags that change how the scan is seen. */
final class Drags {

    /** Pixels of right-drag that double the zoom. */
    private static final double DOUBLING = 120;
    /** Pixels of drag that change the window by its own width. */
    private static final double WINDOW = 300;
    /** A press that moves less is a click. */
    private static final int CLICK = 3;

    private Drags() {
    }

    /** Moves the slice with the pointer; {@code clicked} hears a press that did not move. */
    static Drag pan(SliceView view, Event start, ViewTransform transform, Consumer<Event> clicked) {
        return new Drag() {
            private boolean moved;

            @Override
            public void move(Event event) {
                moved |= Math.abs(event.x - start.x) >= CLICK || Math.abs(event.y - start.y) >= CLICK;
                if (moved) {
                    double dx = (event.x - start.x) * view.scale();
                    double dy = (event.y - start.y) * view.scale();
                    view.session().update(state -> state.withCamera(view.orientation(), transform.panned(dx, dy)));
                }
            }

            @Override
            public void end(Event event) {
                if (!moved) {
                    clicked.accept(event);
                }
            }
        };
    }

    /** Zooms about the place of the press: nearer when dragged down, as in 3D Slicer. */
    static Drag zoom(SliceView view, Event start, ViewTransform transform) {
        return event -> {
            double factor = Math.pow(2, (event.y - start.y) / DOUBLING);
            view.session().update(state -> state.withCamera(view.orientation(),
                    transform.zoomed(factor, start.x * view.scale(), start.y * view.scale())));
        };
    }

    /** Sideways changes the width of the window, up and down its level. */
    static Drag window(SliceView view, Event start) {
        Session session = view.session();
        DisplayRange range = session.view().range();
        double width = range.high() - range.low();
        double level = (range.high() + range.low()) / 2;
        return event -> {
            double newWidth = width * Math.exp((event.x - start.x) / WINDOW);
            double newLevel = level + (event.y - start.y) / WINDOW * width;
            DisplayRange next = new DisplayRange(newLevel - newWidth / 2, newLevel + newWidth / 2);
            session.update(state -> state.withRange(next));
        };
    }

    /** Takes the crosshair along. */
    static Drag crosshair(Consumer<Event> take, Event start) {
        take.accept(start);
        return take::accept;
    }
}
