package org.morphodepot.label.merge;

import java.util.ArrayList;
import java.util.List;

import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

import static org.morphodepot.label.Block.SHIFT;
import static org.morphodepot.label.Block.SIDE;

/** Merges one layer block by block: what only one side changed is taken; where both did, voxel by voxel. */
final class LayerMerge {

    private final SourceLayer base;
    private final SourceLayer ours;
    private final SourceLayer theirs;
    private final VoxelSize size;
    private final ConflictRuns conflicts;
    private final char[] b = new char[Block.VOXELS];
    private final char[] o = new char[Block.VOXELS];
    private final char[] t = new char[Block.VOXELS];

    LayerMerge(SourceLayer base, SourceLayer ours, SourceLayer theirs, VoxelSize size, ConflictRuns conflicts) {
        this.base = base;
        this.ours = ours;
        this.theirs = theirs;
        this.size = size;
        this.conflicts = conflicts;
    }

    LabelLayer run() {
        VoxelBox box = base.raw().occupied().union(ours.raw().occupied()).union(theirs.raw().occupied());
        List<BlockChange> changes = new ArrayList<>();
        LabelLayer start = ours.raw();
        for (int bz = box.z0() >> SHIFT; bz << SHIFT < box.z1(); bz++) {
            for (int by = box.y0() >> SHIFT; by << SHIFT < box.y1(); by++) {
                for (int bx = box.x0() >> SHIFT; bx << SHIFT < box.x1(); bx++) {
                    Block merged = block(bx, by, bz);
                    if (merged != start.block(bx, by, bz)) {
                        changes.add(new BlockChange(bx, by, bz, merged));
                    }
                }
            }
        }
        return start.with(changes);
    }

    private Block block(int bx, int by, int bz) {
        Block was = base.block(bx, by, bz);
        Block mine = ours.block(bx, by, bz);
        Block other = theirs.block(bx, by, bz);
        if (mine.equals(other) || other.equals(was)) {
            return mine;
        }
        return mine.equals(was) ? other : voxels(was, mine, other, start(bx, by, bz));
    }

    private static int[] start(int bx, int by, int bz) {
        return new int[] {bx << SHIFT, by << SHIFT, bz << SHIFT};
    }

    private Block voxels(Block was, Block mine, Block other, int[] start) {
        was.copyTo(b);
        mine.copyTo(o);
        other.copyTo(t);
        for (int row = 0; row < SIDE * SIDE; row++) {
            int y = start[1] + (row & SIDE - 1);
            int z = start[2] + (row >> SHIFT);
            for (int x = 0; x < SIDE; x++) {
                int i = row << SHIFT | x;
                if (o[i] == b[i]) {
                    o[i] = t[i];
                } else if (o[i] != t[i] && t[i] != b[i] && start[0] + x < size.x()) {
                    conflicts.add(start[0] + x, y, z, b[i], o[i], t[i]);
                }
            }
        }
        return Block.of(o);
    }
}
