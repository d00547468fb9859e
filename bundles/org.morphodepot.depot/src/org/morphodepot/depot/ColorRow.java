package org.morphodepot.depot;

import java.util.List;

import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;

/**
 * One structure of a colour table.
 *
 * @param label 0 (background) to 65535
 * @param name not blank
 * @param red 0 to 255, as green, blue and alpha
 * @param alpha 0 in many tables although the structure is to be seen; it is kept and not used
 */
public record ColorRow(int label, String name, int red, int green, int blue, int alpha, Terminology terms) {

    /**
     * A segment with this name, colour and terminology and without an id, for
     * {@link org.morphodepot.label.SegmentEdits#add(org.morphodepot.label.Segmentation, List)}. Not for the background
     * row.
     */
    public Segment segment() {
        Terminology known = terms.isEmpty() ? Terminology.tissue(terms.context()) : terms;
        return new Segment("", name.strip(), SegmentColor.ofRgb(red << 16 | green << 8 | blue), 0, label,
                Terminology.TAG + ":" + known.tagValue() + "|", List.of(), true, true, 1);
    }
}
