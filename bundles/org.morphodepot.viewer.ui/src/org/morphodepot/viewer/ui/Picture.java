package org.morphodepot.viewer.ui;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;
import org.morphodepot.viewer.ScreenRect;

/** The drawn pixels of a view as an image; UI thread, but for {@link #image}. */
final class Picture {

    private static final PaletteData RGB = new PaletteData(0xff0000, 0xff00, 0xff);

    private Image front;

    /** Makes an image of a part of a view's pixels; any thread. */
    static Image image(Device device, int[] pixels, int width, ScreenRect area) {
        ImageData data = new ImageData(area.width(), area.height(), 32, RGB);
        for (int y = 0; y < area.height(); y++) {
            data.setPixels(0, y, area.width(), pixels, (area.y0() + y) * width + area.x0());
        }
        return new Image(device, data);
    }

    /** Takes a new part over, and its image. */
    void update(Image part, ScreenRect area, int width, int height) {
        if (area.width() == width && area.height() == height) {
            dispose();
            front = part;
            return;
        }
        if (front != null) {
            GC gc = new GC(front);
            gc.drawImage(part, area.x0(), area.y0());
            gc.dispose();
        }
        part.dispose();
    }

    /** Draws the picture into a client area that may have another size for a moment. */
    void draw(GC gc, double scale) {
        if (front != null) {
            Rectangle size = front.getBounds();
            if (scale == 1) {
                gc.drawImage(front, 0, 0);
            } else {
                gc.drawImage(front, 0, 0, size.width, size.height, 0, 0, (int) Math.round(size.width / scale),
                        (int) Math.round(size.height / scale));
            }
        }
    }

    void dispose() {
        if (front != null) {
            front.dispose();
            front = null;
        }
    }
}
