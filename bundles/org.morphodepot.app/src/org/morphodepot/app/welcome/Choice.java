package org.morphodepot.app.welcome;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * A large button with a picture, a title and a sentence. Drawn in the colours of the page, so that it fits every theme; Enter,
 * Space and a click press it. UI thread.
 */
final class Choice extends Canvas {

    private static final int MARGIN = 16;
    private static final int PICTURE = 40;
    private static final int ROUND = 10;
    private static final int REST = 14;
    private static final int OVER = 34;
    private static final int EDGE = 70;

    private final String title;
    private final String words;
    private final Image picture;
    private final Font large;
    private final Runnable action;
    private boolean over;

    /** The picture and the font stay the caller's. */
    Choice(Composite parent, String title, String words, Image picture, Font large, Runnable action) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.title = title;
        this.words = words;
        this.picture = picture;
        this.large = large;
        this.action = action;
        setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
        setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        addListener(SWT.Paint, e -> paint(e.gc));
        addListener(SWT.MouseEnter, e -> hover(true));
        addListener(SWT.MouseExit, e -> hover(false));
        addListener(SWT.MouseUp, this::lift);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.FocusIn, e -> redraw());
        addListener(SWT.FocusOut, e -> redraw());
        addListener(SWT.Traverse, e -> e.doit = e.detail != SWT.TRAVERSE_RETURN);
        nameIt();
    }

    private void nameIt() {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = title + ". " + words;
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent e) {
                e.detail = ACC.ROLE_PUSHBUTTON;
            }
        });
    }

    private void hover(boolean now) {
        over = now;
        redraw();
    }

    private void lift(Event event) {
        if (event.button == 1 && getClientArea().contains(event.x, event.y)) {
            action.run();
        }
    }

    private void key(Event event) {
        if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR || event.keyCode == ' ') {
            action.run();
        }
    }

    @Override
    public Point computeSize(int width, int height, boolean changed) {
        int wide = width == SWT.DEFAULT ? 480 : width;
        TextLayout text = text(wide);
        int tall = titleHeight() + text.getBounds().height;
        text.dispose();
        return new Point(wide, 2 * MARGIN + Math.max(PICTURE, tall));
    }

    private int titleHeight() {
        GC gc = new GC(this);
        gc.setFont(large);
        int height = gc.getFontMetrics().getHeight() + 4;
        gc.dispose();
        return height;
    }

    /** To be disposed. */
    private TextLayout text(int width) {
        TextLayout text = new TextLayout(getDisplay());
        text.setText(words);
        text.setFont(getFont());
        text.setWidth(Math.max(80, width - 3 * MARGIN - PICTURE));
        return text;
    }

    private void paint(GC gc) {
        Rectangle all = getClientArea();
        Color ink = getParent().getForeground();
        gc.setAntialias(SWT.ON);
        gc.setBackground(getParent().getBackground());
        gc.fillRectangle(all);
        gc.setBackground(ink);
        gc.setAlpha(over ? OVER : REST);
        gc.fillRoundRectangle(0, 0, all.width - 1, all.height - 1, ROUND, ROUND);
        gc.setForeground(isFocusControl() ? getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION) : ink);
        gc.setAlpha(isFocusControl() ? 255 : EDGE);
        gc.setLineWidth(isFocusControl() ? 2 : 1);
        gc.drawRoundRectangle(1, 1, all.width - 3, all.height - 3, ROUND, ROUND);
        gc.setAlpha(255);
        gc.drawImage(picture, MARGIN, (all.height - picture.getBounds().height) / 2);
        gc.setForeground(ink);
        int left = 2 * MARGIN + PICTURE;
        gc.setFont(large);
        gc.drawString(title, left, MARGIN - 2, true);
        TextLayout text = text(all.width);
        text.draw(gc, left, MARGIN - 2 + titleHeight());
        text.dispose();
    }
}
