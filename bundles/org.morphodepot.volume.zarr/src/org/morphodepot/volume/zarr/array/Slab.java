package org.morphodepot.volume.zarr.array;

import org.morphodepot.volume.zarr.chunk.ChunkGrid;
import org.morphodepot.volume.zarr.chunk.Region;

/** One row of chunks along the slowest axis, clipped to the array; indices count from the slab's first value. */
final class Slab {

    private final ChunkGrid grid;
    private final Region region;
    private final long row;
    private final int valueSize;
    private final int[] chunks;

    /**
     * A slab of {@code array}.
     *
     * @param row its place along the slowest axis, in chunks
     * @param height its number of values along that axis
     */
    Slab(ZarrArray array, long row, int height) {
        this.grid = new ChunkGrid(array.chunkShape());
        this.row = row;
        this.valueSize = array.valueSize();
        long[] shape = array.metadata().shape();
        int[] count = new int[shape.length];
        chunks = new int[shape.length];
        for (int i = 0; i < count.length; i++) {
            count[i] = i == 0 ? height : (int) shape[i];
            chunks[i] = (int) (((long) count[i] + grid.shape()[i] - 1) / grid.shape()[i]);
        }
        region = Region.whole(count);
    }

    ChunkGrid grid() {
        return grid;
    }

    Region region() {
        return region;
    }

    int valueSize() {
        return valueSize;
    }

    long bytes() {
        return region.values() * valueSize;
    }

    /** Number of chunks. */
    int chunks() {
        long all = 1;
        for (int n : chunks) {
            all *= n;
        }
        return Math.toIntExact(all);
    }

    /** The place in the slab of chunk {@code number}, counted in C order. */
    int[] chunk(int number) {
        int[] chunk = new int[chunks.length];
        int rest = number;
        for (int i = chunks.length - 1; i >= 0; i--) {
            chunk[i] = rest % chunks[i];
            rest /= chunks[i];
        }
        return chunk;
    }

    int number(int[] chunk) {
        int number = 0;
        for (int i = 0; i < chunks.length; i++) {
            number = number * chunks[i] + chunk[i];
        }
        return number;
    }

    /** The place of a chunk in the array's grid. */
    long[] place(int[] chunk) {
        long[] place = new long[chunk.length];
        for (int i = 0; i < place.length; i++) {
            place[i] = i == 0 ? row : chunk[i];
        }
        return place;
    }

    /** Where chunk {@code number} lies in a temporary file. */
    long position(int number) {
        return number * Region.whole(grid.shape()).values() * valueSize;
    }
}
