package org.morphodepot.label.merge;

import java.util.List;
import java.util.Map;

import org.morphodepot.label.Block;
import org.morphodepot.label.Blocks;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;

/** One layer of the merged segmentation as it is in one of the three states: with the labels of the merged one. */
final class SourceLayer {

    private final LabelLayer layer;
    private final char[] table = new char[Character.MAX_VALUE + 1];

    /** @param members segments of the merged layer, with their merged labels */
    SourceLayer(Segmentation state, List<Segment> members) {
        Map<String, Segment> byId = SegmentListMerge.byId(state);
        int index = -1;
        for (Segment member : members) {
            Segment here = byId.get(member.id());
            if (here != null) {
                index = here.layer();
                table[here.label()] = (char) member.label();
            }
        }
        layer = index < 0 ? LabelLayer.empty(state.size()) : state.layer(index);
    }

    Block block(int bx, int by, int bz) {
        Block block = layer.block(bx, by, bz);
        boolean same = true;
        for (char label : Blocks.labels(block)) {
            same &= table[label] == label;
        }
        if (same) {
            return block;
        }
        char[] labels = new char[Block.VOXELS];
        block.copyTo(labels);
        for (int i = 0; i < labels.length; i++) {
            labels[i] = table[labels[i]];
        }
        return Block.of(labels);
    }

    /** The layer with its own labels. */
    LabelLayer raw() {
        return layer;
    }
}
