package org.morphodepot.label.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.label.Block;
import org.morphodepot.label.Edit;
import org.morphodepot.label.Edit.BlockEdit;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.VoxelBox;

/**
 * Two people changed the same segmentation: what only one of them changed is taken, voxel by voxel; where both changed a
 * voxel in different ways ours is kept and the voxels are listed as a conflict. Segments are matched by id, whatever layer
 * and label they have on each side; segments that overlap on any side still do. Labels of no segment are left out.
 * Immutable; making one may take a while.
 *
 * <p>Laws: merging with an unchanged side gives the other side; equal sides give that side; exchanging the sides gives the
 * same voxels but for those in conflict.
 */
public final class SegmentationMerge {

    /** Whose labels a conflict gets. */
    public enum Side {
        BASE, OURS, THEIRS
    }

    private final Segmentation merged;
    private final List<MergeConflict> conflicts = new ArrayList<>();
    private final List<LabelLayer> conflictLayers = new ArrayList<>();
    private final List<String> disputed;

    private SegmentationMerge(Segmentation base, Segmentation ours, Segmentation theirs) {
        SegmentListMerge list = new SegmentListMerge(base, ours, theirs);
        List<Segment> segments = Placement.of(list.merged(), List.of(ours, base, theirs));
        disputed = List.copyOf(list.disputed());
        Map<Integer, List<Segment>> members = new LinkedHashMap<>();
        segments.forEach(s -> members.computeIfAbsent(s.layer(), key -> new ArrayList<>()).add(s));
        int count = Math.max(ours.layers().size(), members.keySet().stream().mapToInt(l -> l + 1).max().orElse(0));
        List<LabelLayer> layers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Segment> inLayer = members.getOrDefault(i, List.of());
            ConflictRuns runs = new ConflictRuns();
            layers.add(new LayerMerge(new SourceLayer(base, inLayer), new SourceLayer(ours, inLayer),
                    new SourceLayer(theirs, inLayer), ours.size(), runs).run());
            conflictLayers.add(conflictLayer(i, runs, inLayer, ours));
        }
        boolean ourFields = !ours.fields().equals(base.fields());
        merged = new Segmentation(ours.size(), ours.geometry(), segments, layers,
                ourFields ? ours.fields() : theirs.fields());
    }

    /**
     * Merges what {@code ours} and {@code theirs} made of {@code base}.
     *
     * @throws IllegalArgumentException when they are not of one scan
     */
    public static SegmentationMerge of(Segmentation base, Segmentation ours, Segmentation theirs) {
        if (!base.size().equals(ours.size()) || !base.size().equals(theirs.size())) {
            throw new IllegalArgumentException("segmentations of different scans cannot be merged: " + base.size() + ", "
                    + ours.size() + " and " + theirs.size() + " voxels");
        }
        return new SegmentationMerge(base, ours, theirs);
    }

    private LabelLayer conflictLayer(int layer, ConflictRuns runs, List<Segment> members, Segmentation state) {
        Map<Integer, Segment> byLabel = new HashMap<>();
        members.forEach(s -> byLabel.putIfAbsent(s.label(), s));
        List<MergeConflict> here = new ArrayList<>();
        LabelLayer voxels = LabelLayer.empty(state.size());
        ConflictBlocks blocks = new ConflictBlocks(voxels);
        for (List<ConflictRuns.Run> part : runs.parts()) {
            int number = Math.min(conflicts.size() + here.size() + 1, Character.MAX_VALUE);
            VoxelBox box = VoxelBox.EMPTY;
            long count = 0;
            for (ConflictRuns.Run run : part) {
                box = box.union(run.box());
                count += run.box().voxels();
                blocks.mark(run.box(), (char) number);
            }
            ConflictRuns.Run any = part.getFirst();
            here.add(new MergeConflict(number, layer, box, count, Optional.ofNullable(byLabel.get(any.label(0))),
                    Optional.ofNullable(byLabel.get(any.label(1))), Optional.ofNullable(byLabel.get(any.label(2)))));
        }
        conflicts.addAll(here);
        return blocks.layer();
    }

    /** Everything that could be merged; our side where there is a conflict. */
    public Segmentation merged() {
        return merged;
    }

    /** What somebody has to decide. */
    public List<MergeConflict> conflicts() {
        return List.copyOf(conflicts);
    }

    /**
     * Ids of segments whose name, colour or tags both sides changed (ours are kept), or that one side removed and the
     * other changed (they stay).
     */
    public List<String> disputed() {
        return disputed;
    }

    /** The voxels in conflict of a layer of the merged segmentation, labelled with the numbers of the conflicts. */
    public LabelLayer conflictLayer(int layer) {
        return layer < conflictLayers.size() ? conflictLayers.get(layer) : LabelLayer.empty(merged.size());
    }

    /**
     * The edit that settles a conflict, to be applied to the merged segmentation or a later state of it; voxels that were
     * changed since then stay as they are.
     */
    public Edit settle(MergeConflict conflict, Side side) {
        Optional<Segment> winner = switch (side) {
            case BASE -> conflict.base();
            case OURS -> conflict.ours();
            case THEIRS -> conflict.theirs();
        };
        char label = (char) (int) winner.map(Segment::label).orElse(0);
        LabelLayer layer = merged.layer(conflict.layer());
        List<BlockEdit> blocks = new ArrayList<>();
        conflictLayer(conflict.layer()).forEachBlock((bx, by, bz, marks) -> {
            Block before = layer.block(bx, by, bz);
            Block after = relabelled(before, marks, conflict.number(), label);
            if (!after.equals(before)) {
                blocks.add(new BlockEdit(conflict.layer(), bx, by, bz, before, after));
            }
            return true;
        });
        return new Edit("Settle a conflict as " + winner.map(Segment::name).orElse("background"), "merge.settle",
                Instant.now(), Map.of("side", side.name()), blocks, null, conflict.box());
    }

    private static Block relabelled(Block before, Block marks, int number, char label) {
        char[] labels = new char[Block.VOXELS];
        before.copyTo(labels);
        for (int i = 0; i < labels.length; i++) {
            if (marks.label(i) == number) {
                labels[i] = label;
            }
        }
        return Block.of(labels);
    }
}
