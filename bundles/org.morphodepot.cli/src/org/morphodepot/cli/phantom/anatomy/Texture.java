package org.morphodepot.cli.phantom.anatomy;

/** Smooth random variation in space, the same for the same seed. Values are roughly -1 to 1. */
public final class Texture {

    private final int seed;

    public Texture(long seed) {
        this.seed = (int) (seed ^ seed >>> 32) * 0x9E3779B1;
    }

    /** A value that varies over about one unit of its arguments. */
    public float at(float x, float y, float z) {
        int ix = floor(x);
        int iy = floor(y);
        int iz = floor(z);
        float fx = ease(x - ix);
        float fy = ease(y - iy);
        float fz = ease(z - iz);
        float near = mix(mix(corner(ix, iy, iz), corner(ix + 1, iy, iz), fx),
                mix(corner(ix, iy + 1, iz), corner(ix + 1, iy + 1, iz), fx), fy);
        float far = mix(mix(corner(ix, iy, iz + 1), corner(ix + 1, iy, iz + 1), fx),
                mix(corner(ix, iy + 1, iz + 1), corner(ix + 1, iy + 1, iz + 1), fx), fy);
        return mix(near, far, fz);
    }

    private float corner(int x, int y, int z) {
        return hash(x, y, z, seed) * 0x1p-31f;
    }

    /** Well mixed bits of a place. */
    public static int hash(int x, int y, int z, int seed) {
        int h = x * 0x8DA6B343 ^ y * 0xD8163841 ^ z * 0xCB1AB31F ^ seed;
        h = (h ^ h >>> 15) * 0x2C1B3C6D;
        h = (h ^ h >>> 12) * 0x297A2D39;
        return h ^ h >>> 15;
    }

    private static int floor(float v) {
        int i = (int) v;
        return v < i ? i - 1 : i;
    }

    private static float ease(float t) {
        return t * t * (3 - 2 * t);
    }

    private static float mix(float a, float b, float t) {
        return a + (b - a) * t;
    }
}
