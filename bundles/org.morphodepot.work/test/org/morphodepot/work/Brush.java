package org.morphodepot.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.VoxelBox;

/** Paints boxes. */
public final class Brush {

    private Brush() {
    }

    /** Paints a segment of that name, which is made when there is none. */
    public static Segmentation paint(Segmentation state, String name, VoxelBox box) {
        Optional<Segment> known = state.segments().stream().filter(s -> s.name().equals(name)).findFirst();
        if (known.isEmpty()) {
            List<Segment> more = SegmentEdits.add(state, name, SegmentColor.ofRgb(0x88aa33), "").segments().after();
            return paint(state.withSegments(more), name, box);
        }
        return fill(state, known.get().layer(), known.get().label(), box);
    }

    public static Segmentation erase(Segmentation state, VoxelBox box) {
        return fill(state, 0, 0, box);
    }

    private static Segmentation fill(Segmentation state, int index, int label, VoxelBox box) {
        LabelLayer layer = state.layer(index);
        List<BlockChange> changes = new ArrayList<>();
        for (int bz = box.z0() >> 5; bz <= box.z1() - 1 >> 5; bz++) {
            for (int by = box.y0() >> 5; by <= box.y1() - 1 >> 5; by++) {
                for (int bx = box.x0() >> 5; bx <= box.x1() - 1 >> 5; bx++) {
                    changes.add(new BlockChange(bx, by, bz, filled(layer.block(bx, by, bz), bx, by, bz, label, box)));
                }
            }
        }
        List<LabelLayer> layers = new ArrayList<>(state.layers());
        layers.set(index, layer.with(changes));
        return state.withLayers(layers);
    }

    private static Block filled(Block before, int bx, int by, int bz, int label, VoxelBox box) {
        char[] labels = new char[Block.VOXELS];
        before.copyTo(labels);
        for (int i = 0; i < labels.length; i++) {
            int x = (bx << 5) + (i & 31);
            int y = (by << 5) + (i >> 5 & 31);
            int z = (bz << 5) + (i >> 10);
            boolean inside = x >= box.x0() && x < box.x1() && y >= box.y0() && y < box.y1() && z >= box.z0() && z < box.z1();
            labels[i] = inside ? (char) label : labels[i];
        }
        return Block.of(labels);
    }

    /** Number of voxels of the segments of that name. */
    public static long count(Segmentation state, String name) {
        long[] sum = {0};
        for (Segment segment : state.segments()) {
            if (segment.name().equals(name)) {
                state.layer(segment.layer()).forEachBlock((bx, by, bz, block) -> {
                    for (int i = 0; i < Block.VOXELS; i++) {
                        sum[0] += block.label(i) == segment.label() ? 1 : 0;
                    }
                    return true;
                });
            }
        }
        return sum[0];
    }
}
