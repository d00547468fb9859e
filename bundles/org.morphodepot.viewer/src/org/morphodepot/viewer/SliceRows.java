package org.morphodepot.viewer;

import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.cache.ChunkState;

/**
 * Rows of voxel values of one slice around one chunk, as floats. Reaches one voxel into the neighbouring chunks where
 * they are here, and repeats the border where they are not, so that interpolation shows no seams. Used by one thread.
 */
final class SliceRows {

    private final SlicePlan plan;
    private final SliceScene scene;
    private final Level level;
    private final Chunk chunk;
    private final SlicePlane plane;
    private final int slice;
    private final Chunk[] neighbours = new Chunk[9];
    private final boolean[] asked = new boolean[9];

    SliceRows(SlicePlan plan, SliceScene scene, Patch patch) {
        this.plan = plan;
        this.scene = scene;
        level = patch.level();
        chunk = patch.chunk();
        plane = scene.transform().plane();
        slice = scene.slice(level);
        neighbours[4] = chunk;
        asked[4] = true;
    }

    /**
     * Values of columns {@code first .. last} (at most one outside the chunk on either side) of a row (at most one
     * outside).
     */
    void read(int row, int first, int last, float[] out) {
        VoxelBox box = chunk.box();
        int low = box.min(plane.right());
        int high = box.max(plane.right()) - 1;
        int dy = row < box.min(plane.down()) ? 0 : row >= box.max(plane.down()) ? 2 : 1;
        Chunk middle = neighbour(1, dy);
        int usedRow = middle == null ? Math.clamp(row, box.min(plane.down()), box.max(plane.down()) - 1) : row;
        Chunk source = middle == null ? chunk : middle;
        int from = Math.max(first, low);
        int to = Math.min(last, high);
        read(source, usedRow, from, to, out, from - first);
        if (first < low) {
            Chunk left = neighbour(0, middle == null ? 1 : dy);
            read(left == null ? source : left, usedRow, left == null ? low : first, left == null ? low : first, out, 0);
        }
        if (last > high) {
            Chunk right = neighbour(2, middle == null ? 1 : dy);
            int column = right == null ? high : last;
            read(right == null ? source : right, usedRow, column, column, out, last - first);
        }
    }

    private void read(Chunk source, int row, int from, int to, float[] out, int offset) {
        VoxelBox box = source.box();
        int[] strides = {1, box.width(), box.width() * box.height()};
        int index = (from - box.min(plane.right())) * strides[plane.right()]
                + (row - box.min(plane.down())) * strides[plane.down()]
                + (slice - box.min(plane.normal())) * strides[plane.normal()];
        source.voxels().read(index, strides[plane.right()], to - from + 1, out, offset);
    }

    /** The chunk at (dx - 1, dy - 1) from this one, or null when it is outside or not here. */
    private Chunk neighbour(int dx, int dy) {
        int place = 3 * dy + dx;
        if (!asked[place]) {
            asked[place] = true;
            neighbours[place] = find(dx - 1, dy - 1);
        }
        return neighbours[place];
    }

    private Chunk find(int dx, int dy) {
        int column = chunk.box().min(plane.right()) / level.chunk().get(plane.right()) + dx;
        int row = chunk.box().min(plane.down()) / level.chunk().get(plane.down()) + dy;
        if (column < 0 || row < 0 || column >= level.chunks(plane.right()) || row >= level.chunks(plane.down())) {
            return null;
        }
        return scene.chunks().peek(plan.key(level, column, row)) instanceof ChunkState.Ready ready
                ? ready.chunk() : null;
    }
}
