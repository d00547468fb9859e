package org.morphodepot.label.tool;

import java.util.Arrays;

import org.morphodepot.label.Block;
import org.morphodepot.label.Blocks;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.UniformBlock;
import org.morphodepot.volume.VoxelBox;

/** The voxels of one label in one layer. */
final class SegmentMask implements BlockMask {

    private final LabelLayer layer;
    private final char label;
    private final char[] labels = new char[Block.VOXELS];
    private VoxelBox box;

    private SegmentMask(LabelLayer layer, int label) {
        this.layer = layer;
        this.label = (char) label;
    }

    static BlockMask of(Segmentation segmentation, Segment segment) {
        return segment.layer() < segmentation.layers().size()
                ? new SegmentMask(segmentation.layers().get(segment.layer()), segment.label()) : NONE;
    }

    /** Made of whole blocks, clipped to the scan. */
    @Override
    public VoxelBox box() {
        if (box == null) {
            VoxelBox[] found = {VoxelBox.EMPTY};
            layer.forEachBlock((bx, by, bz, block) -> {
                VoxelBox cell = BlockBits.cell(bx, by, bz);
                if (!found[0].equals(found[0].union(cell)) && holds(block)) {
                    found[0] = found[0].union(cell);
                }
                return true;
            });
            box = found[0].intersect(layer.size().box());
        }
        return box;
    }

    private boolean holds(Block block) {
        return Arrays.binarySearch(Blocks.labels(block), label) >= 0;
    }

    @Override
    public boolean read(int bx, int by, int bz, long[] bits) {
        Block block = layer.block(bx, by, bz);
        if (block instanceof UniformBlock uniform) {
            Arrays.fill(bits, -1);
            return uniform.label() == label && BlockBits.clip(bits, bx, by, bz, layer.size().box());
        }
        block.copyTo(labels);
        return where(labels, label, bits);
    }

    /** The bits of the voxels that have the label; whether there are any. */
    static boolean where(char[] labels, char label, long[] bits) {
        long any = 0;
        for (int w = 0, i = 0; w < WORDS; w++) {
            long word = 0;
            for (int k = 0; k < 64; k++, i++) {
                word |= (labels[i] == label ? 1L : 0) << k;
            }
            bits[w] = word;
            any |= word;
        }
        return any != 0;
    }
}
