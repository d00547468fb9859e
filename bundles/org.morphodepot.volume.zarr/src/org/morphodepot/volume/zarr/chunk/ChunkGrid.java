package org.morphodepot.volume.zarr.chunk;

import java.util.ArrayList;
import java.util.List;

/** Chunks of one shape side by side, from index 0 on. */
public record ChunkGrid(int[] shape) {

    /** The grid places of all chunks that hold values of {@code region}, in C order. */
    public List<int[]> chunks(Region region) {
        int rank = shape.length;
        int[] first = new int[rank];
        int[] last = new int[rank];
        for (int i = 0; i < rank; i++) {
            first[i] = region.from()[i] / shape[i];
            last[i] = (region.from()[i] + region.count()[i] - 1) / shape[i];
        }
        List<int[]> all = new ArrayList<>();
        int[] chunk = first.clone();
        int axis;
        do {
            all.add(chunk.clone());
            axis = rank - 1;
            while (axis >= 0 && ++chunk[axis] > last[axis]) {
                chunk[axis] = first[axis];
                axis--;
            }
        } while (axis >= 0);
        return all;
    }

    /** The part of {@code region} in a chunk, counted from the chunk's first value. */
    public Region part(int[] chunk, Region region) {
        int[] from = new int[shape.length];
        int[] count = new int[shape.length];
        for (int i = 0; i < shape.length; i++) {
            long start = (long) chunk[i] * shape[i];
            from[i] = (int) Math.max(0, region.from()[i] - start);
            long end = Math.min(start + shape[i], (long) region.from()[i] + region.count()[i]);
            count[i] = (int) (end - start - from[i]);
        }
        return new Region(from, count);
    }

    /** Where that part begins, counted from the region's first value. */
    public int[] offset(int[] chunk, Region region) {
        int[] offset = new int[shape.length];
        for (int i = 0; i < shape.length; i++) {
            offset[i] = (int) Math.max(0, (long) chunk[i] * shape[i] - region.from()[i]);
        }
        return offset;
    }
}
