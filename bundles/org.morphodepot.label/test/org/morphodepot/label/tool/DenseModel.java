package org.morphodepot.label.tool;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.VoxelSize;

/** The mask rule said voxel by voxel over plain sets: slow, and short enough to be believed. */
final class DenseModel {

    /** Voxels of labels that no segment names, per layer. */
    private static final String STRAY = "stray ";

    private DenseModel() {
    }

    /** Voxels of every segment by id, and of stray labels by layer. */
    static Map<String, BitSet> sets(Segmentation segmentation) {
        Map<String, BitSet> sets = new LinkedHashMap<>();
        segmentation.segments().forEach(s -> sets.put(s.id(), new BitSet()));
        VoxelSize size = segmentation.size();
        char[] labels = new char[(int) size.voxels()];
        for (int layer = 0; layer < segmentation.layers().size(); layer++) {
            segmentation.layers().get(layer).read(size.box(), labels);
            BitSet[] byLabel = new BitSet[1 << 16];
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] != 0) {
                    if (byLabel[labels[i]] == null) {
                        String id = segmentation.segmentAt(layer, labels[i]).map(Segment::id).orElse(STRAY + layer);
                        byLabel[labels[i]] = sets.computeIfAbsent(id, key -> new BitSet());
                    }
                    byLabel[labels[i]].set(i);
                }
            }
        }
        return sets;
    }

    /** What painting must make of {@link #sets}. */
    static Map<String, BitSet> changed(ToolContext context, Map<String, BitSet> before, BitSet add, BitSet remove,
            float[] values) {
        Map<String, BitSet> after = new LinkedHashMap<>();
        before.forEach((id, set) -> after.put(id, (BitSet) set.clone()));
        BitSet active = after.get(context.segmentId());
        for (int i = 0; i < values.length; i++) {
            if (!isEditable(context, before, i, values[i])) {
                continue;
            }
            if (add.get(i)) {
                if (!isBlocked(context, before, i)) {
                    active.set(i);
                    giveWay(context, after, i);
                }
            } else if (remove.get(i)) {
                active.clear(i);
            }
        }
        return after;
    }

    private static void giveWay(ToolContext context, Map<String, BitSet> after, int voxel) {
        after.forEach((id, set) -> {
            if (!id.equals(context.segmentId()) && isReplaceable(context, id)) {
                set.clear(voxel);
            }
        });
    }

    private static boolean isReplaceable(ToolContext context, String id) {
        if (id.startsWith(STRAY)) {
            return context.mask().overwrite() == MaskRule.Overwrite.ALL;
        }
        Segment segment = context.segmentation().segment(id).orElseThrow();
        return !segment.locked() && switch (context.mask().overwrite()) {
            case ALL -> true;
            case VISIBLE -> segment.visible();
            case NONE -> false;
        };
    }

    /** A locked segment in the same layer, and no overlap wanted. */
    private static boolean isBlocked(ToolContext context, Map<String, BitSet> before, int voxel) {
        return context.mask().overwrite() != MaskRule.Overwrite.NONE && context.segmentation().segments().stream()
                .anyMatch(s -> s.locked() && !s.id().equals(context.segmentId())
                        && s.layer() == context.segment().layer() && before.get(s.id()).get(voxel));
    }

    private static boolean isEditable(ToolContext context, Map<String, BitSet> before, int voxel, float value) {
        MaskRule mask = context.mask();
        boolean inRange = mask.intensities().map(r -> value >= r.low() && value <= r.high()).orElse(true);
        return inRange && switch (mask.area()) {
            case EVERYWHERE -> true;
            case INSIDE_ALL -> any(context, before, voxel, false, true);
            case INSIDE_VISIBLE -> any(context, before, voxel, true, true);
            case OUTSIDE_ALL -> !any(context, before, voxel, false, false);
            case OUTSIDE_VISIBLE -> !any(context, before, voxel, true, false);
            case INSIDE_SEGMENT -> before.get(mask.inside().orElseThrow()).get(voxel);
        };
    }

    private static boolean any(ToolContext context, Map<String, BitSet> before, int voxel, boolean visible, boolean self) {
        return context.segmentation().segments().stream()
                .anyMatch(s -> (!visible || s.visible()) && (self || !s.id().equals(context.segmentId()))
                        && before.get(s.id()).get(voxel));
    }

    static int x(VoxelSize size, int index) {
        return index % size.x();
    }

    static int y(VoxelSize size, int index) {
        return index / size.x() % size.y();
    }

    static int z(VoxelSize size, int index) {
        return index / size.x() / size.y();
    }
}
