package org.morphodepot.label;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.label.Edit.BlockEdit;
import org.morphodepot.label.Edit.SegmentsEdit;
import org.morphodepot.volume.VoxelBox;

/**
 * Compares two segmentations of one grid: shared blocks cost nothing, equal ones a comparison of their packed form, and
 * only blocks that differ are looked at voxel by voxel. Segments are matched by id, wherever their label is.
 */
public final class SegmentationDiff {

    private SegmentationDiff() {
    }

    /** Segments that differ, in the order of {@code after}, then those that are gone. Not on the UI thread. */
    public static List<SegmentDifference> between(Segmentation before, Segmentation after) {
        check(before, after);
        List<Tally> tallies = tallies(before, after);
        Map<List<Integer>, List<Tally>> byLayers = new LinkedHashMap<>();
        for (Tally tally : tallies) {
            byLayers.computeIfAbsent(List.of(tally.layerBefore(), tally.layerAfter()), key -> new ArrayList<>())
                    .add(tally);
        }
        byLayers.forEach((pair, members) -> new LayerPair(layer(before, pair.get(0)), layer(after, pair.get(1)),
                members).count());
        return tallies.stream().map(Tally::difference).filter(d -> !d.isNothing()).toList();
    }

    /** The edit that turns {@code before} into {@code after}; empty when they are equal. */
    public static Edit edit(Segmentation before, Segmentation after, String name, String tool) {
        check(before, after);
        List<BlockEdit> blocks = new ArrayList<>();
        VoxelBox[] box = {VoxelBox.EMPTY};
        for (int i = 0; i < Math.max(before.layers().size(), after.layers().size()); i++) {
            int layer = i;
            LabelLayer target = after.layer(i);
            target.forEachDifference(before.layer(i), (bx, by, bz, to, from) -> {
                box[0] = box[0].union(target.voxels(bx, by, bz));
                return blocks.add(new BlockEdit(layer, bx, by, bz, from, to));
            });
        }
        SegmentsEdit list = before.segments().equals(after.segments()) ? null
                : new SegmentsEdit(before.segments(), after.segments());
        return new Edit(name, tool, Instant.now(), Map.of(), blocks, list, box[0]);
    }

    private static void check(Segmentation before, Segmentation after) {
        if (!before.size().equals(after.size())) {
            throw new IllegalArgumentException("segmentations of " + before.size() + " and " + after.size()
                    + " voxels");
        }
    }

    private static LabelLayer layer(Segmentation segmentation, int index) {
        return index < 0 ? LabelLayer.empty(segmentation.size()) : segmentation.layer(index);
    }

    private static List<Tally> tallies(Segmentation before, Segmentation after) {
        Map<String, Segment> old = new LinkedHashMap<>();
        before.segments().forEach(s -> old.put(s.id(), s));
        List<Tally> tallies = new ArrayList<>();
        for (Segment segment : after.segments()) {
            tallies.add(new Tally(Optional.ofNullable(old.remove(segment.id())), Optional.of(segment)));
        }
        old.values().forEach(gone -> tallies.add(new Tally(Optional.of(gone), Optional.empty())));
        return tallies;
    }

    /** What was counted for one segment. */
    private static final class Tally {

        private final Optional<Segment> before;
        private final Optional<Segment> after;
        private long added;
        private long removed;
        private VoxelBox box = VoxelBox.EMPTY;

        Tally(Optional<Segment> before, Optional<Segment> after) {
            this.before = before;
            this.after = after;
        }

        int layerBefore() {
            return before.map(Segment::layer).orElse(-1);
        }

        int layerAfter() {
            return after.map(Segment::layer).orElse(-1);
        }

        boolean keepsLabel() {
            return before.isPresent() && after.isPresent() && before.get().label() == after.get().label();
        }

        SegmentDifference difference() {
            return new SegmentDifference(before, after, added, removed, box);
        }
    }

    /** The segments that came from one layer and are in one layer now. */
    private static final class LayerPair {

        private final LabelLayer before;
        private final LabelLayer after;
        private final List<Tally> members;
        private final int[] memberBefore = new int[Character.MAX_VALUE + 1];
        private final int[] memberAfter = new int[Character.MAX_VALUE + 1];
        private final char[] from = new char[Block.VOXELS];
        private final char[] to = new char[Block.VOXELS];
        /** Of each member in the present block: first x, y, z and last x, y, z of changed voxels. */
        private final int[][] bounds;

        LayerPair(LabelLayer before, LabelLayer after, List<Tally> members) {
            this.before = before;
            this.after = after;
            this.members = members;
            bounds = new int[members.size()][];
            for (int i = 0; i < members.size(); i++) {
                int number = i + 1;
                members.get(i).before.ifPresent(s -> memberBefore[s.label()] = number);
                members.get(i).after.ifPresent(s -> memberAfter[s.label()] = number);
            }
        }

        void count() {
            if (members.stream().allMatch(Tally::keepsLabel)) {
                after.forEachDifference(before, (bx, by, bz, now, then) -> count(bx, by, bz, then, now));
                return;
            }
            after.forEachBlock((bx, by, bz, now) -> count(bx, by, bz, before.block(bx, by, bz), now));
            before.forEachBlock((bx, by, bz, then) -> after.block(bx, by, bz) != UniformBlock.BACKGROUND
                    || count(bx, by, bz, then, UniformBlock.BACKGROUND));
        }

        private boolean count(int bx, int by, int bz, Block then, Block now) {
            if (!concerns(then, memberBefore) && !concerns(now, memberAfter)) {
                return true;
            }
            then.copyTo(from);
            now.copyTo(to);
            for (int i = 0; i < Block.VOXELS; i++) {
                int a = memberBefore[from[i]];
                int b = memberAfter[to[i]];
                if (a != b) {
                    changed(a, i).removed += a > 0 ? 1 : 0;
                    changed(b, i).added += b > 0 ? 1 : 0;
                }
            }
            placed(bx << Block.SHIFT, by << Block.SHIFT, bz << Block.SHIFT);
            return true;
        }

        private static boolean concerns(Block block, int[] members) {
            for (char label : Blocks.labels(block)) {
                if (members[label] > 0) {
                    return true;
                }
            }
            return false;
        }

        /** Notes that a voxel of the block changed for a member; for no member (0) returns one that counts nothing. */
        private Tally changed(int member, int index) {
            if (member == 0) {
                return members.getFirst();
            }
            int x = index & Block.SIDE - 1;
            int y = index >> Block.SHIFT & Block.SIDE - 1;
            int z = index >> 2 * Block.SHIFT;
            int[] b = bounds[member - 1];
            if (b == null) {
                bounds[member - 1] = new int[] {x, y, z, x, y, z};
            } else {
                b[0] = Math.min(b[0], x);
                b[1] = Math.min(b[1], y);
                b[3] = Math.max(b[3], x);
                b[4] = Math.max(b[4], y);
                b[5] = z;
            }
            return members.get(member - 1);
        }

        private void placed(int x, int y, int z) {
            for (int i = 0; i < bounds.length; i++) {
                int[] b = bounds[i];
                if (b != null) {
                    VoxelBox inside = new VoxelBox(b[0], b[1], b[2], b[3] + 1, b[4] + 1, b[5] + 1);
                    members.get(i).box = members.get(i).box.union(inside.shift(x, y, z));
                    bounds[i] = null;
                }
            }
        }
    }
}
