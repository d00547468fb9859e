package org.morphodepot.tasks.ui.active;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.morphodepot.depot.TaskBlock;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentCounts;
import org.morphodepot.label.Segmentation;

/**
 * How far a task is, in voxels.
 *
 * @param voxels of each structure of the task, by name, in the task's order; of every segment where the task names none
 */
public record Painted(Map<String, Long> voxels) {

    /** Counts; takes a moment for large labels. */
    static Painted of(Segmentation labels, Optional<TaskBlock> task) {
        SegmentCounts counts = SegmentCounts.of(labels);
        Map<String, Long> voxels = new LinkedHashMap<>();
        List<String> names = task.map(TaskBlock::structures).orElse(List.of()).stream().map(TaskBlock.Structure::name).toList();
        for (String name : names.isEmpty() ? labels.segments().stream().map(Segment::name).toList() : names) {
            voxels.put(name, labels.segments().stream().filter(segment -> segment.name().equalsIgnoreCase(name))
                    .mapToLong(segment -> counts.of(segment.id()).voxels()).sum());
        }
        return new Painted(voxels);
    }

    /** Of a structure; empty where it is not known. */
    public OptionalLong of(String structure) {
        Long count = voxels.get(structure);
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }

    /** Structures of which there is nothing yet. */
    List<String> missing() {
        return voxels.entrySet().stream().filter(one -> one.getValue() == 0).map(Map.Entry::getKey).toList();
    }

    /** Such as {@code 1,190 voxels}, {@code nothing yet}. */
    public static String words(long count) {
        return count == 0 ? "nothing yet" : count == 1 ? "1 voxel" : String.format(Locale.ENGLISH, "%,d voxels", count);
    }
}
