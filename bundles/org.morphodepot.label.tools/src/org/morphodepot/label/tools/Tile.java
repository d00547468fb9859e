package org.morphodepot.label.tools;

import java.io.IOException;

import org.morphodepot.label.tool.BlockBits;
import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.label.tool.VoxelMask;
import org.morphodepot.volume.VoxelBox;

import static org.morphodepot.label.Block.SHIFT;
import static org.morphodepot.label.Block.SIDE;

/**
 * A dense piece of a set, x fastest: a core, whose result is wanted, and as much around it as the result depends on.
 *
 * @param box core and surroundings, clipped to the scan
 * @param core inside the box
 */
public record Tile(VoxelBox box, VoxelBox core, boolean[] set) {

    /** Reads a piece of {@code mask}. */
    public static Tile read(BlockMask mask, VoxelBox box, VoxelBox core) throws IOException {
        Tile tile = new Tile(box, core, new boolean[Math.toIntExact(box.voxels())]);
        VoxelBox blocks = BlockMask.blocks(box.intersect(mask.box()));
        long[] bits = new long[BlockMask.WORDS];
        for (int bz = blocks.z0(); bz < blocks.z1(); bz++) {
            for (int by = blocks.y0(); by < blocks.y1(); by++) {
                for (int bx = blocks.x0(); bx < blocks.x1(); bx++) {
                    if (mask.read(bx, by, bz, bits)) {
                        tile.copy(bits, bx, by, bz);
                    }
                }
            }
        }
        return tile;
    }

    private void copy(long[] bits, int bx, int by, int bz) {
        VoxelBox part = BlockBits.cell(bx, by, bz).intersect(box);
        for (int z = part.z0(); z < part.z1(); z++) {
            for (int y = part.y0(); y < part.y1(); y++) {
                int row = BlockBits.row(bits, y & SIDE - 1, z & SIDE - 1) >>> part.x0() - (bx << SHIFT);
                int i = index(part.x0(), y, z);
                for (int k = 0; k < part.width(); k++) {
                    set[i + k] = (row >>> k & 1) != 0;
                }
            }
        }
    }

    /** Index of a voxel of the box. */
    public int index(int x, int y, int z) {
        return ((z - box.z0()) * box.height() + y - box.y0()) * box.width() + x - box.x0();
    }

    /** Whether all voxels are in the set, or none is. */
    public boolean isUniform() {
        for (boolean voxel : set) {
            if (voxel != set[0]) {
                return false;
            }
        }
        return true;
    }

    /** Adds the core's part of a result of the size of this tile. */
    public void addCore(boolean[] result, VoxelMask mask) {
        for (int z = core.z0(); z < core.z1(); z++) {
            for (int y = core.y0(); y < core.y1(); y++) {
                int row = index(0, y, z);
                for (int x = core.x0(); x < core.x1(); x++) {
                    int start = x;
                    while (x < core.x1() && result[row + x]) {
                        x++;
                    }
                    mask.addRow(start, x, y, z);
                }
            }
        }
    }

    /** Adds the whole core. */
    public void addCore(VoxelMask mask) {
        for (int z = core.z0(); z < core.z1(); z++) {
            for (int y = core.y0(); y < core.y1(); y++) {
                mask.addRow(core.x0(), core.x1(), y, z);
            }
        }
    }
}
