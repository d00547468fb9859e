package org.morphodepot.work.review;

import java.util.Optional;

import org.morphodepot.label.Segment;
import org.morphodepot.volume.VoxelBox;

/**
 * What a contribution does to one structure.
 *
 * @param before empty when the contribution adds it
 * @param after empty when the contribution takes it out of the list
 * @param voxelsBefore number of its voxels in the base
 * @param voxelsAfter number of its voxels in the contribution
 * @param added voxels that were nothing and are this now
 * @param removed voxels that were this and are nothing now
 * @param changed voxels exchanged with other structures, either way
 * @param box smallest box around all of them; empty when there are none
 */
public record StructureChange(Optional<Segment> before, Optional<Segment> after, long voxelsBefore, long voxelsAfter,
        long added, long removed, long changed, VoxelBox box) {

    /** The structure as it is now, or was last. */
    public Segment segment() {
        return after.or(() -> before).orElseThrow();
    }

    public String name() {
        return segment().name();
    }

    /** Number of voxels that differ. */
    public long voxels() {
        return added + removed + changed;
    }

    /** Whether it has another name, colour or term now. */
    public boolean isDescribedAnew() {
        return before.isPresent() && after.isPresent() && !(before.get().name().equals(after.get().name())
                && before.get().color().equals(after.get().color()) && before.get().tags().equals(after.get().tags()));
    }

    /** Whether nothing about it differs. */
    public boolean isNothing() {
        return before.isPresent() == after.isPresent() && voxels() == 0 && !isDescribedAnew();
    }
}
