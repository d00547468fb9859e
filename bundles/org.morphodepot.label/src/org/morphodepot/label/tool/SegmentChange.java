package org.morphodepot.label.tool;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.morphodepot.label.Block;
import org.morphodepot.label.Blocks;
import org.morphodepot.label.Edit;
import org.morphodepot.label.Edit.BlockEdit;
import org.morphodepot.label.Edit.SegmentsEdit;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.UniformBlock;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

/** Works out one edit of the active segment, block by block. Used once. */
final class SegmentChange {

    private final ToolContext context;
    private final Segmentation segmentation;
    private final Segment active;
    private final BlockMask add;
    private final BlockMask remove;
    private final Progress progress;
    private final LabelRoles roles;
    private final LabelStack stack;
    private final EditableArea area;
    /** The active segment as the edit leaves it; in another place when it has to move. */
    private Segment target;

    private final List<BlockEdit> edits = new ArrayList<>();
    private VoxelBox changedBox = VoxelBox.EMPTY;
    private final long[] added = new long[BlockMask.WORDS];
    private final long[] removed = new long[BlockMask.WORDS];
    private final long[] owned = new long[BlockMask.WORDS];
    private final long[] moved = new long[BlockMask.WORDS];
    private final long[] changed = new long[BlockMask.WORDS];
    private final char[] labels = new char[Block.VOXELS];

    SegmentChange(ToolContext context, BlockMask add, BlockMask remove, Progress progress) {
        this.context = context;
        this.add = add;
        this.remove = remove;
        this.progress = progress;
        segmentation = context.segmentation();
        active = context.segment();
        target = active;
        roles = new LabelRoles(segmentation, active, context.mask().overwrite());
        stack = new LabelStack(segmentation);
        area = new EditableArea(context, stack);
    }

    Edit edit(String name, String tool) throws IOException {
        VoxelBox scan = segmentation.size().box();
        VoxelBox range = BlockMask.blocks(add.box().union(remove.box()).intersect(scan));
        if (roles.mayKeep(active.layer()) && paintsOverKept()) {
            target = newPlace();
        }
        forEachPlace(range, this::change);
        if (target != active) {
            moveRest(range);
        }
        SegmentsEdit segments = target == active ? null
                : new SegmentsEdit(segmentation.segments(), segmentation.withSegment(active.id(), _ -> target).segments());
        return new Edit(name, tool, Instant.now(), Provenance.of(context), List.copyOf(edits), segments, changedBox);
    }

    /** Whether the edit would have to replace a segment that stays. Looks only where there is one. */
    private boolean paintsOverKept() throws IOException {
        boolean[] found = {false};
        forEachPlace(BlockMask.blocks(add.box().intersect(segmentation.size().box())), (bx, by, bz) -> {
            if (!found[0] && holdsKept() && readAdded(bx, by, bz)) {
                found[0] = anyKept();
            }
        });
        return found[0];
    }

    private boolean holdsKept() {
        Block block = stack.block(active.layer());
        if (block == UniformBlock.BACKGROUND) {
            return false;
        }
        for (char label : Blocks.labels(block)) {
            if (roles.of(active.layer(), label) == LabelRoles.KEPT) {
                return true;
            }
        }
        return false;
    }

    private boolean anyKept() {
        char[] present = stack.labels(active.layer());
        for (int w = 0; w < added.length; w++) {
            for (long rest = added[w]; rest != 0; rest &= rest - 1) {
                if (roles.of(active.layer(), present[w << 6 | Long.numberOfTrailingZeros(rest)]) == LabelRoles.KEPT) {
                    return true;
                }
            }
        }
        return false;
    }

    private Segment newPlace() throws IOException {
        LayerChoice choice = new LayerChoice(segmentation, active, roles);
        forEachOwnBlock((_, _, _) -> {
            if (choice.isOpen() && readOwned()) {
                choice.occupied(stack, owned);
            }
        });
        forEachPlace(BlockMask.blocks(add.box().intersect(segmentation.size().box())), (bx, by, bz) -> {
            if (choice.isOpen() && readAdded(bx, by, bz)) {
                choice.painted(stack, added);
            }
        });
        return choice.place();
    }

    /** Blocks of a moving segment that the masks do not reach. */
    private void moveRest(VoxelBox done) throws IOException {
        forEachOwnBlock((bx, by, bz) -> {
            if (!done.contains(bx, by, bz)) {
                change(bx, by, bz);
            }
        });
    }

    private void change(int bx, int by, int bz) throws IOException {
        boolean adds = readAdded(bx, by, bz);
        boolean owns = (target != active || remove != BlockMask.NONE) && readOwned();
        boolean removes = owns && readRemoved(bx, by, bz, adds);
        boolean moves = owns && target != active;
        if (!adds && !removes && !moves) {
            return;
        }
        for (int layer = 0; layer < stack.layers() || layer <= target.layer(); layer++) {
            boolean involved = layer == active.layer() && (removes || moves) || layer == target.layer() && (adds || moves)
                    || adds && roles.mayReplace(layer);
            if (involved && !(stack.isBackground(layer) && layer != target.layer())) {
                changeLayer(layer, bx, by, bz, adds, removes, moves);
            }
        }
    }

