package org.morphodepot.viewer;

import java.util.Optional;

import org.morphodepot.label.tool.Effect;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelBox;

/**
 * Everything that decides the pixels of one view, immutable but for the chunks that arrive.
 *
 * @param slice level-0 index along the plane's normal axis
 * @param range intensities shown as black and white
 * @param smooth interpolate between voxel centres
 * @param labels empty: none are drawn
 * @param preview tints what an effect would take
 * @param rgb the colour of the highest intensities, {@code 0xRRGGBB}; white draws in grey
 */
public record SliceScene(Volume volume, ChunkSource chunks, ViewTransform transform, int slice, DisplayRange range,
        boolean smooth, Optional<LabelDisplay> labels, Optional<Effect.IntensityPreview> preview, int rgb) {

    /** Draws in grey. */
    public static final int WHITE = 0xffffff;

    /** A voxel of the drawn level covers up to this many pixels: a little blur for a quarter of the data. */
    private static final double PIXELS_PER_VOXEL = 1.42;

    /** In grey. */
    public SliceScene(Volume volume, ChunkSource chunks, ViewTransform transform, int slice, DisplayRange range,
            boolean smooth, Optional<LabelDisplay> labels, Optional<Effect.IntensityPreview> preview) {
        this(volume, chunks, transform, slice, range, smooth, labels, preview, WHITE);
    }

    /** The coarsest level that is fine enough for the zoom. */
    public int level() {
        int chosen = 0;
        for (Level level : volume.levels()) {
            double right = level.scale()[transform.plane().right()] * transform.pixelsRight();
            double down = level.scale()[transform.plane().down()] * transform.pixelsDown();
            if (Math.max(right, down) <= PIXELS_PER_VOXEL) {
                chosen = level.index();
            }
        }
        return chosen;
    }

    /** The same view at another slice. */
    SliceScene at(int other) {
        return new SliceScene(volume, chunks, transform, other, range, smooth, labels, preview, rgb);
    }

    /** The slice's index in a level. */
    int slice(Level level) {
        int axis = transform.plane().normal();
        long index = Math.round((slice - level.offset()[axis]) / level.scale()[axis]);
        return (int) Math.clamp(index, 0L, level.size().get(axis) - 1L);
    }

    /** The pixels that change when a chunk arrives; empty when the chunk is not in the slice. */
    public ScreenRect cover(ChunkKey key) {
        Level level = volume.levels().get(key.level());
        VoxelBox box = level.box(key);
        int normal = transform.plane().normal();
        int index = slice(level);
        if (index < box.min(normal) || index >= box.max(normal)) {
            return ScreenRect.EMPTY;
        }
        // Interpolation at the border looks one voxel further.
        return transform.cover(finest(level, box.grow(1)));
    }

    /** The level-0 voxels that a box of another level covers. */
    private static VoxelBox finest(Level level, VoxelBox box) {
        int[] low = new int[3];
        int[] high = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            low[axis] = (int) Math.floor((box.min(axis) - 0.5) * level.scale()[axis] + level.offset()[axis] + 0.5);
            high[axis] = (int) Math.ceil((box.max(axis) - 0.5) * level.scale()[axis] + level.offset()[axis] + 0.5);
        }
        return new VoxelBox(low[0], low[1], low[2], high[0], high[1], high[2]);
    }
}
