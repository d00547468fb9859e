package org.morphodepot.project.ui;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Control;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.work.tasks.TaskState;

/** Pictures of this bundle, colour swatches and dots of task states, disposed with their control. UI thread only. */
final class Icons {

    private static final int SIDE = 14;

    private final ResourceManager resources;
    private final Map<Integer, ImageDescriptor> swatches = new HashMap<>();
    private final Map<TaskState, ImageDescriptor> dots = new HashMap<>();

    Icons(Control owner) {
        resources = new LocalResourceManager(JFaceResources.getResources(), owner);
    }

    /** The picture {@code icons/NAME.svg}. */
    Image get(String name) {
        return resources.create(ImageDescriptor.createFromURL(Icons.class.getResource("/icons/" + name + ".svg")));
    }

    /** A square of one colour. */
    Image swatch(SegmentColor color) {
        return resources.create(swatches.computeIfAbsent(color.argb(), argb -> ImageDescriptor.createFromImageDataProvider(
                zoom -> shape(argb & 0xffffff, SIDE * zoom / 100, false, false))));
    }

    /** A disc in the colour of a state; a ring for tasks that nobody has. */
    Image dot(TaskState state) {
        return resources.create(dots.computeIfAbsent(state, one -> ImageDescriptor.createFromImageDataProvider(
                zoom -> shape(rgb(one), SIDE * zoom / 100, true, one == TaskState.UNASSIGNED))));
    }

    /** Orange is for what waits for the director. */
    private static int rgb(TaskState state) {
        return switch (state) {
            case UNASSIGNED, NOT_STARTED -> 0x8a96a3;
            case IN_PROGRESS -> 0x4f8fd6;
            case SUBMITTED -> 0xe07b39;
            case CHANGES_REQUESTED -> 0xd9b020;
            case MERGED -> 0x35a46a;
            case CLOSED -> 0x5c6670;
        };
    }

    private static ImageData shape(int rgb, int side, boolean round, boolean hollow) {
        ImageData data = new ImageData(side, side, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        data.alphaData = new byte[side * side];
        double middle = (side - 1) / 2.0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double radius = Math.hypot(x - middle, y - middle) / side;
                double inside = round ? (0.36 - radius) * side + 0.5 : 1;
                double hole = hollow ? (0.22 - radius) * side + 0.5 : 0;
                data.setPixel(x, y, rgb);
                data.alphaData[y * side + x] = (byte) Math.round(255 * Math.clamp(inside, 0, 1) * (1 - Math.clamp(hole, 0, 1)));
            }
        }
        return data;
    }
}
