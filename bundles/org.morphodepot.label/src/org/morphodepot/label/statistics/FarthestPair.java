package org.morphodepot.label.statistics;

import java.util.Arrays;

/**
 * The largest distance within a set of points. Points are looked at from the farthest of the middle inwards, and pairs that
 * cannot be farther apart than the best are left out, so that few of all pairs are measured.
 */
final class FarthestPair {

    /** The order is that of rounded radii. */
    private static final double ROUNDING = 1e-6;

    private final double[] points;
    private final double[] radius;
    private final int[] order;

    private FarthestPair(double[] points, double[] middle) {
        this.points = points;
        int count = points.length / 3;
        radius = new double[count];
        for (int i = 0; i < count; i++) {
            radius[i] = Math.sqrt(square(points[3 * i] - middle[0]) + square(points[3 * i + 1] - middle[1])
                    + square(points[3 * i + 2] - middle[2]));
        }
        order = sorted(radius);
    }

    /** @param points x, y, z of each; at least one */
    static double distance(double[] points, double[] middle) {
        return new FarthestPair(points, middle).largest();
    }

    private static int[] sorted(double[] radius) {
        long[] keys = new long[radius.length];
        for (int i = 0; i < keys.length; i++) {
            // radii are positive, so their float bits are in their order
            keys[i] = (long) Float.floatToIntBits((float) radius[i]) << 32 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            order[i] = (int) keys[keys.length - 1 - i];
        }
        return order;
    }

    private double largest() {
        double best = 0;
        double bestSquare = 0;
        double outermost = radius[order[0]];
        for (int i = 0; i < order.length && radius[order[i]] + outermost > best * (1 - ROUNDING); i++) {
            int a = order[i];
            for (int j = 0; j < i && radius[a] + radius[order[j]] > best * (1 - ROUNDING); j++) {
                double square = squareDistance(a, order[j]);
                if (square > bestSquare) {
                    bestSquare = square;
                    best = Math.sqrt(square);
                }
            }
        }
        return best;
    }

    private double squareDistance(int a, int b) {
        return square(points[3 * a] - points[3 * b]) + square(points[3 * a + 1] - points[3 * b + 1])
                + square(points[3 * a + 2] - points[3 * b + 2]);
    }

    private static double square(double x) {
        return x * x;
    }
}
