package org.morphodepot.cli.phantom;

import org.morphodepot.cli.phantom.anatomy.Anatomy;
import org.morphodepot.cli.phantom.anatomy.Patch;
import org.morphodepot.cli.phantom.anatomy.Sway;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.VoxelBox;

/** Looks at the animal through a voxel grid: true values and labels first, then what a detector makes of them. */
final class Scanner {

    /** Boxes are worked off in cubes of this side, so that most parts of the animal can be ruled out for most cubes. */
    private static final int CUBE = 16;

    private final Anatomy anatomy;
    private final Pose pose;
    private final Detector detector;

    Scanner(Pose pose, long seed) {
        this.anatomy = new Anatomy(seed);
        this.pose = pose;
        this.detector = new Detector(pose, seed);
    }

    /** Values of a box of a level as little-endian uint16, x fastest. */
    byte[] scan(Level level, VoxelBox box) {
        float[] values = new float[Math.toIntExact(box.voxels())];
        paint(level, box, values, null);
        return detector.expose(level, box, values);
    }

    /** True labels of a box of a level, x fastest. */
    byte[] label(Level level, VoxelBox box) {
        byte[] labels = new byte[Math.toIntExact(box.voxels())];
        paint(level, box, null, labels);
        return labels;
    }

    private void paint(Level level, VoxelBox box, float[] values, byte[] labels) {
        for (int z = box.z0(); z < box.z1(); z = next(z)) {
            for (int y = box.y0(); y < box.y1(); y = next(y)) {
                for (int x = box.x0(); x < box.x1(); x = next(x)) {
                    VoxelBox cube = new VoxelBox(x, y, z, next(x), next(y), next(z)).intersect(box);
                    Patch patch = patch(level, cube);
                    anatomy.paint(patch);
                    copy(patch, cube, box, values, labels);
                }
            }
        }
    }

    private static int next(int v) {
        return (v / CUBE + 1) * CUBE;
    }

    private Patch patch(Level level, VoxelBox cube) {
        float[][] places = new float[3][(int) cube.voxels()];
        float[][] shifts = shifts(level, cube);
        int[] axis = pose.axis();
        for (int a = 0; a < 3; a++) {
            float[] own = new float[cube.max(a) - cube.min(a)];
            for (int i = 0; i < own.length; i++) {
                own[i] = (float) pose.place(level, a, cube.min(a) + i);
            }
            int to = axis[a];
            float[] out = places[to];
            int v = 0;
            for (int k = 0; k < cube.depth(); k++) {
                float sk = shifts[3 * to + 2][k];
                for (int j = 0; j < cube.height(); j++) {
                    float sj = sk + shifts[3 * to + 1][j];
                    for (int i = 0; i < cube.width(); i++, v++) {
                        out[v] = own[a == 0 ? i : a == 1 ? j : k] + sj + shifts[3 * to][i];
                    }
                }
            }
        }
        double voxel = StrictMath.cbrt(pose.step()[0] * pose.step()[1] * pose.step()[2]) * level.scale()[0];
        return new Patch(places[0], places[1], places[2], (int) cube.voxels(), (float) (1.3 * voxel));
    }

    /** Row 3 * shifted axis of the animal + voxel axis: the shift at each index of the cube along that voxel axis. */
    private float[][] shifts(Level level, VoxelBox cube) {
        Sway sway = anatomy.sway();
        float[][] shifts = new float[9][];
        for (int to = 0; to < 3; to++) {
            for (int a = 0; a < 3; a++) {
                float[] row = new float[cube.max(a) - cube.min(a)];
                for (int i = 0; i < row.length; i++) {
                    row[i] = sway.shift(to, pose.axis()[a], (float) pose.place(level, a, cube.min(a) + i));
                }
                shifts[3 * to + a] = row;
            }
        }
        return shifts;
    }

    private static void copy(Patch patch, VoxelBox cube, VoxelBox box, float[] values, byte[] labels) {
        int w = cube.width();
        int from = 0;
        for (int z = cube.z0(); z < cube.z1(); z++) {
            for (int y = cube.y0(); y < cube.y1(); y++, from += w) {
                int to = ((z - box.z0()) * box.height() + y - box.y0()) * box.width() + cube.x0() - box.x0();
                if (values != null) {
                    System.arraycopy(patch.value, from, values, to, w);
                }
                if (labels != null) {
                    System.arraycopy(patch.label, from, labels, to, w);
                }
            }
        }
    }
}
