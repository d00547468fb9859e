package org.morphodepot.cli;

import java.util.ArrayList;
import java.util.List;

import org.morphodepot.cli.Facts.Counted;
import org.morphodepot.label.Block;
import org.morphodepot.label.Blocks;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.VoxelBox;

/** Counts the voxels of every segment and finds the box around them. */
final class Census {

    private static final int LABELS = 65536;

    private final long[] counts = new long[LABELS];
    private final VoxelBox[] boxes = new VoxelBox[LABELS];
    private final char[] cube = new char[Block.VOXELS];

    private Census() {
    }

    static List<Counted> of(Segmentation segmentation) {
        List<Census> layers = new ArrayList<>();
        for (LabelLayer layer : segmentation.layers()) {
            Census census = new Census();
            layer.forEachBlock((bx, by, bz, block) -> census.add(layer, bx, by, bz, block));
            layers.add(census);
        }
        List<Counted> counted = new ArrayList<>();
        for (Segment segment : segmentation.segments()) {
            Census census = layers.get(segment.layer());
            VoxelBox box = census.boxes[segment.label()];
            counted.add(new Counted(segment, census.counts[segment.label()], box == null ? VoxelBox.EMPTY : box));
        }
        return counted;
    }

    private boolean add(LabelLayer layer, int bx, int by, int bz, Block block) {
        VoxelBox voxels = layer.voxels(bx, by, bz);
        char[] labels = Blocks.labels(block);
        if (labels.length == 1) {
            counts[labels[0]] += voxels.voxels();
            reach(labels[0], voxels);
            return true;
        }
        Blocks.addCounts(block, counts);
        block.copyTo(cube);
        for (char label : labels) {
            if (label != 0 && !inside(boxes[label], voxels)) {
                reach(label, around(label, voxels));
            }
        }
        return true;
    }

    private static boolean inside(VoxelBox outer, VoxelBox box) {
        return outer != null && outer.intersect(box).equals(box);
    }

    private void reach(int label, VoxelBox box) {
        boxes[label] = boxes[label] == null ? box : boxes[label].union(box);
    }

    /** The box around a label in the present cube. */
    private VoxelBox around(char label, VoxelBox voxels) {
        VoxelBox box = VoxelBox.EMPTY;
        for (int z = 0; z < voxels.depth(); z++) {
            for (int y = 0; y < voxels.height(); y++) {
                int row = (z * Block.SIDE + y) * Block.SIDE;
                int first = -1;
                int last = -1;
                for (int x = 0; x < voxels.width(); x++) {
                    if (cube[row + x] == label) {
                        first = first < 0 ? x : first;
                        last = x;
                    }
                }
                if (first >= 0) {
                    box = box.union(new VoxelBox(first, y, z, last + 1, y + 1, z + 1));
                }
            }
        }
        return box.isEmpty() ? box : box.shift(voxels.x0(), voxels.y0(), voxels.z0());
    }
}
