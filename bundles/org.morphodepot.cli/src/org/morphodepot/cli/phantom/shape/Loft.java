package org.morphodepot.cli.phantom.shape;

/** A body made of elliptic cross-sections along y whose height and radii follow smooth curves. */
public final class Loft implements Shape {

    private static final int SAMPLES_PER_MM = 64;

    private final float y0;
    private final float y1;
    private final float[] centre;
    private final float[] radiusX;
    private final float[] radiusZ;
    /** Factor from distance within the cross-section to distance from the surface, which may lean along y. */
    private final float[] lean;
    private final Extent extent;

    /** {@code sections} holds y, centre z, radius x, radius z of each section, y ascending. */
    public Loft(double... sections) {
        int n = sections.length / 4;
        y0 = (float) sections[0];
        y1 = (float) sections[4 * n - 4];
        int samples = (int) ((y1 - y0) * SAMPLES_PER_MM) + 2;
        centre = new float[samples];
        radiusX = new float[samples];
        radiusZ = new float[samples];
        lean = new float[samples];
        int section = 0;
        for (int i = 0; i < samples; i++) {
            double y = y0 + i / (double) SAMPLES_PER_MM;
            while (section < n - 2 && sections[4 * section + 4] <= y) {
                section++;
            }
            double from = sections[4 * section];
            double t = Math.clamp((y - from) / (sections[4 * section + 4] - from), 0, 1);
            centre[i] = (float) smooth(sections, n, section, 1, t);
            radiusX[i] = (float) Math.max(0.05, smooth(sections, n, section, 2, t));
            radiusZ[i] = (float) Math.max(0.05, smooth(sections, n, section, 3, t));
        }
        for (int i = 0; i < samples; i++) {
            int a = Math.max(0, i - 1);
            int b = Math.min(samples - 1, i + 1);
            float slope = (radiusX[b] + radiusZ[b] - radiusX[a] - radiusZ[a]) / 2 * SAMPLES_PER_MM / (b - a);
            lean[i] = 1 / (float) Math.sqrt(1 + slope * slope);
        }
        extent = around();
    }

    /** Hermite interpolation with slopes by finite differences over uneven steps. */
    private static double smooth(double[] s, int n, int i, int c, double t) {
        double width = s[4 * i + 4] - s[4 * i];
        double p1 = s[4 * i + c];
        double p2 = s[4 * i + 4 + c];
        double m1 = width * slope(s, n, i, c);
        double m2 = width * slope(s, n, i + 1, c);
        double t2 = t * t;
        double t3 = t2 * t;
        return (2 * t3 - 3 * t2 + 1) * p1 + (t3 - 2 * t2 + t) * m1 + (3 * t2 - 2 * t3) * p2 + (t3 - t2) * m2;
    }

    private static double slope(double[] s, int n, int i, int c) {
        int a = Math.max(0, i - 1);
        int b = Math.min(n - 1, i + 1);
        return (s[4 * b + c] - s[4 * a + c]) / (s[4 * b] - s[4 * a]);
    }

    @Override
    public float distance(float x, float y, float z) {
        float along = Math.min(y1, Math.max(y0, y));
        int i = Math.min(centre.length - 1, (int) ((along - y0) * SAMPLES_PER_MM + 0.5f));
        float rx = radiusX[i];
        float rz = radiusZ[i];
        float a = x / rx;
        float c = (z - centre[i]) / rz;
        float k = (float) Math.sqrt(a * a + c * c);
        float across;
        if (k < 1e-4f) {
            across = -Math.min(rx, rz);
        } else {
            a /= rx;
            c /= rz;
            across = k * (k - 1) / (float) Math.sqrt(a * a + c * c) * lean[i];
        }
        return Math.max(across, Math.max(y0 - y, y - y1));
    }

    /** Height of the axis at {@code y}. */
    public float centre(float y) {
        return centre[Math.clamp((int) ((y - y0) * SAMPLES_PER_MM), 0, centre.length - 1)];
    }

    @Override
    public Extent extent() {
        return extent;
    }

    private Extent around() {
        Extent all = null;
        for (int i = 0; i < centre.length; i++) {
            Extent section = Extent.around(0, y0 + i / (float) SAMPLES_PER_MM, centre[i], radiusX[i], 0, radiusZ[i]);
            all = all == null ? section : all.union(section);
        }
        return all;
    }
}
