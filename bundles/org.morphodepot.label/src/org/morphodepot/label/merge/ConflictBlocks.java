package org.morphodepot.label.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.volume.VoxelBox;

import static org.morphodepot.label.Block.SHIFT;
import static org.morphodepot.label.Block.SIDE;

/** Collects marked rows of voxels into the blocks of a layer. */
final class ConflictBlocks {

    private final LabelLayer empty;
    private final Map<List<Integer>, char[]> blocks = new HashMap<>();

    ConflictBlocks(LabelLayer empty) {
        this.empty = empty;
    }

    /** Marks a row of voxels that lies in one block. */
    void mark(VoxelBox row, char number) {
        char[] labels = blocks.computeIfAbsent(List.of(row.x0() >> SHIFT, row.y0() >> SHIFT, row.z0() >> SHIFT),
                key -> new char[Block.VOXELS]);
        int from = ((row.z0() & SIDE - 1) << SHIFT | row.y0() & SIDE - 1) << SHIFT | row.x0() & SIDE - 1;
        Arrays.fill(labels, from, from + row.width(), number);
    }

    LabelLayer layer() {
        List<BlockChange> changes = new ArrayList<>();
        blocks.forEach((place, labels) -> changes
                .add(new BlockChange(place.get(0), place.get(1), place.get(2), Block.of(labels))));
        return empty.with(changes);
    }
}
