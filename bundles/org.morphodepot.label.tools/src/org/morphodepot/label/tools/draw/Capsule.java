package org.morphodepot.label.tools.draw;

/** All points at most 1 away from a line segment, cut by lines along the first axis. Not thread-safe. */
final class Capsule {

    private static final double TOLERANCE = 1e-9;

    private final double[] a = new double[3];
    private final double[] b = new double[3];
    private final double dx;
    private final double dy;
    private final double dz;
    private final double length2;

    /** Where the row asked for last enters and leaves the body. */
    double low;
    double high;

    /** Coordinates are divided by {@code unit}, per axis. */
    Capsule(double[] from, double[] to, double[] unit) {
        for (int axis = 0; axis < 3; axis++) {
            a[axis] = from[axis] / unit[axis];
            b[axis] = to[axis] / unit[axis];
        }
        dx = b[0] - a[0];
        dy = b[1] - a[1];
        dz = b[2] - a[2];
        length2 = dx * dx + dy * dy + dz * dz;
    }

    /** Whether the line of all points with these two coordinates meets the body; if so {@link #low} and {@link #high} are set. */
    boolean meetsRow(double y, double z) {
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
        addBall(a, y, z);
        addBall(b, y, z);
        if (length2 > TOLERANCE) {
            addTube(y - a[1], z - a[2]);
        }
        return low <= high;
    }

    private void addBall(double[] centre, double y, double z) {
        double wy = y - centre[1];
        double wz = z - centre[2];
        double rest = 1 - wy * wy - wz * wz;
        if (rest >= -TOLERANCE) {
            double half = Math.sqrt(Math.max(0, rest));
            add(centre[0] - half, centre[0] + half);
        }
    }

    /** The points between the two ends that are at most 1 from the line: a quadratic inequality in s, the way from end a. */
    private void addTube(double wy, double wz) {
        double along = wy * dy + wz * dz;
        double qa = 1 - dx * dx / length2;
        double qb = -dx * along / length2;
        double qc = wy * wy + wz * wz - along * along / length2 - 1;
        double start = Double.NEGATIVE_INFINITY;
        double end = Double.POSITIVE_INFINITY;
        if (qa > TOLERANCE) {
            double rest = qb * qb - qa * qc;
            if (rest < 0) {
                return;
            }
            start = (-qb - Math.sqrt(rest)) / qa;
            end = (-qb + Math.sqrt(rest)) / qa;
        } else if (qc > TOLERANCE) {
            return;
        }
        addBetweenEnds(along, start, end);
    }

    private void addBetweenEnds(double along, double start, double end) {
        double first = start;
        double last = end;
        if (dx != 0) {
            first = Math.max(first, Math.min(-along / dx, (length2 - along) / dx));
            last = Math.min(last, Math.max(-along / dx, (length2 - along) / dx));
        } else if (along < 0 || along > length2) {
            return;
        }
        if (first <= last) {
            add(a[0] + first, a[0] + last);
        }
    }

    private void add(double start, double end) {
        low = Math.min(low, start);
        high = Math.max(high, end);
    }
}
