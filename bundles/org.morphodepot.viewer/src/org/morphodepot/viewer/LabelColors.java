package org.morphodepot.viewer;

import java.util.List;
import java.util.stream.IntStream;

import org.morphodepot.label.Segment;

/**
 * Colours and opacities (0 to 256) by label of one layer; labels without a segment, and hidden segments, have opacity
 * 0.
 */
final class LabelColors {

    private static final int LABELS = 1 << 16;

    final int[] argb = new int[LABELS];
    final short[] fills = new short[LABELS];
    final short[] borders = new short[LABELS];

    /** One per layer. */
    static List<LabelColors> of(LabelDisplay display) {
        return IntStream.range(0, display.segmentation().layers().size())
                .mapToObj(layer -> of(display, layer)).toList();
    }

    private static LabelColors of(LabelDisplay display, int layer) {
        List<Segment> segments = display.segmentation().segments();
        LabelColors colors = new LabelColors();
        for (Segment segment : segments) {
            if (segment.layer() == layer && segment.visible()) {
                colors.argb[segment.label()] = segment.color().argb();
                colors.fills[segment.label()] = (short) Math.round(256 * display.opacity() * segment.opacity());
                colors.borders[segment.label()] = (short) Math.round(256 * segment.opacity());
            }
        }
        return colors;
    }
}
