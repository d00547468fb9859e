package org.morphodepot.viewer;

import org.morphodepot.volume.VoxelBox;

/** Voxels marked by a stroke that is not finished. Thread-safe: a renderer reads while the stroke grows. */
public interface Marks {

    /** No voxel outside is marked; grows while drawing. */
    VoxelBox box();

    /** True: marked voxels will get the active segment; false: they will lose it. */
    boolean paints();

    /**
     * Reads one row of a slice: {@code out[i]} tells of the voxel whose index is {@code columns[from + i]} along axis
     * {@code axis}, the other two indices being those of {@code x}, {@code y}, {@code z}. Columns outside the scan
     * (negative) are not marked.
     *
     * @return false when the row has no mark; {@code out} is then not filled
     */
    boolean row(int axis, int x, int y, int z, int[] columns, int from, int count, boolean[] out);
}
