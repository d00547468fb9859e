package org.morphodepot.viewer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws slices from what the chunk cache holds at the moment. It never waits for anything: where the level that the
 * zoom asks for is missing, coarser levels show through, and the answer lists what to ask the cache for. Stateless and
 * thread-safe; the rows of large areas are drawn by several threads.
 */
public final class SliceRenderer {

    /** Pixels that are in the scan but nothing of them is here yet. */
    private static final int PENDING = 0xff202024;
    private static final int OUTSIDE = 0xff000000;
    private static final int PIXELS_PER_BAND = 1 << 16;

    private SliceRenderer() {
    }

    /**
     * Draws a part of a view.
     *
     * @param area what to draw; clipped to the view
     * @param pixels the whole view, opaque 0xFFRRGGBB, row by row; only {@code area} is written
     */
    public static Rendering render(SliceScene scene, ScreenRect area, int[] pixels) {
        ViewTransform view = scene.transform();
        if (pixels.length < view.width() * view.height()) {
            throw new IllegalArgumentException(pixels.length + " pixels are too few for " + view.width() + " x "
                    + view.height());
        }
        SlicePlan plan = new SlicePlan(scene);
        ScreenRect part = area.intersect(new ScreenRect(0, 0, view.width(), view.height()));
        if (!part.isEmpty()) {
            List<LabelColors> colors = scene.labels().map(LabelColors::of).orElse(List.of());
            int bands = Math.clamp((long) part.width() * part.height() / PIXELS_PER_BAND, 1, part.height());
            IntStream all = IntStream.range(0, bands);
            (bands > 1 ? all.parallel() : all)
                    .forEach(band -> paint(plan, scene, colors, band(part, band, bands), pixels));
        }
        return new Rendering(scene.level(), plan.wanted(), plan.isComplete(), plan.failure());
    }

    private static ScreenRect band(ScreenRect part, int band, int bands) {
        return new ScreenRect(part.x0(), part.y0() + part.height() * band / bands, part.x1(),
                part.y0() + part.height() * (band + 1) / bands);
    }

    private static void paint(SlicePlan plan, SliceScene scene, List<LabelColors> colors, ScreenRect area,
            int[] pixels) {
        fill(pixels, scene, area, OUTSIDE);
        plan.holes().forEach(hole -> fill(pixels, scene, hole.intersect(area), PENDING));
        GreyPainter grey = new GreyPainter(plan, scene, pixels);
        plan.patches().forEach(patch -> grey.paint(patch, area));
        scene.labels().ifPresent(labels -> {
            for (int layer = 0; layer < colors.size(); layer++) {
                new LabelPainter(scene, labels, layer, colors.get(layer), area).paint(pixels);
            }
        });
    }

    private static void fill(int[] pixels, SliceScene scene, ScreenRect area, int color) {
        int width = scene.transform().width();
        for (int y = area.y0(); y < area.y1(); y++) {
            Arrays.fill(pixels, y * width + area.x0(), y * width + Math.max(area.x0(), area.x1()), color);
        }
    }
}
