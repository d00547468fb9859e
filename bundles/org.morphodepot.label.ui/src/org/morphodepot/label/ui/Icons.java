package org.morphodepot.label.ui;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.morphodepot.label.SegmentColor;

/** Pictures of this bundle and colour swatches, disposed with the control they were made for. UI thread only. */
final class Icons {

    private static final int SWATCH = 14;

    private final ResourceManager resources;
    private final Map<Integer, ImageDescriptor> swatches = new HashMap<>();

    Icons(Control owner) {
        resources = new LocalResourceManager(JFaceResources.getResources(), owner);
    }

    /** The picture {@code icons/NAME.svg}; {@code tool-other} where there is none of that name. */
    Image get(String name) {
        return resources.create(descriptor(name));
    }

    static ImageDescriptor descriptor(String name) {
        var url = Icons.class.getResource("/icons/" + name + ".svg");
        return ImageDescriptor.createFromURL(url != null ? url : Icons.class.getResource("/icons/tool-other.svg"));
    }

    /** A square of one colour with a darker border. */
    Image swatch(SegmentColor color) {
        return resources.create(swatches.computeIfAbsent(color.argb(), argb -> ImageDescriptor.createFromImageDataProvider(
                zoom -> square(argb, SWATCH * zoom / 100))));
    }

    private static ImageData square(int argb, int side) {
        ImageData data = new ImageData(side, side, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        int fill = argb & 0xffffff;
        int border = fill >> 1 & 0x7f7f7f;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean edge = x == 0 || y == 0 || x == side - 1 || y == side - 1;
                data.setPixel(x, y, edge ? border : fill);
            }
        }
        return data;
    }

    static RGB rgb(SegmentColor color) {
        int argb = color.argb();
        return new RGB(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }

    static SegmentColor color(RGB rgb) {
        return SegmentColor.ofRgb(rgb.red << 16 | rgb.green << 8 | rgb.blue);
    }
}
