package org.morphodepot.viewer.ui;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.morphodepot.viewer.BoxGrip;
import org.morphodepot.viewer.ViewTransform;
import org.morphodepot.viewer.session.BoxDrawing;
import org.morphodepot.viewer.session.Regions;
import org.morphodepot.volume.VoxelBox;

/** Draws the boxes that lie over a slice; dashed where the slice does not cut them. Stateless; UI thread. */
final class BoxOutline {

    private static final Color SHADE = new Color(0, 0, 0);
    private static final Color LIGHT = new Color(0xe6, 0xe8, 0xea);
    private static final int HANDLE = 7;

    private final GC gc;
    private final ViewTransform view;
    private final double scale;
    private final int slice;

    BoxOutline(GC gc, ViewTransform view, double scale, int slice) {
        this.gc = gc;
        this.view = view;
        this.scale = scale;
        this.slice = slice;
    }

    void paint(Regions regions) {
        Optional<BoxDrawing> drawing = regions.drawing();
        if (drawing.isEmpty()) {
            regions.work().ifPresent(box -> frame(box, LIGHT, 1));
        }
        drawing.ifPresent(one -> one.box().ifPresent(box -> {
            Color color = new Color(one.rgb() >> 16 & 0xff, one.rgb() >> 8 & 0xff, one.rgb() & 0xff);
            Rectangle frame = frame(box, color, 2);
            handles(frame);
            words(one.name() + "  " + box.width() + " \u00d7 " + box.height() + " \u00d7 " + box.depth(), frame);
        }));
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setAlpha(255);
    }

    private Rectangle frame(VoxelBox box, Color color, int width) {
        double[] x = BoxGrip.edges(view, box, true);
        double[] y = BoxGrip.edges(view, box, false);
        int left = (int) Math.round(Math.min(x[0], x[1]) / scale);
        int top = (int) Math.round(Math.min(y[0], y[1]) / scale);
        Rectangle frame = new Rectangle(left, top, (int) Math.round(Math.abs(x[1] - x[0]) / scale),
                (int) Math.round(Math.abs(y[1] - y[0]) / scale));
        int normal = view.plane().normal();
        boolean cut = box.min(normal) <= slice && slice < box.max(normal);
        gc.setAlpha(cut ? 255 : 130);
        gc.setLineWidth(width + 2);
        gc.setForeground(SHADE);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setAlpha(cut ? 130 : 60);
        gc.drawRectangle(frame);
        gc.setAlpha(cut ? 255 : 170);
        gc.setLineWidth(width);
        gc.setForeground(color);
        gc.setLineStyle(cut ? SWT.LINE_SOLID : SWT.LINE_DASH);
        gc.drawRectangle(frame);
        return frame;
    }

    private void handles(Rectangle frame) {
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(1);
        gc.setAlpha(255);
        for (int column = 0; column < 3; column++) {
            for (int row = 0; row < 3; row++) {
                if (column != 1 || row != 1) {
                    handle(frame.x + frame.width * column / 2, frame.y + frame.height * row / 2);
                }
            }
        }
    }

    private void handle(int x, int y) {
        gc.setBackground(LIGHT);
        gc.setForeground(SHADE);
        gc.fillRectangle(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE);
        gc.drawRectangle(x - HANDLE / 2, y - HANDLE / 2, HANDLE - 1, HANDLE - 1);
    }

    /** Above the box, or inside when there is no room above. */
    private void words(String words, Rectangle frame) {
        int height = gc.getFontMetrics().getHeight();
        int y = frame.y - height - HANDLE < 0 ? frame.y + HANDLE : frame.y - height - HANDLE;
        int x = Math.max(2, frame.x);
        gc.setForeground(SHADE);
        gc.drawText(words, x + 1, y + 1, true);
        gc.setForeground(LIGHT);
        gc.drawText(words, x, y, true);
    }
}
