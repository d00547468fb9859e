package org.morphodepot.cli.phantom;

import java.util.ArrayList;
import java.util.List;

import org.morphodepot.cli.phantom.anatomy.Anatomy;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.VoxelSize;

/**
 * How the animal lies in the voxel grid: its long axis along the longest side of the grid, as large as fits.
 *
 * @param size voxels of level 0
 * @param step millimetres of the animal from voxel to voxel, per voxel axis
 * @param axis axis of the animal (0 left, 1 back, 2 up) along each voxel axis
 * @param sign whether that axis runs along (1) or against (-1) the voxel axis
 */
record Pose(VoxelSize size, double[] step, int[] axis, int[] sign) {

    static final int CHUNK = 64;
    private static final double[] HALF = {Anatomy.HALF_X, Anatomy.HALF_Y, Anatomy.HALF_Z};

    /** {@code spacing} in any unit; only the proportions count. */
    static Pose of(VoxelSize size, double[] spacing) {
        int[] axis = {0, 1, 2};
        int[] sign = {1, 1, 1};
        double[] length = {size.x() * spacing[0], size.y() * spacing[1], size.z() * spacing[2]};
        if (length[0] > length[1] && length[0] >= length[2]) {
            axis = new int[] {1, 0, 2};
            sign[1] = -1;
        } else if (length[2] > length[1]) {
            axis = new int[] {0, 2, 1};
            sign[1] = -1;
        }
        double scale = 0;
        for (int a = 0; a < 3; a++) {
            scale = Math.max(scale, 2 * HALF[axis[a]] / length[a]);
        }
        return new Pose(size, new double[] {spacing[0] * scale, spacing[1] * scale, spacing[2] * scale}, axis, sign);
    }

    /** Geometry with the given spacing, or with that of the animal's true size when null. */
    Geometry geometry(double[] spacing) {
        double[] directions = new double[9];
        for (int a = 0; a < 3; a++) {
            directions[3 * a + axis[a]] = sign[a];
        }
        double[] micrometres = new double[3];
        for (int a = 0; a < 3; a++) {
            micrometres[a] = spacing != null ? spacing[a] : Math.max(1e-6, Math.round(step[a] * 1e6) / 1e3);
        }
        return new Geometry(micrometres, directions, new double[3], "micrometer");
    }

    /** Each level halves the one before, down to one chunk. */
    List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        VoxelSize now = size;
        VoxelSize chunk = new VoxelSize(CHUNK, CHUNK, CHUNK);
        double scale = 1;
        while (true) {
            double offset = (scale - 1) / 2;
            levels.add(new Level(levels.size(), now, chunk, new double[] {scale, scale, scale},
                    new double[] {offset, offset, offset}));
            if (Math.max(now.x(), Math.max(now.y(), now.z())) <= CHUNK) {
                return List.copyOf(levels);
            }
            now = new VoxelSize((now.x() + 1) / 2, (now.y() + 1) / 2, (now.z() + 1) / 2);
            scale *= 2;
        }
    }

    /** Position in the animal, in millimetres along {@code axis()[a]}, of index {@code i} of a level. */
    double place(Level level, int a, int i) {
        double index = i * level.scale()[a] + level.offset()[a];
        return sign[a] * (index - (size.get(a) - 1) / 2.0) * step[a];
    }
}