    private void changeLayer(int layer, int bx, int by, int bz, boolean adds, boolean removes, boolean moves) {
        Block before = stack.block(layer);
        before.copyTo(labels);
        Arrays.fill(changed, 0);
        if (adds && roles.mayReplace(layer) && layer != target.layer()) {
            clearReplaced(layer);
        }
        if (layer == active.layer() && moves) {
            set(owned, 0);
        } else if (layer == active.layer() && removes) {
            set(removed, 0);
        }
        if (layer == target.layer()) {
            setTarget(adds, removes, moves);
        }
        VoxelBox box = BlockBits.bounds(changed, bx, by, bz);
        if (!box.isEmpty()) {
            edits.add(new BlockEdit(layer, bx, by, bz, before, Block.of(labels)));
            changedBox = changedBox.union(box);
        }
    }

    private void setTarget(boolean adds, boolean removes, boolean moves) {
        if (moves) {
            for (int w = 0; w < owned.length; w++) {
                moved[w] = removes ? owned[w] & ~removed[w] : owned[w];
            }
            set(moved, target.label());
        }
        if (adds) {
            set(added, target.label());
        }
    }

    private void clearReplaced(int layer) {
        for (int w = 0; w < added.length; w++) {
            for (long rest = added[w]; rest != 0; rest &= rest - 1) {
                int i = w << 6 | Long.numberOfTrailingZeros(rest);
                if (roles.of(layer, labels[i]) == LabelRoles.REPLACED) {
                    labels[i] = 0;
                    changed[w] |= 1L << i;
                }
            }
        }
    }

    private void set(long[] bits, int label) {
        char value = (char) label;
        for (int w = 0; w < bits.length; w++) {
            for (long rest = bits[w]; rest != 0; rest &= rest - 1) {
                int i = w << 6 | Long.numberOfTrailingZeros(rest);
                if (labels[i] != value) {
                    labels[i] = value;
                    changed[w] |= 1L << i;
                }
            }
        }
    }

    /** The voxels to paint here, without those that a locked neighbour keeps. */
    private boolean readAdded(int bx, int by, int bz) throws IOException {
        if (!touches(add, bx, by, bz) || !add.read(bx, by, bz, added) || !area.restrict(bx, by, bz, added)) {
            return false;
        }
        if (context.mask().overwrite() == MaskRule.Overwrite.NONE || stack.isBackground(active.layer())) {
            return true;
        }
        char[] present = stack.labels(active.layer());
        long any = 0;
        for (int w = 0; w < added.length; w++) {
            for (long rest = added[w]; rest != 0; rest &= rest - 1) {
                long bit = rest & -rest;
                if (roles.of(active.layer(), present[w << 6 | Long.numberOfTrailingZeros(rest)]) == LabelRoles.BLOCKING) {
                    added[w] &= ~bit;
                }
            }
            any |= added[w];
        }
        return any != 0;
    }

    private boolean readRemoved(int bx, int by, int bz, boolean adds) throws IOException {
        return touches(remove, bx, by, bz) && remove.read(bx, by, bz, removed) && BlockBits.and(removed, owned)
                && (!adds || BlockBits.andNot(removed, added)) && area.restrict(bx, by, bz, removed);
    }

    private boolean readOwned() {
        return !stack.isBackground(active.layer())
                && SegmentMask.where(stack.labels(active.layer()), (char) active.label(), owned);
    }

    private static boolean touches(BlockMask mask, int bx, int by, int bz) {
        return !BlockBits.cell(bx, by, bz).intersect(mask.box()).isEmpty();
    }

    private interface Place {
        void at(int bx, int by, int bz) throws IOException;
    }

    private void forEachPlace(VoxelBox range, Place place) throws IOException {
        long done = 0;
        for (int bz = range.z0(); bz < range.z1(); bz++) {
            for (int by = range.y0(); by < range.y1(); by++) {
                progress.check();
                progress.report(done, range.voxels(), "Changing labels");
                for (int bx = range.x0(); bx < range.x1(); bx++) {
                    stack.moveTo(bx, by, bz);
                    place.at(bx, by, bz);
                }
                done += range.width();
            }
        }
    }

    private void forEachOwnBlock(Place place) throws IOException {
        if (active.layer() >= segmentation.layers().size()) {
            return;
        }
        List<int[]> places = new ArrayList<>();
        LabelLayer layer = segmentation.layers().get(active.layer());
        layer.forEachBlock((bx, by, bz, _) -> places.add(new int[] {bx, by, bz}));
        for (int[] p : places) {
            progress.check();
            stack.moveTo(p[0], p[1], p[2]);
            place.at(p[0], p[1], p[2]);
        }
    }
}
