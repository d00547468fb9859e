package org.morphodepot.label;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.morphodepot.label.Edit.BlockEdit;
import org.morphodepot.label.Edit.SegmentsEdit;
import org.morphodepot.label.LabelLayer.BlockChange;

/**
 * An edit in a history: applies to a state and back.
 *
 * @param layersBefore number of layers before the edit; a step that added layers takes them away when undone
 */
record Step(Edit edit, int layersBefore) {

    /** More layers than any real file has; protects from damaged input. */
    private static final int MAX_LAYERS = 4096;

    /**
     * The edit as it acts on {@code state}: blocks that changed since the edit was computed are merged voxel by voxel.
     */
    static Step of(Edit edit, Segmentation state) {
        List<BlockEdit> blocks = new ArrayList<>(edit.blocks().size());
        boolean merged = false;
        for (BlockEdit b : edit.blocks()) {
            if (b.layer() < 0 || b.layer() >= MAX_LAYERS) {
                throw new IllegalArgumentException("layer " + b.layer() + " is not in 0 to " + (MAX_LAYERS - 1));
            }
            Block now = b.layer() < state.layers().size() ? state.layers().get(b.layer()).block(b.bx(), b.by(), b.bz())
                    : UniformBlock.BACKGROUND;
            Block after = Blocks.rebase(b.before(), b.after(), now);
            merged |= after != b.after();
            blocks.add(new BlockEdit(b.layer(), b.bx(), b.by(), b.bz(), now, after));
        }
        if (!merged && edit.blocks() instanceof StoredBlocks) {
            // repeated from a journal: the blocks are on the disk already
            return new Step(edit, state.layers().size());
        }
        return new Step(new Edit(edit.name(), edit.tool(), edit.when(), edit.parameters(),
                StoredBlocks.inMemory(blocks), edit.segments(), edit.box()), state.layers().size());
    }

    /** What the blocks cost in memory, roughly; 0 when they are on the disk. */
    long heldBytes() {
        return edit.blocks() instanceof StoredBlocks stored ? stored.heldBytes() : 0;
    }

    /** Frees the memory when the blocks are on the disk; returns whether they are. */
    boolean release() {
        return !(edit.blocks() instanceof StoredBlocks stored) || stored.release();
    }

    Segmentation redone(Segmentation state) {
        Segmentation next = withBlocks(state, true);
        return edit.segments() == null ? next
                : next.withSegments(listed(state.segments(), edit.segments().before(), edit.segments().after()));
    }

    Segmentation undone(Segmentation state) {
        Segmentation next = withBlocks(state, false);
        next = next.layers().size() > layersBefore ? next.withLayers(next.layers().subList(0, layersBefore)) : next;
        SegmentsEdit list = edit.segments();
        return list == null ? next : next.withSegments(listed(state.segments(), list.after(), list.before()));
    }

    private Segmentation withBlocks(Segmentation state, boolean after) {
        if (edit.blocks().isEmpty()) {
            return state;
        }
        List<List<BlockChange>> changes = new ArrayList<>();
        for (BlockEdit b : edit.blocks()) {
            while (changes.size() <= b.layer()) {
                changes.add(new ArrayList<>());
            }
            changes.get(b.layer()).add(new BlockChange(b.bx(), b.by(), b.bz(), after ? b.after() : b.before()));
        }
        List<LabelLayer> layers = new ArrayList<>(state.layers());
        for (int i = 0; i < changes.size(); i++) {
            if (i == layers.size()) {
                layers.add(LabelLayer.empty(state.size()));
            }
            layers.set(i, layers.get(i).with(changes.get(i)));
        }
        return state.withLayers(layers);
    }

    /**
     * The list {@code to}, with what happened to the present list since {@code from}: segments that the edit left alone
     * stay as they are now, all keep how they are displayed, new ones stay at the end.
     */
    private static List<Segment> listed(List<Segment> present, List<Segment> from, List<Segment> to) {
        Map<String, Segment> now = byId(present);
        Map<String, Segment> old = byId(from);
        Map<String, Segment> result = new LinkedHashMap<>();
        for (Segment target : to) {
            Segment kept = now.get(target.id());
            boolean untouched = old.containsKey(target.id()) && old.get(target.id()).sameContent(target);
            result.put(target.id(), kept == null ? target : untouched ? kept : target.withDisplayOf(kept));
        }
        for (Segment kept : present) {
            if (!old.containsKey(kept.id())) {
                result.putIfAbsent(kept.id(), kept);
            }
        }
        return List.copyOf(result.values());
    }

    private static Map<String, Segment> byId(List<Segment> segments) {
        Map<String, Segment> map = LinkedHashMap.newLinkedHashMap(segments.size());
        segments.forEach(s -> map.put(s.id(), s));
        return map;
    }
}
