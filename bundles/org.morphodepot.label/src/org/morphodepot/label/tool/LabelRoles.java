package org.morphodepot.label.tool;

import java.util.Arrays;
import java.util.List;

import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;

/**
 * What painting may do to the label it finds in a voxel, worked out once per edit from the overwrite rule and the segments'
 * locks and visibility.
 */
final class LabelRoles {

    /** Background: becomes the active segment. */
    static final byte FREE = 0;
    /** The active segment itself. */
    static final byte ACTIVE = 1;
    /** Gives way to the active segment. */
    static final byte REPLACED = 2;
    /** Stays, and the active segment is painted over it in another layer. */
    static final byte KEPT = 3;
    /** Stays, and keeps the active segment out. */
    static final byte BLOCKING = 4;

    private final byte[][] roles;
    private final byte unknown;
    private final boolean[] hasKept;
    private final boolean[] hasReplaced;

    LabelRoles(Segmentation segmentation, Segment active, MaskRule.Overwrite overwrite) {
        int layers = Math.max(segmentation.layers().size(), active.layer() + 1);
        roles = new byte[layers][];
        hasKept = new boolean[layers];
        hasReplaced = new boolean[layers];
        // Labels that no segment names are leftovers of other programs: only "overwrite all" touches them.
        unknown = overwrite == MaskRule.Overwrite.ALL ? REPLACED : KEPT;
        for (int layer = 0; layer < layers; layer++) {
            roles[layer] = ofLayer(segmentation.segments(), layer, active, overwrite);
        }
    }

    private byte[] ofLayer(List<Segment> segments, int layer, Segment active, MaskRule.Overwrite overwrite) {
        int highest = segments.stream().filter(s -> s.layer() == layer).mapToInt(Segment::label).max().orElse(0);
        byte[] table = new byte[highest + 1];
        Arrays.fill(table, 1, table.length, unknown);
        for (Segment segment : segments) {
            if (segment.layer() == layer) {
                byte role = segment.id().equals(active.id()) ? ACTIVE : role(segment, overwrite);
                table[segment.label()] = role;
                hasKept[layer] |= role == KEPT;
                hasReplaced[layer] |= role == REPLACED;
            }
        }
        hasKept[layer] |= unknown == KEPT;
        hasReplaced[layer] |= unknown == REPLACED;
        return table;
    }

    private static byte role(Segment segment, MaskRule.Overwrite overwrite) {
        return switch (overwrite) {
            case ALL -> segment.locked() ? BLOCKING : REPLACED;
            case VISIBLE -> segment.locked() ? BLOCKING : segment.visible() ? REPLACED : KEPT;
            case NONE -> KEPT;
        };
    }

    byte of(int layer, int label) {
        byte[] table = roles[layer];
        return label < table.length ? table[label] : unknown;
    }

    /** Whether painting may have to leave the layer because of what it finds there. */
    boolean mayKeep(int layer) {
        return hasKept[layer];
    }

    /** Whether painting may take voxels from segments of the layer. */
    boolean mayReplace(int layer) {
        return layer < hasReplaced.length && hasReplaced[layer];
    }
}
