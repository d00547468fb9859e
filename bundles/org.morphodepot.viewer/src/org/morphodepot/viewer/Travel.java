package org.morphodepot.viewer;

import java.util.List;

import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Level;

/**
 * Notices in which direction a view moves through its slices and names the chunks it will need next. One instance serves one
 * view, on one thread.
 */
public final class Travel {

    private SliceScene last;
    private int direction;

    /**
     * The chunks of the next layer in the direction of travel, at the level that is drawn; empty when the view does not move,
     * or not through slices, or has arrived at the end.
     */
    public List<ChunkKey> ahead(SliceScene scene) {
        direction = direction(scene);
        last = scene;
        if (direction == 0) {
            return List.of();
        }
        Level level = scene.volume().levels().get(scene.level());
        int axis = scene.transform().plane().normal();
        int depth = level.chunk().get(axis);
        int layer = scene.slice(level) / depth + direction;
        if (layer < 0 || layer >= level.chunks(axis)) {
            return List.of();
        }
        double slice = ((double) layer * depth + (direction > 0 ? 0 : depth - 1)) * level.scale()[axis] + level.offset()[axis];
        return new SlicePlan(scene.at((int) Math.round(slice))).wanted().stream()
                .filter(key -> key.level() == level.index()).toList();
    }

    /** Frames of the same slice, when chunks arrive, are no stop; another zoom or place is. */
    private int direction(SliceScene scene) {
        if (last == null || last.volume() != scene.volume() || !last.transform().equals(scene.transform())) {
            return 0;
        }
        return scene.slice() == last.slice() ? direction : Integer.signum(scene.slice() - last.slice());
    }
}
