package org.morphodepot.viewer.ui;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Event;

/** What the mouse does between press and release. */
interface Drag {

    /** The mouse only moves. */
    Drag NONE = _ -> { };

    void move(Event event);

    /** The button went up, or another went down. */
    default void end(Event event) {
    }

    /** Draws over the view while it lasts. */
    default void paint(GC gc) {
    }
}
