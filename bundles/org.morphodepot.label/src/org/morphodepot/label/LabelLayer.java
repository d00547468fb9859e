package org.morphodepot.label;

import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/** CONTRACT AGREED; the owner of `label` replaces this file by a final class with these public members. Immutable, sparse. */
public interface LabelLayer {

    static LabelLayer empty(VoxelSize size) {
        throw new UnsupportedOperationException();
    }

    VoxelSize size();

    /** Label of a voxel inside the size. */
    int label(int x, int y, int z);

    /** The block at block coordinates (voxel >> Block.SHIFT); the background block where nothing was ever painted. */
    Block block(int bx, int by, int bz);

    /** A layer with some blocks replaced, sharing all others. */
    LabelLayer with(Iterable<BlockChange> changes);

    /** Copies labels of {@code box} (clipped by the caller), x fastest, into {@code out}. */
    void read(VoxelBox box, char[] out);

    /** Box around all blocks that are not background; block-aligned, clipped. */
    VoxelBox occupied();

    /** One block's place and content. */
    record BlockChange(int bx, int by, int bz, Block block) {
    }
}
