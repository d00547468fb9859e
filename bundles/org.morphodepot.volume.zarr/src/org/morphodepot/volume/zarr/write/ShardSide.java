package org.morphodepot.volume.zarr.write;

import java.util.Optional;

import org.morphodepot.volume.VolumeException;

/** How many chunks are stored as one object: so many that a scan is hundreds of objects, not hundreds of thousands. */
record ShardSide(SourceAxes axes, int chunk, int zarr) {

    /** A level with fewer chunks is handled well as it is. */
    private static final long MANY = 1000;
    private static final int LARGEST = 16;
    private static final long MOST_BYTES = 1L << 30;

    /** The side of shards for what was asked; that of a chunk when there shall be none. */
    int of(Optional<Integer> asked) throws VolumeException {
        if (asked.isEmpty()) {
            return zarr == 3 ? usual() : chunk;
        }
        int side = asked.get();
        if (side == 0) {
            return chunk;
        }
        if (zarr != 3) {
            throw PyramidPlan.wrong("shards need Zarr 3");
        }
        if (side < chunk || side % chunk != 0) {
            throw PyramidPlan.wrong("shards must be a multiple of the chunks' " + chunk + " voxels, not " + side);
        }
        if (bytes(side) > MOST_BYTES) {
            throw PyramidPlan.wrong("shards of " + side + " voxels hold more than 1 GiB each; use smaller ones");
        }
        return side;
    }

    private int usual() {
        if (objects(chunk) <= MANY) {
            return chunk;
        }
        int side = 4 * chunk;
        while (objects(side) > MANY && side < LARGEST * chunk && bytes(2 * side) <= MOST_BYTES / 4) {
            side *= 2;
        }
        return bytes(side) <= MOST_BYTES ? side : chunk;
    }

    private long objects(int side) {
        long objects = axes.volumes();
        for (int n : axes.size()) {
            objects *= (n - 1) / side + 1;
        }
        return objects;
    }

    private long bytes(int side) {
        long bytes = axes.type().bytes();
        for (int n : axes.size()) {
            bytes *= Math.min(side, (n - 1) / chunk * (long) chunk + chunk);
        }
        return bytes;
    }
}
