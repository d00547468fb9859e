package org.morphodepot.cli.phantom.shape;

/** An axis-aligned ellipsoid by centre and radii. */
public record Ellipsoid(float x, float y, float z, float rx, float ry, float rz) implements Shape {

    /** A sphere. */
    public static Ellipsoid sphere(double x, double y, double z, double r) {
        return of(x, y, z, r, r, r);
    }

    public static Ellipsoid of(double x, double y, double z, double rx, double ry, double rz) {
        return new Ellipsoid((float) x, (float) y, (float) z, (float) rx, (float) ry, (float) rz);
    }

    @Override
    public float distance(float px, float py, float pz) {
        float a = (px - x) / rx;
        float b = (py - y) / ry;
        float c = (pz - z) / rz;
        float k = (float) Math.sqrt(a * a + b * b + c * c);
        if (k < 1e-4f) {
            return -Math.min(rx, Math.min(ry, rz));
        }
        a /= rx;
        b /= ry;
        c /= rz;
        return k * (k - 1) / (float) Math.sqrt(a * a + b * b + c * c);
    }

    @Override
    public Extent extent() {
        return Extent.around(x, y, z, rx, ry, rz);
    }
}
