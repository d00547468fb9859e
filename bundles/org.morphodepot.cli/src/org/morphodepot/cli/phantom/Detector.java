package org.morphodepot.cli.phantom;

import org.morphodepot.cli.phantom.anatomy.Anatomy;
import org.morphodepot.cli.phantom.anatomy.Texture;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.VoxelBox;

/**
 * What a micro-CT makes of true values: noise that neighbours share, rings around the axis of rotation (the long axis
 * of the animal), a middle that is a little too dark, and nothing outside the round field of view.
 */
final class Detector {

    private static final float NOISE = 46;
    private static final float RING = 13;
    private static final float FIELD = (float) Anatomy.HALF_X;
    /** Standard deviation of the sum of four random bytes, times that of the smoothing in three axes. */
    private static final float UNIT = (float) (147.8 * StrictMath.pow(0.375, 1.5));
    private static final int RINGS = 1 << 14;

    private final Pose pose;
    private final int seed;
    private final float[] rings = new float[RINGS];
    private final float ringsPerMm;

    Detector(Pose pose, long seed) {
        this.pose = pose;
        this.seed = Texture.hash((int) seed, (int) (seed >>> 32), 77, 5);
        ringsPerMm = (float) (1 / Math.min(pose.step()[0], Math.min(pose.step()[1], pose.step()[2])));
        float drift = 0;
        for (int r = 0; r < RINGS; r++) {
            float one = bell(Texture.hash(r, 1, 2, this.seed)) / 147.8f;
            drift = 0.55f * drift + one;
            rings[r] = RING * drift * (Math.abs(one) > 2 ? 2.2f : 0.8f) / (0.6f + 0.35f * r / ringsPerMm);
        }
    }

    byte[] expose(Level level, VoxelBox box, float[] values) {
        float[] noise = noise(level, box);
        float amplitude = (float) (NOISE / UNIT / StrictMath.pow(level.scale()[0], 0.8));
        boolean ringed = level.index() < 2;
        byte[] out = new byte[values.length * 2];
        Round round = new Round(level, box);
        int v = 0;
        for (int k = 0; k < box.depth(); k++) {
            for (int j = 0; j < box.height(); j++) {
                for (int i = 0; i < box.width(); i++, v++) {
                    float r = round.radius(i, j, k);
                    if (r > FIELD) {
                        continue;
                    }
                    float cup = 1 - 0.035f * (1 - r * r / (FIELD * FIELD));
                    float value = values[v] * cup + noise[v] * amplitude;
                    value += ringed ? ring(r) : 0;
                    int grey = Math.clamp(Math.round(value), 1, 65535);
                    out[2 * v] = (byte) grey;
                    out[2 * v + 1] = (byte) (grey >> 8);
                }
            }
        }
        return out;
    }

    private float ring(float r) {
        return rings[(int) (r * ringsPerMm) & RINGS - 1];
    }

    /** Hashed noise, smoothed over 3 x 3 x 3 voxels; a voxel gets the same noise whatever box it is asked with. */
    private float[] noise(Level level, VoxelBox box) {
        int w = box.width() + 2;
        int h = box.height() + 2;
        int d = box.depth() + 2;
        float[] raw = new float[Math.toIntExact((long) w * h * d)];
        int v = 0;
        for (int z = box.z0() - 1; z <= box.z1(); z++) {
            for (int y = box.y0() - 1; y <= box.y1(); y++) {
                int row = Texture.hash(y, z, level.index(), seed);
                for (int x = box.x0() - 1; x <= box.x1(); x++) {
                    raw[v++] = bell(mixed(row + x * 0x9E3779B1));
                }
            }
        }
        smooth(raw, 1, raw.length);
        smooth(raw, w, raw.length);
        smooth(raw, w * h, raw.length);
        return inner(raw, w, h, box);
    }

    private static int mixed(int h) {
        h = (h ^ h >>> 16) * 0x21F0AAAD;
        h = (h ^ h >>> 15) * 0x735A2D97;
        return h ^ h >>> 15;
    }

    /** Sum of four bytes around zero: close to a bell curve. */
    private static float bell(int h) {
        return (h & 0xff) + (h >>> 8 & 0xff) + (h >>> 16 & 0xff) + (h >>> 24) - 510;
    }

    /** Weights 1 2 1 along one axis. In place: each sum is written one step behind, where nobody reads again. */
    private static void smooth(float[] v, int step, int length) {
        for (int i = 0; i < length - 2 * step; i++) {
            v[i] = 0.25f * v[i] + 0.5f * v[i + step] + 0.25f * v[i + 2 * step];
        }
    }

    private static float[] inner(float[] v, int w, int h, VoxelBox box) {
        float[] out = new float[Math.toIntExact(box.voxels())];
        int to = 0;
        for (int k = 0; k < box.depth(); k++) {
            for (int j = 0; j < box.height(); j++, to += box.width()) {
                System.arraycopy(v, (k * h + j) * w, out, to, box.width());
            }
        }
        return out;
    }

    /** Distance of voxels from the axis of rotation. */
    private final class Round {
        private final float[][] squares = new float[3][];

        Round(Level level, VoxelBox box) {
            for (int a = 0; a < 3; a++) {
                squares[a] = new float[box.max(a) - box.min(a)];
                for (int i = 0; i < squares[a].length; i++) {
                    float place = pose.axis()[a] == 1 ? 0 : (float) pose.place(level, a, box.min(a) + i);
                    squares[a][i] = place * place;
                }
            }
        }

        float radius(int i, int j, int k) {
            return (float) Math.sqrt(squares[0][i] + squares[1][j] + squares[2][k]);
        }
    }
}
