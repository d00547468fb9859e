package org.morphodepot.label;

import java.util.BitSet;
import java.util.Collection;

/** Labels of one layer. */
final class LabelSet {

    private final BitSet labels = new BitSet();

    private LabelSet() {
    }

    /** Labels of those segments that are in {@code layer}. */
    static LabelSet of(Collection<Segment> segments, int layer) {
        LabelSet set = new LabelSet();
        for (Segment segment : segments) {
            if (segment.layer() == layer) {
                set.labels.set(segment.label());
            }
        }
        return set;
    }

    boolean isEmpty() {
        return labels.isEmpty();
    }

    /** The block with these labels turned into background; the same object when it has none of them. */
    Block cleared(Block block) {
        if (!touches(block)) {
            return block;
        }
        char[] voxels = new char[Block.VOXELS];
        block.copyTo(voxels);
        for (int i = 0; i < voxels.length; i++) {
            if (labels.get(voxels[i])) {
                voxels[i] = 0;
            }
        }
        return Block.of(voxels);
    }

    private boolean touches(Block block) {
        for (char label : Blocks.labels(block)) {
            if (labels.get(label)) {
                return true;
            }
        }
        return false;
    }
}
