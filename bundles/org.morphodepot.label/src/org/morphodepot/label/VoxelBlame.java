package org.morphodepot.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.label.Edit.BlockEdit;
import org.morphodepot.volume.VoxelPoint;

/**
 * Which edit made a voxel what it is, by the history: who, when and with what is in the {@link Edit}. May read the
 * journal, so never on the UI thread.
 *
 * @param layer where
 * @param segment of the voxel now; empty for background
 * @param edit the newest that changed the voxel in this layer; empty when it is as it was before the history began
 */
public record VoxelBlame(int layer, Optional<Segment> segment, Optional<Edit> edit) {

    /**
     * One answer for each layer in which the voxel has a label or lost one; none where nobody ever painted.
     *
     * @throws java.io.UncheckedIOException when the journal cannot be read
     */
    public static List<VoxelBlame> at(Labelling labelling, VoxelPoint voxel) {
        Segmentation state = labelling.current();
        List<Edit> applied = labelling.applied();
        List<VoxelBlame> answers = new ArrayList<>();
        if (!state.size().box().contains(voxel.x(), voxel.y(), voxel.z())) {
            return answers;
        }
        for (int layer = 0; layer < state.layers().size(); layer++) {
            int label = state.layer(layer).label(voxel.x(), voxel.y(), voxel.z());
            Optional<Edit> edit = newest(applied, layer, voxel);
            if (label != 0 || edit.isPresent()) {
                answers.add(new VoxelBlame(layer, state.segmentAt(layer, label), edit));
            }
        }
        return answers;
    }

    private static Optional<Edit> newest(List<Edit> applied, int layer, VoxelPoint voxel) {
        for (int i = applied.size() - 1; i >= 0; i--) {
            if (changes(applied.get(i), layer, voxel)) {
                return Optional.of(applied.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean changes(Edit edit, int layer, VoxelPoint voxel) {
        int bx = voxel.x() >> Block.SHIFT;
        int by = voxel.y() >> Block.SHIFT;
        int bz = voxel.z() >> Block.SHIFT;
        if (edit.blocks().isEmpty() || !edit.box().contains(voxel.x(), voxel.y(), voxel.z())) {
            return false;
        }
        int mask = Block.SIDE - 1;
        int index = ((voxel.z() & mask) << Block.SHIFT | voxel.y() & mask) << Block.SHIFT | voxel.x() & mask;
        Optional<BlockEdit> block = edit.blocks() instanceof StoredBlocks stored
                ? stored.find(b -> isAt(b, layer, bx, by, bz))
                : edit.blocks().stream().filter(b -> isAt(b, layer, bx, by, bz)).findFirst();
        return block.filter(b -> b.before().label(index) != b.after().label(index)).isPresent();
    }

    private static boolean isAt(BlockEdit block, int layer, int bx, int by, int bz) {
        return block.layer() == layer && block.bx() == bx && block.by() == by && block.bz() == bz;
    }
}
