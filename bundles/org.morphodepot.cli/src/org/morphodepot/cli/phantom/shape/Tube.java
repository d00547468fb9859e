package org.morphodepot.cli.phantom.shape;

import java.util.Arrays;

/** A round tube along a smooth curve through given points, with a radius at each of them. */
public final class Tube implements Shape {

    private static final int STEPS = 4;
    private static final int FIELDS = 9;

    /** Per segment: start x, y, z, direction x, y, z, 1 / length², start radius, change of radius. */
    private final float[] segments;
    private final Extent extent;

    private Tube(float[] segments, Extent extent) {
        this.segments = segments;
        this.extent = extent;
    }

    /** {@code points} holds x, y, z, radius of each of at least two points. */
    public static Tube of(double... points) {
        int n = points.length / 4;
        double[] from = point(points, n, 0, 0);
        int steps = n == 2 ? 1 : STEPS;
        float[] segments = new float[(n - 1) * steps * FIELDS];
        Extent extent = box(from);
        for (int s = 0; s < (n - 1) * steps; s++) {
            double[] to = point(points, n, (s + 1) / steps, (s + 1) % steps / (double) steps);
            segment(segments, s * FIELDS, from, to);
            extent = extent.union(box(to));
            from = to;
        }
        return new Tube(segments, extent.grow(0.02f));
    }

    private static void segment(float[] out, int at, double[] from, double[] to) {
        double length2 = 0;
        for (int c = 0; c < 3; c++) {
            out[at + c] = (float) from[c];
            out[at + 3 + c] = (float) (to[c] - from[c]);
            length2 += (to[c] - from[c]) * (to[c] - from[c]);
        }
        out[at + 6] = (float) (1 / Math.max(length2, 1e-9));
        out[at + 7] = (float) from[3];
        out[at + 8] = (float) (to[3] - from[3]);
    }

    private static Extent box(double[] p) {
        float r = (float) p[3];
        return Extent.around((float) p[0], (float) p[1], (float) p[2], r, r, r);
    }

    /** Catmull-Rom interpolation between points {@code i} and {@code i + 1}. */
    private static double[] point(double[] points, int n, int i, double t) {
        double[] p = new double[4];
        for (int c = 0; c < 4; c++) {
            double p1 = at(points, n, i, c);
            double p2 = at(points, n, i + 1, c);
            double m1 = (p2 - at(points, n, i - 1, c)) / 2;
            double m2 = (at(points, n, i + 2, c) - p1) / 2;
            double t2 = t * t;
            double t3 = t2 * t;
            p[c] = (2 * t3 - 3 * t2 + 1) * p1 + (t3 - 2 * t2 + t) * m1 + (3 * t2 - 2 * t3) * p2 + (t3 - t2) * m2;
        }
        p[3] = Math.max(p[3], 0.01);
        return p;
    }

    private static double at(double[] points, int n, int i, int c) {
        return points[4 * Math.clamp(i, 0, n - 1) + c];
    }

    @Override
    public float distance(float x, float y, float z) {
        float nearest = Float.MAX_VALUE;
        float[] s = segments;
        for (int a = 0; a < s.length; a += FIELDS) {
            float px = x - s[a];
            float py = y - s[a + 1];
            float pz = z - s[a + 2];
            float t = (px * s[a + 3] + py * s[a + 4] + pz * s[a + 5]) * s[a + 6];
            t = Math.min(1f, Math.max(0f, t));
            px -= t * s[a + 3];
            py -= t * s[a + 4];
            pz -= t * s[a + 5];
            float d = (float) Math.sqrt(px * px + py * py + pz * pz) - s[a + 7] - t * s[a + 8];
            nearest = Math.min(nearest, d);
        }
        return nearest;
    }

    @Override
    public Extent extent() {
        return extent;
    }

    @Override
    public Tube near(Extent box, float margin) {
        float[] kept = new float[segments.length];
        int n = 0;
        for (int a = 0; a < segments.length; a += FIELDS) {
            if (around(a).grow(margin).meets(box)) {
                System.arraycopy(segments, a, kept, n, FIELDS);
                n += FIELDS;
            }
        }
        return n == segments.length ? this : new Tube(Arrays.copyOf(kept, n), extent);
    }

    private Extent around(int a) {
        float[] s = segments;
        float r = Math.max(s[a + 7], s[a + 7] + s[a + 8]);
        return Extent.around(s[a], s[a + 1], s[a + 2], r, r, r)
                .union(Extent.around(s[a] + s[a + 3], s[a + 1] + s[a + 4], s[a + 2] + s[a + 5], r, r, r));
    }
}
