package org.morphodepot.cli.phantom.shape;

/** An axis-aligned box in millimetres, bounds included. */
public record Extent(float x0, float y0, float z0, float x1, float y1, float z1) {

    /** The whole space. */
    public static final Extent ALL = around(0, 0, 0, 1e6f, 1e6f, 1e6f);

    /** The box around a centre. */
    public static Extent around(float x, float y, float z, float rx, float ry, float rz) {
        return new Extent(x - rx, y - ry, z - rz, x + rx, y + ry, z + rz);
    }

    /** Whether any point is in both. */
    public boolean meets(Extent o) {
        return x0 <= o.x1 && o.x0 <= x1 && y0 <= o.y1 && o.y0 <= y1 && z0 <= o.z1 && o.z0 <= z1;
    }

    /** The box around both. */
    public Extent union(Extent o) {
        return new Extent(Math.min(x0, o.x0), Math.min(y0, o.y0), Math.min(z0, o.z0), Math.max(x1, o.x1),
                Math.max(y1, o.y1), Math.max(z1, o.z1));
    }

    /** This box grown on every side; a negative margin shrinks it. */
    public Extent grow(float margin) {
        return new Extent(x0 - margin, y0 - margin, z0 - margin, x1 + margin, y1 + margin, z1 + margin);
    }

    /** This box seen in a mirror at x = 0. */
    public Extent mirrored() {
        return new Extent(-x1, y0, z0, -x0, y1, z1);
    }
}
