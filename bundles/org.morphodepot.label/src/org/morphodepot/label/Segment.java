package org.morphodepot.label;

import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.HeaderField;

/**
 * One structure: a name and colour for the voxels that have {@code label} in layer {@code layer}.
 *
 * @param id unique in the segmentation, kept for ever: contributions are matched by it
 * @param label 1 to 65535, unique within the layer
 * @param tags {@code key:value|key:value|} as in seg.nrrd, unknown ones included; "" when there are none
 * @param fields further header fields of this segment as read, key without the {@code SegmentN_} prefix, kept verbatim
 * @param visible shown in the views; not saved
 * @param locked strokes for other segments do not overwrite it; not saved
 * @param opacity 0 to 1; not saved
 */
public record Segment(String id, String name, SegmentColor color, int layer, int label, String tags,
        List<HeaderField> fields, boolean visible, boolean locked, double opacity) {

    /** Value of one tag. */
    public Optional<String> tag(String key) {
        for (String tag : tags.split("\\|")) {
            int colon = tag.indexOf(':');
            if (colon > 0 && tag.substring(0, colon).equals(key)) {
                return Optional.of(tag.substring(colon + 1));
            }
        }
        return Optional.empty();
    }

    public Segment withName(String newName) {
        return new Segment(id, newName, color, layer, label, tags, fields, visible, locked, opacity);
    }

    public Segment withColor(SegmentColor newColor) {
        return new Segment(id, name, newColor, layer, label, tags, fields, visible, locked, opacity);
    }

    public Segment withPlace(int newLayer, int newLabel) {
        return new Segment(id, name, color, newLayer, newLabel, tags, fields, visible, locked, opacity);
    }

    public Segment withTags(String newTags) {
        return new Segment(id, name, color, layer, label, newTags, fields, visible, locked, opacity);
    }

    public Segment withFields(List<HeaderField> newFields) {
        return new Segment(id, name, color, layer, label, tags, newFields, visible, locked, opacity);
    }

    public Segment withVisible(boolean nowVisible) {
        return new Segment(id, name, color, layer, label, tags, fields, nowVisible, locked, opacity);
    }

    public Segment withLocked(boolean nowLocked) {
        return new Segment(id, name, color, layer, label, tags, fields, visible, nowLocked, opacity);
    }

    public Segment withOpacity(double newOpacity) {
        return new Segment(id, name, color, layer, label, tags, fields, visible, locked, newOpacity);
    }

    /** A copy displayed as {@code other} is: visibility, lock and opacity. */
    public Segment withDisplayOf(Segment other) {
        return new Segment(id, name, color, layer, label, tags, fields, other.visible, other.locked, other.opacity);
    }

    /** Whether everything that is saved is equal. */
    public boolean sameContent(Segment other) {
        return equals(other.withDisplayOf(this));
    }

    /** Whether a view would draw the same. */
    boolean looksAs(Segment other) {
        return color.equals(other.color) && layer == other.layer && label == other.label && visible == other.visible
                && opacity == other.opacity;
    }
}
