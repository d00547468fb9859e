package org.morphodepot.label.tool;

import java.util.Arrays;
import java.util.List;

import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.UniformBlock;

/** The labels of all layers at one place in the block grid, unpacked when asked for. For one thread. */
final class LabelStack {

    private final List<LabelLayer> layers;
    private final char[][] labels;
    private final boolean[] unpacked;
    private int bx = -1;
    private int by = -1;
    private int bz = -1;

    LabelStack(Segmentation segmentation) {
        layers = segmentation.layers();
        labels = new char[layers.size()][];
        unpacked = new boolean[layers.size()];
    }

    int layers() {
        return layers.size();
    }

    /** Goes to a block; what {@link #labels} gave before is void. */
    void moveTo(int x, int y, int z) {
        if (x != bx || y != by || z != bz) {
            bx = x;
            by = y;
            bz = z;
            Arrays.fill(unpacked, false);
        }
    }

    /** The block of a layer; background when there is no such layer yet. */
    Block block(int layer) {
        return layer < layers.size() ? layers.get(layer).block(bx, by, bz) : UniformBlock.BACKGROUND;
    }

    boolean isBackground(int layer) {
        return block(layer) == UniformBlock.BACKGROUND;
    }

    /** The labels of an existing layer here, in block order; not to be changed. */
    char[] labels(int layer) {
        if (!unpacked[layer]) {
            if (labels[layer] == null) {
                labels[layer] = new char[Block.VOXELS];
            }
            block(layer).copyTo(labels[layer]);
            unpacked[layer] = true;
        }
        return labels[layer];
    }
}
