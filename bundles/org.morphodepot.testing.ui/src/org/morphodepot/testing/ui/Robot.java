package org.morphodepot.testing.ui;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Widget;

/**
 * The hands and eyes of a test. Every call is made from a test thread; widgets are touched on the UI thread only. A wait
 * that ends in vain fails the test and says what it waited for.
 */
public final class Robot {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Display display;
    private final Pointer pointer = new Pointer();
    private final Keyboard keyboard = new Keyboard();

    public Robot(Display display) {
        this.display = display;
    }

    public Pointer pointer() {
        return pointer;
    }

    public Keyboard keyboard() {
        return keyboard;
    }

    /** The visible widget with this id ({@link Widgets#ID}), waiting until there is one. */
    public <T extends Widget> T find(String id, Class<T> type) {
        return find("a visible " + type.getSimpleName() + " with id " + id, type, w -> id.equals(w.getData(Widgets.ID)));
    }

    /** The visible widget whose text (without mnemonic and key) is {@code text}, waiting until there is one. */
    public <T extends Widget> T findText(String text, Class<T> type) {
        return find("a visible " + type.getSimpleName() + " saying " + text, type, w -> text.equals(Widgets.text(w)));
    }

    /** The first visible widget of a type that fits, waiting until there is one. */
    public <T extends Widget> T find(String what, Class<T> type, Predicate<T> fits) {
        @SuppressWarnings("unchecked")
        T[] found = (T[]) new Widget[1];
        waitFor(what, () -> {
            found[0] = Widgets.find(display, type, fits);
            return found[0] != null;
        });
        return found[0];
    }

    /** Whether there is such a visible widget just now. */
    public <T extends Widget> boolean sees(Class<T> type, Predicate<T> fits) {
        return ui(() -> Widgets.find(display, type, fits) != null);
    }

    /** Runs {@code work} on the UI thread and gives its result. */
    public <T> T ui(Callable<T> work) {
        Object[] result = new Object[2];
        display.syncExec(() -> {
            try {
                result[0] = work.call();
            } catch (Exception e) {
                result[1] = e;
            }
        });
        if (result[1] != null) {
            throw new AssertionError("on the UI thread: " + result[1], (Exception) result[1]);
        }
        @SuppressWarnings("unchecked")
        T value = (T) result[0];
        return value;
    }

    /** Waits until {@code condition}, asked on the UI thread, holds. */
    public void waitFor(String what, BooleanSupplier condition) {
        waitFor(what, PATIENCE, condition);
    }

    public void waitFor(String what, Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!ui(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + patience.toSeconds() + " s in vain for " + what);
            }
            pause(30);
        }
    }

    /** Presses the left button in the middle of a control or item. */
    public void click(Widget widget) {
        Point middle = middle(widget);
        pointer.click(middle.x, middle.y, 1);
    }

    /** Presses the left button at a place inside a control. */
    public void click(Control control, int x, int y) {
        Point at = place(control, x, y);
        pointer.click(at.x, at.y, 1);
    }

    /** Drags with a button from one place of a control over others to the last. */
    public void drag(Control control, int button, Point... places) {
        Point[] onScreen = new Point[places.length];
        for (int i = 0; i < places.length; i++) {
            onScreen[i] = place(control, places[i].x, places[i].y);
        }
        pointer.drag(button, onScreen);
    }

    /** Turns the wheel over a place of a control; positive is away from the user. */
    public void wheel(Control control, int x, int y, int notches) {
        Point at = place(control, x, y);
        pointer.wheel(at.x, at.y, notches);
    }

    /** Moves the pointer over a place of a control. */
    public void hover(Control control, int x, int y) {
        Point at = place(control, x, y);
        pointer.move(at.x, at.y);
    }

    /** Screen position of a place in a control. */
    public Point place(Control control, int x, int y) {
        return ui(() -> control.toDisplay(x, y));
    }

    /** Sends a selection as a click would, for items that have no bounds (menu items). */
    public void select(Widget item) {
        display.asyncExec(() -> item.notifyListeners(org.eclipse.swt.SWT.Selection, new Event()));
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private Point middle(Widget widget) {
        return ui(() -> {
            Rectangle bounds = Widgets.screenBounds(widget);
            return new Point(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
        });
    }
}
