package org.morphodepot.cli.phantom.shape;

/**
 * A box with rounded edges, turned about the x axis.
 *
 * @param tilt angle about x in radians; positive turns +y towards +z
 * @param round radius of the edges, within the half sides
 */
public record Slab(float x, float y, float z, float hx, float hy, float hz, float tilt, float round) implements Shape {

    public static Slab of(double x, double y, double z, double hx, double hy, double hz, double tilt, double round) {
        return new Slab((float) x, (float) y, (float) z, (float) hx, (float) hy, (float) hz, (float) tilt,
                (float) round);
    }

    @Override
    public float distance(float px, float py, float pz) {
        float cos = (float) StrictMath.cos(tilt);
        float sin = (float) StrictMath.sin(tilt);
        float dy = py - y;
        float dz = pz - z;
        float qx = Math.abs(px - x) - hx + round;
        float qy = Math.abs(cos * dy + sin * dz) - hy + round;
        float qz = Math.abs(cos * dz - sin * dy) - hz + round;
        float ox = Math.max(qx, 0);
        float oy = Math.max(qy, 0);
        float oz = Math.max(qz, 0);
        return (float) Math.sqrt(ox * ox + oy * oy + oz * oz) + Math.min(0, Math.max(qx, Math.max(qy, qz))) - round;
    }

    @Override
    public Extent extent() {
        float r = (float) StrictMath.hypot(hy, hz);
        return Extent.around(x, y, z, hx, r, r);
    }
}
