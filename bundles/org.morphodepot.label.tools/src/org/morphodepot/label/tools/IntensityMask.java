package org.morphodepot.label.tools;

import java.io.IOException;
import java.util.Arrays;

import org.morphodepot.label.Block;
import org.morphodepot.label.tool.BlockBits;
import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.label.tool.Intensities;
import org.morphodepot.volume.VoxelBox;

import static org.morphodepot.label.Block.SHIFT;

/** The voxels of a box whose intensity lies in a range, read block by block when asked for. For one thread. */
public final class IntensityMask implements BlockMask {

    private final Intensities intensities;
    private final VoxelBox box;
    private final double low;
    private final double high;
    private final float[] values = new float[Block.VOXELS];

    /**
     * @param box inside the scan
     * @param low smallest value that belongs to the set
     * @param high largest value that belongs to the set
     */
    public IntensityMask(Intensities intensities, VoxelBox box, double low, double high) {
        this.intensities = intensities;
        this.box = box;
        this.low = low;
        this.high = high;
    }

    @Override
    public VoxelBox box() {
        return box;
    }

    @Override
    public boolean read(int bx, int by, int bz, long[] bits) throws IOException {
        VoxelBox part = BlockBits.cell(bx, by, bz).intersect(box);
        if (part.isEmpty()) {
            return false;
        }
        intensities.read(part, values);
        Arrays.fill(bits, 0);
        int shift = part.x0() - (bx << SHIFT);
        boolean any = false;
        for (int z = part.z0(), i = 0; z < part.z1(); z++) {
            for (int y = part.y0(); y < part.y1(); y++, i += part.width()) {
                int row = row(i, part.width()) << shift;
                BlockBits.addRow(bits, y - (by << SHIFT), z - (bz << SHIFT), row);
                any |= row != 0;
            }
        }
        return any;
    }

    private int row(int offset, int count) {
        int row = 0;
        for (int k = 0; k < count; k++) {
            float value = values[offset + k];
            row |= (value >= low && value <= high ? 1 : 0) << k;
        }
        return row;
    }
}
