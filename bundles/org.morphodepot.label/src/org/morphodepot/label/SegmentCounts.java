package org.morphodepot.label;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.morphodepot.volume.VoxelBox;

/**
 * Number of voxels and smallest box of every segment, counted block by block: a uniform block costs nothing, others
 * only a look at their indices. Immutable. Making one may take a while for large scans: not on the UI thread.
 */
public final class SegmentCounts {

    /**
     * @param voxels number of voxels
     * @param box smallest box around them; empty when there are none
     */
    public record Count(long voxels, VoxelBox box) {

        static final Count NONE = new Count(0, VoxelBox.EMPTY);
    }

    private final Map<String, Count> byId = new HashMap<>();

    private SegmentCounts() {
    }

    /** Counts all segments. */
    public static SegmentCounts of(Segmentation segmentation) {
        SegmentCounts counts = new SegmentCounts();
        List<LabelLayer> layers = segmentation.layers();
        LayerCount[] counted = new LayerCount[layers.size()];
        for (Segment segment : segmentation.segments()) {
            int layer = segment.layer();
            if (layer < counted.length) {
                counted[layer] = counted[layer] == null ? new LayerCount(layers.get(layer)) : counted[layer];
                counts.byId.put(segment.id(), counted[layer].of(segment.label()));
            }
        }
        return counts;
    }

    /** What was counted for a segment; nothing for an unknown id. */
    public Count of(String segmentId) {
        return byId.getOrDefault(segmentId, Count.NONE);
    }

    /** One layer, by label. */
    private static final class LayerCount {

        private static final int MANY = 8;

        private final long[] voxels = new long[Character.MAX_VALUE + 1];
        private final VoxelBox[] boxes = new VoxelBox[Character.MAX_VALUE + 1];
        private final LabelBoxes inOneLook = new LabelBoxes();

        LayerCount(LabelLayer layer) {
            layer.forEachBlock((bx, by, bz, block) -> {
                add(block, layer.voxels(bx, by, bz));
                return true;
            });
        }

        private void add(Block block, VoxelBox place) {
            if (block instanceof UniformBlock b) {
                voxels[b.label()] += place.voxels();
                boxes[b.label()] = box(b.label()).union(place);
                return;
            }
            Blocks.addCounts(block, voxels);
            char[] labels = Blocks.labels(block);
            if (labels.length > MANY) {
                inOneLook.add(block, labels, place, boxes);
                return;
            }
            for (char label : labels) {
                if (label != 0 && !TightBox.contains(box(label), place)) {
                    VoxelBox inside = TightBox.inside(block, label).shift(place.x0(), place.y0(), place.z0());
                    boxes[label] = box(label).union(inside);
                }
            }
        }

        private VoxelBox box(int label) {
            return boxes[label] == null ? VoxelBox.EMPTY : boxes[label];
        }

        Count of(int label) {
            return new Count(voxels[label], box(label));
        }
    }
}
