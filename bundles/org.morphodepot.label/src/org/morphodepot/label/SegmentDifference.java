package org.morphodepot.label;

import java.util.Optional;

import org.morphodepot.volume.VoxelBox;

/**
 * How one segment, known by its id, differs between two segmentations.
 *
 * @param before empty when it is new
 * @param after empty when it is gone
 * @param added voxels that only the later one has
 * @param removed voxels that only the earlier one has
 * @param box smallest box around added and removed voxels
 */
public record SegmentDifference(Optional<Segment> before, Optional<Segment> after, long added, long removed,
        VoxelBox box) {

    /** The segment as it is now, or was last. */
    public Segment segment() {
        return after.or(() -> before).orElseThrow();
    }

    /** Number of voxels added and removed. */
    public long changed() {
        return added + removed;
    }

    /** Whether name, colour or tags differ. */
    public boolean isDescribedAnew() {
        return before.isPresent() && after.isPresent() && !(before.get().name().equals(after.get().name())
                && before.get().color().equals(after.get().color()) && before.get().tags().equals(after.get().tags()));
    }

    boolean isNothing() {
        return before.isPresent() == after.isPresent() && changed() == 0 && !isDescribedAnew();
    }
}
