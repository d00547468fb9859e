package org.morphodepot.tasks.ui.active;

import java.util.Optional;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.morphodepot.viewer.ScreenRect;
import org.morphodepot.viewer.SliceOrientation;
import org.morphodepot.viewer.SliceRenderer;
import org.morphodepot.viewer.SliceScene;
import org.morphodepot.viewer.session.Session;

/** The axial slice of a session as a picture, from what is in memory: coarse where finer data was not loaded. Any thread. */
final class SlicePicture {

    private SlicePicture() {
    }

    static Optional<ImageData> of(Session session, int width, int height) {
        return session.scene(SliceOrientation.AXIAL, width, height).map(scene -> draw(scene, width, height));
    }

    private static ImageData draw(SliceScene scene, int width, int height) {
        int[] pixels = new int[width * height];
        SliceRenderer.render(scene, new ScreenRect(0, 0, width, height), pixels);
        ImageData data = new ImageData(width, height, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        for (int i = 0; i < pixels.length; i++) {
            data.setPixel(i % width, i / width, pixels[i] & 0xffffff);
        }
        return data;
    }
}
