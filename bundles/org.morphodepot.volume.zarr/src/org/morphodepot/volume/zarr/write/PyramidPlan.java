package org.morphodepot.volume.zarr.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.spi.WriteOptions;
import org.morphodepot.volume.zarr.metadata.ChunkKeys;

/**
 * Sizes of everything that will be written. A level has half the size of the one before it, rounded up, along every
 * axis that is not already at least twice as coarse as the finest; by default there are levels until no side is longer
 * than {@value #SMALL}.
 *
 * @param axes of the arrays
 * @param side of chunks along the axes in space; other axes have chunks of 1
 * @param sharded whether many chunks are stored as one object
 * @param levels finest first
 */
public record PyramidPlan(SourceAxes axes, VoxelType type, int side, boolean sharded, List<Level> levels,
        Compression compression, int zarr) {

    private static final int SMALL = 128;
    private static final int MOST_LEVELS = 32;
    private static final int USUAL_SIDE = 64;

    /**
     * A level. The arrays are shared and have three entries for z, y, x.
     *
     * @param size voxels
     * @param factor against the level before: 1 or 2
     * @param scale against level 0
     * @param chunk voxels of a chunk
     * @param shard voxels of what is one object: a whole number of chunks along each axis
     */
    public record Level(int[] size, int[] factor, long[] scale, int[] chunk, int[] shard) {

        /** Size of a chunk's share of the next level. */
        int[] block(int[] nextFactor) {
            return Reduction.reduced(chunk, nextFactor);
        }
    }

    /** The plan for a source. */
    public static PyramidPlan of(DatasetInfo info, WriteOptions options) throws VolumeException {
        SourceAxes axes = SourceAxes.of(info);
        int side = options.chunk().orElse(USUAL_SIDE);
        int zarr = options.zarr().orElse(options.shard().orElse(0) > 0 ? 3 : 2);
        int count = options.levels().orElse(0);
        if (side < 8 || side > 1024 || side % 2 != 0) {
            throw wrong("chunks must have an even side between 8 and 1024 voxels, not " + side);
        }
        if (zarr != 2 && zarr != 3) {
            throw wrong("Zarr " + zarr + " is unknown; use 2 or 3");
        }
        if (options.levels().isPresent() && (count < 1 || count > MOST_LEVELS)) {
            throw wrong("the number of levels must be between 1 and " + MOST_LEVELS + ", not " + count);
        }
        Compression compression = Compression.of(options.codec().orElse("blosc"));
        int shard = new ShardSide(axes, side, zarr).of(options.shard());
        List<Level> levels = levels(axes, side, shard, count);
        return new PyramidPlan(axes, axes.type(), side, shard > side, levels, compression, zarr);
    }

    /** How chunks are called below their level. */
    ChunkKeys keys() {
        return new ChunkKeys(zarr == 2 ? "" : "c", '/');
    }

    static VolumeException wrong(String message) {
        return new VolumeException(Kind.UNSUPPORTED, message);
    }

    private static List<Level> levels(SourceAxes axes, int side, int shard, int count) {
        List<Level> levels = new ArrayList<>();
        levels.add(level(axes.size(), new int[] {1, 1, 1}, new long[] {1, 1, 1}, side, shard));
        while (levels.size() < MOST_LEVELS && (count > 0 ? levels.size() < count : isLarge(levels.getLast()))) {
            Level last = levels.getLast();
            int[] factor = factor(last, axes.spacing());
            if (Arrays.equals(factor, new int[] {1, 1, 1})) {
                break;
            }
            long[] scale = new long[3];
            Arrays.setAll(scale, i -> last.scale()[i] * factor[i]);
            levels.add(level(Reduction.reduced(last.size(), factor), factor, scale, side, shard));
        }
        return List.copyOf(levels);
    }

    private static Level level(int[] size, int[] factor, long[] scale, int side, int shardSide) {
        int[] chunk = new int[3];
        int[] shard = new int[3];
        Arrays.setAll(chunk, i -> Math.min(side, size[i]));
        Arrays.setAll(shard, i -> chunk[i] * Math.min(Math.max(1, shardSide / side), (size[i] + chunk[i] - 1) / chunk[i]));
        return new Level(size, factor, scale, chunk, shard);
    }

    private static boolean isLarge(Level level) {
        return Arrays.stream(level.size()).anyMatch(n -> n > SMALL);
    }

    private static int[] factor(Level level, double[] spacing) {
        double finest = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            if (level.size()[i] > 1) {
                finest = Math.min(finest, spacing[i] * level.scale()[i]);
            }
        }
        int[] factor = {1, 1, 1};
        for (int i = 0; i < 3; i++) {
            boolean coarse = spacing[i] * level.scale()[i] >= 2 * finest * (1 - 1e-6);
            factor[i] = level.size()[i] > 1 && !coarse ? 2 : 1;
        }
        return factor;
    }
}
