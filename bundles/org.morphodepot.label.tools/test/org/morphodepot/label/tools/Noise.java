package org.morphodepot.label.tools;

/** Repeatable pseudo-random values per voxel, for phantoms. */
public final class Noise {

    private Noise() {
    }

    /** A value from 0 inclusive to 1 exclusive. */
    public static double at(int x, int y, int z, int seed) {
        long h = x * 0x9E3779B97F4A7C15L ^ y * 0xC2B2AE3D27D4EB4FL ^ z * 0x165667B19E3779F9L ^ seed * 0x27D4EB2F165667C5L;
        h = (h ^ h >>> 29) * 0xBF58476D1CE4E5B9L;
        h = (h ^ h >>> 32) * 0x94D049BB133111EBL;
        return (h >>> 40 & 0xffffff) / (double) (1 << 24);
    }

    /** Smooth blobs: the mean of noise over a few coarse grids. */
    public static double blobs(int x, int y, int z, int seed) {
        return (corner(x, y, z, 9, seed) + corner(x, y, z, 5, seed + 1)) / 2;
    }

    private static double corner(int x, int y, int z, int cell, int seed) {
        double sum = 0;
        for (int k = 0; k < 8; k++) {
            int cx = x / cell + (k & 1);
            int cy = y / cell + (k >> 1 & 1);
            int cz = z / cell + (k >> 2);
            double fx = weight(x % cell / (double) cell, k & 1);
            double fy = weight(y % cell / (double) cell, k >> 1 & 1);
            double fz = weight(z % cell / (double) cell, k >> 2);
            sum += fx * fy * fz * at(cx, cy, cz, seed);
        }
        return sum;
    }

    private static double weight(double t, int upper) {
        return upper == 1 ? t : 1 - t;
    }
}
