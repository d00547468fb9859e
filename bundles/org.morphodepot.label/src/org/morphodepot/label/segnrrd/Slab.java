package org.morphodepot.label.segnrrd;

import java.util.List;
import java.util.OptionalInt;

import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.UniformBlock;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/** The blocks of one height of a layer, looked up once. Immutable, any thread. */
final class Slab {

    private final VoxelBox box;
    private final int blocksX;
    private final Block[] blocks;

    private Slab(VoxelBox box, int blocksX, Block[] blocks) {
        this.box = box;
        this.blocksX = blocksX;
        this.blocks = blocks;
    }

    /** The blocks of the layer with this index that hold slice {@code z}; none outside the grid. */
    static Slab of(List<LabelLayer> layers, int layer, int z) {
        if (layer >= layers.size() || z < 0 || z >= layers.get(layer).size().z()) {
            return new Slab(VoxelBox.EMPTY, 0, new Block[0]);
        }
        LabelLayer labels = layers.get(layer);
        VoxelSize size = labels.size();
        int bz = z >> Block.SHIFT;
        int blocksX = (size.x() - 1 >> Block.SHIFT) + 1;
        int blocksY = (size.y() - 1 >> Block.SHIFT) + 1;
        Block[] blocks = new Block[Math.multiplyExact(blocksX, blocksY)];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = labels.block(i % blocksX, i / blocksX, bz);
        }
        int end = (int) Math.min(size.z(), bz + 1L << Block.SHIFT);
        return new Slab(new VoxelBox(0, 0, bz << Block.SHIFT, size.x(), size.y(), end), blocksX, blocks);
    }

    /** The voxels it has. */
    VoxelBox box() {
        return box;
    }

    Block block(int bx, int by) {
        return blocks[by * blocksX + bx];
    }

    /** The label of all voxels of a box when that is known without looking at each; outside the grid it is 0. */
    OptionalInt everyLabel(VoxelBox part) {
        VoxelBox inside = part.intersect(box);
        if (inside.isEmpty()) {
            return OptionalInt.of(0);
        }
        Block first = block(inside.x0() >> Block.SHIFT, inside.y0() >> Block.SHIFT);
        boolean same = first instanceof UniformBlock && (inside.equals(part) || first == UniformBlock.BACKGROUND);
        for (int by = inside.y0() >> Block.SHIFT; same && by <= inside.y1() - 1 >> Block.SHIFT; by++) {
            for (int bx = inside.x0() >> Block.SHIFT; same && bx <= inside.x1() - 1 >> Block.SHIFT; bx++) {
                same = block(bx, by).equals(first);
            }
        }
        return same ? OptionalInt.of(first.label(0)) : OptionalInt.empty();
    }
}
