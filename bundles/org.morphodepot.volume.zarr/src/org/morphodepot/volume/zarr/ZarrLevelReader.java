package org.morphodepot.volume.zarr;

import java.io.IOException;

import org.morphodepot.volume.LargeVoxels;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.LevelReader;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.zarr.array.WholeParts;
import org.morphodepot.volume.zarr.chunk.Destination;
import org.morphodepot.volume.zarr.chunk.Region;
import org.morphodepot.volume.zarr.ngff.SpatialAxes;

/**
 * Reads all of one level, stored object by stored object.
 *
 * @param index place on the axes that are not in space
 */
record ZarrLevelReader(Level level, WholeParts parts, SpatialAxes axes, long[] index) implements LevelReader {

    @Override
    public VoxelSize part() {
        return new VoxelSize(side(0), side(1), side(2));
    }

    private int side(int axis) {
        return axes.get(axis) < 0 ? 1 : parts.shape()[axes.get(axis)];
    }

    @Override
    public long read(int x, int y, int z, LargeVoxels whole) throws IOException {
        int[] part = {x, y, z};
        int rank = index.length;
        long[] place = new long[rank];
        int[] from = new int[rank];
        int[] count = new int[rank];
        long[] strides = new long[rank];
        for (int i = 0; i < rank; i++) {
            place[i] = index[i] / parts.shape()[i];
            from[i] = (int) (index[i] % parts.shape()[i]);
            count[i] = 1;
        }
        long offset = 0;
        for (int axis = 0; axis < 3; axis++) {
            int i = axes.get(axis);
            if (i >= 0) {
                long first = (long) part[axis] * side(axis);
                place[i] = part[axis];
                from[i] = 0;
                count[i] = (int) Math.min(side(axis), level.size().get(axis) - first);
                strides[i] = whole.stride(axis);
                offset += first * strides[i];
            }
        }
        return parts.read(place, new Region(from, count), new Destination(whole.bytes(), offset, strides));
    }
}
