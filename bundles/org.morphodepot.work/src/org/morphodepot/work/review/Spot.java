package org.morphodepot.work.review;

import java.util.Optional;

import org.morphodepot.label.Segment;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;

/**
 * Voxels that hang together, corners included, and changed in the same way. An empty segment means nothing is there.
 *
 * @param box smallest box around them
 * @param at one of them, near the middle of the box: where to look
 */
public record Spot(VoxelBox box, VoxelPoint at, long voxels, Optional<Segment> before, Optional<Segment> after) {

    /** What happened there. */
    public Kind kind() {
        return before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
    }

    /** Whether the structure of this id is concerned. */
    public boolean concerns(String segmentId) {
        return before.filter(s -> s.id().equals(segmentId)).isPresent()
                || after.filter(s -> s.id().equals(segmentId)).isPresent();
    }

    /** In what way voxels differ; {@link #label} is their label in {@link Comparison#difference}. */
    public enum Kind {
        ADDED, REMOVED, CHANGED;

        public int label() {
            return ordinal() + 1;
        }
    }
}
