package org.morphodepot.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.cache.ChunkState;

/** What is at a voxel, from what is in memory. Never blocks. */
public final class Picking {

    private static final int WINDOW_VALUES = 40_000;

    private Picking() {
    }

    /**
     * A scan's value.
     *
     * @param level where it was found; from 1 on it is an average over more than the one voxel
     */
    public record Value(double value, int level) {
    }

    /** The value at a level-0 voxel from the finest level that is here; empty while none is. */
    public static Optional<Value> value(Volume volume, ChunkSource chunks, VoxelPoint voxel) {
        if (!volume.levels().getFirst().size().box().contains(voxel)) {
            return Optional.empty();
        }
        for (Level level : volume.levels()) {
            int x = index(level, 0, voxel);
            int y = index(level, 1, voxel);
            int z = index(level, 2, voxel);
            if (chunks.peek(level.chunkAt(x, y, z)) instanceof ChunkState.Ready ready) {
                return Optional.of(new Value(ready.chunk().value(x, y, z), level.index()));
            }
        }
        return Optional.empty();
    }

    /** A display window that suits what is here of a box of level-0 voxels; empty while nothing is. */
    public static Optional<DisplayRange> window(Volume volume, ChunkSource chunks, VoxelBox box) {
        VoxelBox inside = box.intersect(volume.levels().getFirst().size().box());
        int step = Math.max(1, (int) Math.ceil(Math.cbrt(inside.voxels() / (double) WINDOW_VALUES)));
        List<Float> found = new ArrayList<>();
        for (int z = inside.z0(); z < inside.z1(); z += step) {
            for (int y = inside.y0(); y < inside.y1(); y += step) {
                for (int x = inside.x0(); x < inside.x1(); x += step) {
                    value(volume, chunks, new VoxelPoint(x, y, z)).ifPresent(value -> found.add((float) value.value()));
                }
            }
        }
        float[] values = new float[found.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = found.get(i);
        }
        return values.length == 0 ? Optional.empty() : Optional.of(AutoWindow.of(values));
    }

    /** The segments at a voxel, the topmost (last layer) first; hidden ones too. */
    public static List<Segment> segments(Segmentation segmentation, VoxelPoint voxel) {
        List<Segment> found = new ArrayList<>();
        if (!segmentation.size().box().contains(voxel)) {
            return found;
        }
        for (int layer = segmentation.layers().size() - 1; layer >= 0; layer--) {
            int label = segmentation.layers().get(layer).label(voxel.x(), voxel.y(), voxel.z());
            if (label != 0) {
                segmentation.segmentAt(layer, label).ifPresent(found::add);
            }
        }
        return found;
    }

    private static int index(Level level, int axis, VoxelPoint voxel) {
        long index = Math.round((voxel.get(axis) - level.offset()[axis]) / level.scale()[axis]);
        return (int) Math.clamp(index, 0L, level.size().get(axis) - 1L);
    }
}
