package org.morphodepot.label.ui;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.morphodepot.volume.DisplayRange;

/** A bar from the smallest to the largest intensity; the marked part can be dragged by its ends or as a whole. UI thread only. */
final class RangeBar extends Canvas {

    private static final int HANDLE = 9;

    private final DisplayRange limits;
    private final Consumer<DisplayRange> changed;
    private DisplayRange range;
    private Grip grip = Grip.NONE;
    private double grabbed;

    private enum Grip {
        NONE, LOW, HIGH, BOTH
    }

    RangeBar(Composite parent, DisplayRange limits, Consumer<DisplayRange> changed) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.limits = limits;
        this.changed = changed;
        this.range = limits;
        setToolTipText("Drag an end, or the marked part as a whole");
        addListener(SWT.Paint, e -> paint(e.gc));
        addListener(SWT.MouseDown, this::press);
        addListener(SWT.MouseMove, this::drag);
        addListener(SWT.MouseUp, e -> grip = Grip.NONE);
    }

    void show(DisplayRange now) {
        range = now;
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean flush) {
        return new Point(widthHint == SWT.DEFAULT ? 80 : widthHint, 22);
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        int y = area.height / 2;
        gc.setAntialias(SWT.ON);
        gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
        gc.fillRoundRectangle(0, y - 2, area.width, 4, 4, 4);
        Color accent = getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION);
        gc.setBackground(accent);
        int low = x(range.low());
        int high = x(range.high());
        gc.fillRectangle(low, y - 2, Math.max(1, high - low), 4);
        handle(gc, low, y);
        handle(gc, high, y);
    }

    private void handle(GC gc, int x, int y) {
        gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
        gc.fillOval(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE);
    }

    private void press(Event event) {
        double value = value(event.x);
        double reach = 8 * span() / Math.max(1, track());
        grabbed = value;
        if (Math.abs(value - range.low()) <= reach && value < (range.low() + range.high()) / 2 + reach / 4) {
            grip = Grip.LOW;
        } else if (Math.abs(value - range.high()) <= reach) {
            grip = Grip.HIGH;
        } else {
            grip = value > range.low() && value < range.high() ? Grip.BOTH
                    : value <= range.low() ? Grip.LOW : Grip.HIGH;
            drag(event);
        }
    }

    private void drag(Event event) {
        if (grip == Grip.NONE) {
            return;
        }
        double value = value(event.x);
        DisplayRange now = switch (grip) {
            case LOW -> new DisplayRange(Math.min(value, range.high()), range.high());
            case HIGH -> new DisplayRange(range.low(), Math.max(value, range.low()));
            default -> moved(value - grabbed);
        };
        grabbed = value;
        changed.accept(now);
    }

    private DisplayRange moved(double by) {
        double shift = Math.clamp(by, limits.low() - range.low(), Math.max(limits.low() - range.low(),
                limits.high() - range.high()));
        return new DisplayRange(range.low() + shift, range.high() + shift);
    }

    private double span() {
        return Math.max(1e-9, limits.high() - limits.low());
    }

    private int track() {
        return getClientArea().width - HANDLE;
    }

    private int x(double value) {
        return HANDLE / 2 + (int) Math.round(Math.clamp((value - limits.low()) / span(), 0, 1) * track());
    }

    private double value(int x) {
        double value = limits.low() + Math.clamp((x - HANDLE / 2) / (double) Math.max(1, track()), 0.0, 1.0) * span();
        return span() > 50 ? Math.rint(value) : value;
    }
}
