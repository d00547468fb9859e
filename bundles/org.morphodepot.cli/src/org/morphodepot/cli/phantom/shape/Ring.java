package org.morphodepot.cli.phantom.shape;

/**
 * A ring around an axis parallel to y.
 *
 * @param radius of the circle in the middle of the ring
 * @param thick half its thickness away from the axis
 * @param wide half its width along y
 */
public record Ring(float x, float y, float z, float radius, float thick, float wide) implements Shape {

    public static Ring of(double x, double y, double z, double radius, double thick, double wide) {
        return new Ring((float) x, (float) y, (float) z, (float) radius, (float) thick, (float) wide);
    }

    @Override
    public float distance(float px, float py, float pz) {
        float dx = px - x;
        float dz = pz - z;
        float away = ((float) Math.sqrt(dx * dx + dz * dz) - radius) / thick;
        float along = (py - y) / wide;
        return ((float) Math.sqrt(away * away + along * along) - 1) * Math.min(thick, wide);
    }

    @Override
    public Extent extent() {
        return Extent.around(x, y, z, radius + thick, wide, radius + thick);
    }
}
