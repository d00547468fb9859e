package org.morphodepot.label;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.morphodepot.volume.VoxelBox;

/**
 * One undoable change: the blocks before and after, and the segment list before and after. Unchanged parts are left
 * out.
 *
 * @param name for people, such as "Paint femur"
 * @param tool id of the tool
 * @param parameters of the tool, for provenance
 * @param blocks changed blocks; {@code before} and {@code after} are immutable and shared
 * @param segments segment list before and after; null when it did not change
 * @param box voxels that may have changed
 */
public record Edit(String name, String tool, Instant when, Map<String, String> parameters, List<BlockEdit> blocks,
        SegmentsEdit segments, VoxelBox box) {

    public record BlockEdit(int layer, int bx, int by, int bz, Block before, Block after) {
    }

    public record SegmentsEdit(List<Segment> before, List<Segment> after) {
    }

    public boolean isEmpty() {
        return blocks.isEmpty() && segments == null;
    }
}
