package org.morphodepot.viewer;

import org.morphodepot.label.tool.Effect;
import org.morphodepot.volume.DisplayRange;

/**
 * Draws the values of patches, in grey or from black to a colour, and the tint of an intensity preview. One per thread;
 * stateless between patches.
 */
final class GreyPainter {

    private static final float TINT = 0.45f;

    private final SlicePlan plan;
    private final SliceScene scene;
    private final int[] pixels;
    private final int width;
    private final float low;
    private final float gain;
    private final Effect.IntensityPreview preview;
    private final int tint;
    private final int[] shades;

    GreyPainter(SlicePlan plan, SliceScene scene, int[] pixels) {
        this.plan = plan;
        this.scene = scene;
        this.pixels = pixels;
        width = scene.transform().width();
        DisplayRange range = scene.range();
        low = (float) range.low();
        gain = (float) (255 / Math.max(Math.ulp((float) range.high()), range.high() - range.low()));
        preview = scene.preview().orElse(null);
        tint = scene.labels().flatMap(LabelDisplay::active).map(segment -> segment.color().argb()).orElse(0xffffff);
        shades = shades(scene.rgb());
    }

    /** Draws the part of a patch inside {@code area}. */
    void paint(Patch patch, ScreenRect area) {
        ScreenRect part = patch.area().intersect(area);
        if (part.isEmpty()) {
            return;
        }
        PixelAxis across = plan.across(patch.level());
        int[] columns = scene.smooth() ? across.low() : across.nearest();
        int first = Math.min(columns[part.x0()], columns[part.x1() - 1]);
        int last = Math.max(columns[part.x0()], columns[part.x1() - 1]) + (scene.smooth() ? 1 : 0);
        SliceRows rows = new SliceRows(plan, scene, patch);
        if (scene.smooth()) {
            smooth(patch, part, rows, first, last);
        } else {
            nearest(patch, part, rows, first, last);
        }
    }

    private void nearest(Patch patch, ScreenRect part, SliceRows rows, int first, int last) {
        int[] columns = plan.across(patch.level()).nearest();
        int[] lines = plan.along(patch.level()).nearest();
        float[] values = new float[last - first + 1];
        for (int y = part.y0(); y < part.y1(); y++) {
            int at = y * width + part.x0();
            if (y > part.y0() && lines[y] == lines[y - 1]) {
                System.arraycopy(pixels, at - width, pixels, at, part.width());
                continue;
            }
            rows.read(lines[y], first, last, values);
            for (int x = part.x0(); x < part.x1(); x++) {
                pixels[at++] = grey(values[columns[x] - first]);
            }
            if (preview != null) {
                tint(part, y, columns, first, values);
            }
        }
    }

    private void smooth(Patch patch, ScreenRect part, SliceRows rows, int first, int last) {
        PixelAxis across = plan.across(patch.level());
        PixelAxis along = plan.along(patch.level());
        int count = last - first + 1;
        float[] upper = new float[count];
        float[] lower = new float[count];
        float[] mixed = new float[count];
        int upperRow = Integer.MIN_VALUE;
        int lowerRow = Integer.MIN_VALUE;
        for (int y = part.y0(); y < part.y1(); y++) {
            int row = along.low()[y];
            if (row != upperRow) {
                if (row == lowerRow || row + 1 == upperRow) {
                    float[] swap = upper;
                    upper = lower;
                    lower = swap;
                    int swapRow = upperRow;
                    upperRow = lowerRow;
                    lowerRow = swapRow;
                }
                upperRow = load(rows, row, upperRow, first, last, upper);
            }
            lowerRow = load(rows, row + 1, lowerRow, first, last, lower);
            mix(upper, lower, along.weight()[y], mixed);
            line(part, y, across, first, mixed);
            if (preview != null) {
                tint(part, y, across.nearest(), first, along.nearest()[y] == row ? upper : lower);
            }
        }
    }

    private static int load(SliceRows rows, int row, int loaded, int first, int last, float[] out) {
        if (row != loaded) {
            rows.read(row, first, last, out);
        }
        return row;
    }

    private static void mix(float[] upper, float[] lower, float weight, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = upper[i] + weight * (lower[i] - upper[i]);
        }
    }

    private void line(ScreenRect part, int y, PixelAxis across, int first, float[] mixed) {
        int[] columns = across.low();
        float[] weights = across.weight();
        int at = y * width + part.x0();
        for (int x = part.x0(); x < part.x1(); x++) {
            int column = columns[x] - first;
            float value = mixed[column];
            pixels[at++] = grey(value + weights[x] * (mixed[column + 1] - value));
        }
    }

    private void tint(ScreenRect part, int y, int[] columns, int first, float[] values) {
        int at = y * width + part.x0();
        for (int x = part.x0(); x < part.x1(); x++, at++) {
            if (preview.takes(values[columns[x] - first])) {
                pixels[at] = Blend.over(pixels[at], tint, TINT);
            }
        }
    }

    /** NaN is black. */
    private int grey(float value) {
        int level = (int) Math.min(255f, Math.max(0f, (value - low) * gain + 0.5f));
        return shades[level];
    }

    /** From black to a colour in 256 steps, opaque. */
    static int[] shades(int rgb) {
        int[] shades = new int[256];
        for (int level = 0; level < shades.length; level++) {
            int red = (rgb >> 16 & 0xff) * level / 255;
            int green = (rgb >> 8 & 0xff) * level / 255;
            int blue = (rgb & 0xff) * level / 255;
            shades[level] = 0xff000000 | red << 16 | green << 8 | blue;
        }
        return shades;
    }
}
