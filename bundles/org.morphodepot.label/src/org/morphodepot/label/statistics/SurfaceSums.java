package org.morphodepot.label.statistics;

import org.morphodepot.volume.Geometry;

/** How often each kind of {@link SurfaceCell} occurs around one segment, and where: all that area and volume need. */
final class SurfaceSums {

    private final int[] origin;
    private final long[] counts = new long[256];
    private final long[][] places = new long[3][256];

    /** @param origin a voxel near the segment: places are relative to it, for their precision */
    SurfaceSums(int x, int y, int z) {
        origin = new int[] {x, y, z};
    }

    /** A cube whose first centre is voxel (x, y, z). */
    void add(int inside, int x, int y, int z) {
        counts[inside]++;
        places[0][inside] += x - origin[0];
        places[1][inside] += y - origin[1];
        places[2][inside] += z - origin[2];
    }

    ClosedSurface surface(Geometry millimetres) {
        double area = 0;
        double volume = 0;
        for (int inside = 1; inside < 255; inside++) {
            double[] t = SurfaceCell.ALL[inside].triangles();
            for (int i = 0; counts[inside] > 0 && i < t.length; i += 9) {
                double[] a = difference(t, i + 3, i);
                double[] b = difference(t, i + 6, i);
                double[] normal = cross(a, b);
                area += counts[inside] * length(cross(inSpace(a, millimetres), inSpace(b, millimetres))) / 2;
                for (int axis = 0; axis < 3; axis++) {
                    volume += normal[axis] * (places[axis][inside] + counts[inside] * t[i + axis]) / 6;
                }
            }
        }
        double voxel = millimetres.spacing(0) * millimetres.spacing(1) * millimetres.spacing(2);
        return new ClosedSurface(area, volume * voxel);
    }

    private static double[] difference(double[] t, int to, int from) {
        return new double[] {t[to] - t[from], t[to + 1] - t[from + 1], t[to + 2] - t[from + 2]};
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    private static double[] inSpace(double[] step, Geometry g) {
        double[] moved = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            for (int c = 0; c < 3; c++) {
                moved[c] += step[axis] * g.spacing(axis) * g.direction(axis, c);
            }
        }
        return moved;
    }
}
