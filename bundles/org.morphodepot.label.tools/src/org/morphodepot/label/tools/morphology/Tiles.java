package org.morphodepot.label.tools.morphology;

import java.io.IOException;

import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.label.tool.VoxelMask;
import org.morphodepot.label.tools.Tile;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelBox;

/**
 * Applies a filter to a set of any size, one cube after the other, each with its surroundings in memory. Where the set is all
 * full or all empty nothing is computed, so that the cost is that of the surface.
 */
final class Tiles {

    /** Side of a core. */
    private static final int CORE = 128;
    /** Voxels in each direction at most: a tile then has 35 million voxels. */
    private static final int FARTHEST = 101;

    private Tiles() {
    }

    /**
     * @param scan what exists
     * @param what is done, for people
     * @throws VolumeException {@link VolumeException.Kind#TOO_LARGE} when the filter reaches too far
     */
    static VoxelMask apply(Filter filter, BlockMask set, VoxelBox scan, String what, Progress progress) throws IOException {
        int[] reach = filter.reach();
        for (int voxels : reach) {
            if (voxels > FARTHEST) {
                throw new VolumeException(VolumeException.Kind.TOO_LARGE, "That is " + (voxels - 1) + " voxels of this scan, and "
                        + (FARTHEST - 1) + " are possible at once; choose less and repeat it");
            }
        }
        VoxelMask result = new VoxelMask();
        VoxelBox work = grow(set.box(), reach).intersect(scan);
        if (set.box().isEmpty() || work.isEmpty()) {
            return result;
        }
        VoxelBox tiles = new VoxelBox(work.x0() / CORE, work.y0() / CORE, work.z0() / CORE, (work.x1() - 1) / CORE + 1,
                (work.y1() - 1) / CORE + 1, (work.z1() - 1) / CORE + 1);
        for (int i = 0; i < tiles.voxels(); i++) {
            progress.check();
            progress.report(i, tiles.voxels(), what);
            VoxelBox core = cube(tiles.x0() + i % tiles.width(), tiles.y0() + i / tiles.width() % tiles.height(),
                    tiles.z0() + i / tiles.width() / tiles.height()).intersect(work);
            applyTo(Tile.read(set, grow(core, reach).intersect(scan), core), filter, result);
        }
        return result;
    }

    private static void applyTo(Tile tile, Filter filter, VoxelMask result) {
        if (!tile.isUniform()) {
            tile.addCore(filter.apply(tile), result);
        } else if (filter.inUniform(tile.set()[0])) {
            tile.addCore(result);
        }
    }

    private static VoxelBox cube(int i, int j, int k) {
        return new VoxelBox(i * CORE, j * CORE, k * CORE, (i + 1) * CORE, (j + 1) * CORE, (k + 1) * CORE);
    }

    private static VoxelBox grow(VoxelBox box, int[] reach) {
        return new VoxelBox(box.x0() - reach[0], box.y0() - reach[1], box.z0() - reach[2], box.x1() + reach[0],
                box.y1() + reach[1], box.z1() + reach[2]);
    }
}
