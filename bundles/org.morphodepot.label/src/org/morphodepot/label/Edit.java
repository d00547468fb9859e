package org.morphodepot.label;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.morphodepot.volume.VoxelBox;

/**
 * One undoable change: the blocks before and after, and the segment list before and after. Unchanged parts are left
 * out.
 *
 * @param name for people, such as "Paint femur"
 * @param tool id of the tool
 * @param parameters of the tool, for provenance; {@link #WHO} is the person
 * @param blocks changed blocks; {@code before} and {@code after} are immutable and shared
 * @param segments segment list before and after; null when it did not change
 * @param box voxels that may have changed
 */
public record Edit(String name, String tool, Instant when, Map<String, String> parameters, List<BlockEdit> blocks,
        SegmentsEdit segments, VoxelBox box) {

    /** Key of the person in the parameters. */
    public static final String WHO = "who";

    public record BlockEdit(int layer, int bx, int by, int bz, Block before, Block after) {
    }

    public record SegmentsEdit(List<Segment> before, List<Segment> after) {
    }

    /** The account or user name of the person who made it, when it was written down. */
    public Optional<String> who() {
        return Optional.ofNullable(parameters.get(WHO));
    }

    /** The same edit by that person; an edit that has a name already keeps it, a blank name is none. */
    public Edit by(String person) {
        if (person.isBlank() || parameters.containsKey(WHO)) {
            return this;
        }
        Map<String, String> signed = new TreeMap<>(parameters);
        signed.put(WHO, person);
        return new Edit(name, tool, when, Map.copyOf(signed), blocks, segments, box);
    }

    public boolean isEmpty() {
        return blocks.isEmpty() && segments == null;
    }
}
