package org.morphodepot.viewer.ui;

import java.util.function.IntConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.morphodepot.viewer.SliceOrientation;

/** The thin coloured bar over a view: its name, the slice number and a slider. */
final class SliceBar extends Canvas {

    private static final int HEIGHT = 20;
    private static final int MARGIN = 8;
    private static final int THUMB = 9;

    private final SliceOrientation orientation;
    private final int slices;
    private final IntConsumer chosen;
    private final Color text = new Color(0x18, 0x18, 0x18);
    private int slice;
    private boolean dragging;

    /** {@code chosen} hears the slice the user moves to, 0 to {@code slices} - 1. */
    SliceBar(Composite parent, SliceOrientation orientation, int slices, IntConsumer chosen) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.orientation = orientation;
        this.slices = slices;
        this.chosen = chosen;
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseDown, this::press);
        addListener(SWT.MouseMove, this::drag);
        addListener(SWT.MouseUp, _ -> dragging = false);
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = orientation.label() + ", slice " + number();
            }
        });
    }

    void show(int newSlice) {
        if (newSlice != slice) {
            slice = newSlice;
            redraw();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 200 : widthHint, HEIGHT);
    }

    private String number() {
        return slice + 1 + " / " + slices;
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setAntialias(SWT.ON);
        int rgb = orientation.rgb();
        gc.setBackground(new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
        gc.fillRectangle(area);
        gc.setForeground(text);
        int y = (area.height - gc.getFontMetrics().getHeight()) / 2;
        gc.drawText(orientation.label(), MARGIN, y, true);
        gc.drawText(number(), area.width - MARGIN - gc.textExtent(number()).x, y, true);
        Rectangle track = track(gc);
        if (track.width > 3 * THUMB) {
            gc.setAlpha(90);
            gc.setBackground(text);
            gc.fillRoundRectangle(track.x, track.y + track.height / 2 - 1, track.width, 3, 3, 3);
            gc.setAlpha(255);
            gc.fillOval(thumb(track) - THUMB / 2, track.y + (track.height - THUMB) / 2, THUMB, THUMB);
        }
    }

    private int thumb(Rectangle track) {
        return track.x + (slices < 2 ? 0 : (int) Math.round((double) track.width * slice / (slices - 1)));
    }

    private Rectangle track(GC gc) {
        Rectangle area = getClientArea();
        String widest = slices + " / " + slices;
        int left = 3 * MARGIN + gc.textExtent("Sagittal").x;
        int right = area.width - 3 * MARGIN - gc.textExtent(widest).x;
        return new Rectangle(left, 0, Math.max(0, right - left), area.height);
    }

    private void press(Event event) {
        dragging = event.button == 1 && event.x >= track().x - THUMB;
        drag(event);
    }

    private void drag(Event event) {
        if (dragging) {
            Rectangle track = track();
            double part = Math.clamp((double) (event.x - track.x) / Math.max(1, track.width), 0, 1);
            chosen.accept((int) Math.round(part * (slices - 1)));
        }
    }

    private Rectangle track() {
        GC gc = new GC(this);
        try {
            return track(gc);
        } finally {
            gc.dispose();
        }
    }
}
