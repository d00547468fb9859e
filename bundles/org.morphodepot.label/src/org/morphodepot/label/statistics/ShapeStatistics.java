package org.morphodepot.label.statistics;

import org.morphodepot.volume.Geometry;

/**
 * The shape of a segment; lengths in millimetres, places left-posterior-superior.
 *
 * @param voxels number of voxels
 * @param volume in mm³
 * @param centroid mean of all voxel centres, three numbers
 * @param feretDiameter largest distance of two voxel centres
 * @param surface in mm², after Crofton from the lines along 13 directions, as ITK estimates it
 * @param roundness surface of a sphere of the same volume divided by the surface: 1 for a sphere
 * @param flatness root of the middle by the smallest principal moment; 0 where that is none
 * @param elongation root of the largest by the middle principal moment; 0 where that is none
 * @param principalMoments variances along the principal axes in mm², ascending, three numbers
 * @param principalAxes unit vectors, nine numbers, in the order of the moments
 */
public record ShapeStatistics(long voxels, double volume, double[] centroid, double feretDiameter, double surface,
        double roundness, double flatness, double elongation, double[] principalMoments, double[] principalAxes,
        OrientedBox box) {

    /** Areas of the parts of the unit sphere that belong to each of the 26 directions, for cubic voxels. */
    private static final double[] WEIGHTS = {0.04577789120476, 0.03698062787608, 0.03519563978232};
    /** Below this part of the largest moment a moment is rounding. */
    private static final double NOTHING = 1e-12;

    static ShapeStatistics of(ShapeSums sums, Geometry millimetres) {
        double voxel = millimetres.spacing(0) * millimetres.spacing(1) * millimetres.spacing(2);
        double volume = sums.voxels() * voxel;
        double[] centroid = millimetres.toWorld(sums.mean(0), sums.mean(1), sums.mean(2));
        Eigen eigen = Eigen.of(covariance(sums, millimetres));
        double[] moments = eigen.values();
        for (int i = 0; i < 3; i++) {
            moments[i] = moments[i] > NOTHING * moments[2] ? moments[i] : 0;
        }
        double surface = surface(sums, millimetres, voxel);
        double sphere = Math.cbrt(36 * Math.PI * volume * volume);
        double[] points = points(sums.outline(), millimetres);
        return new ShapeStatistics(sums.voxels(), volume, centroid, FarthestPair.distance(points, centroid), surface,
                sphere / surface, root(moments[1], moments[0]), root(moments[2], moments[1]), moments, eigen.vectors(),
                box(points, centroid, eigen.vectors(), millimetres));
    }

    private static double root(double large, double small) {
        return small > 0 ? Math.sqrt(large / small) : 0;
    }

    /** How a voxel step along each axis moves in space. */
    private static double[][] stepsInSpace(Geometry g) {
        double[][] steps = new double[3][3];
        for (int axis = 0; axis < 3; axis++) {
            for (int c = 0; c < 3; c++) {
                steps[c][axis] = g.direction(axis, c) * g.spacing(axis);
            }
        }
        return steps;
    }

    private static double[][] covariance(ShapeSums sums, Geometry geometry) {
        double[][] steps = stepsInSpace(geometry);
        double[][] inSpace = new double[3][3];
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                for (int a = 0; a < 3; a++) {
                    for (int b = 0; b < 3; b++) {
                        inSpace[r][c] += steps[r][a] * sums.covariance(a, b) * steps[c][b];
                    }
                }
            }
        }
        return inSpace;
    }

    private static double surface(ShapeSums sums, Geometry g, double voxel) {
        double surface = 0;
        for (int i = 0; i < ShapeSums.STEPS.length; i++) {
            int[] step = ShapeSums.STEPS[i];
            double length = 0;
            int axes = -1;
            for (int axis = 0; axis < 3; axis++) {
                length = Math.hypot(length, step[axis] * g.spacing(axis));
                axes += Math.abs(step[axis]);
            }
            surface += sums.stretches(i) * voxel / length * 2 * WEIGHTS[axes];
        }
        return 4 * surface;
    }

    private static double[] points(int[] indices, Geometry geometry) {
        double[] points = new double[indices.length];
        for (int i = 0; i < indices.length; i += 3) {
            System.arraycopy(geometry.toWorld(indices[i], indices[i + 1], indices[i + 2]), 0, points, i, 3);
        }
        return points;
    }

    private static OrientedBox box(double[] points, double[] centroid, double[] axes, Geometry g) {
        double[][] steps = stepsInSpace(g);
        double[] origin = centroid.clone();
        double[] size = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < points.length; i += 3) {
                double along = 0;
                for (int c = 0; c < 3; c++) {
                    along += axes[3 * axis + c] * (points[i + c] - centroid[c]);
                }
                low = Math.min(low, along);
                high = Math.max(high, along);
            }
            double corner = 0;
            for (int a = 0; a < 3; a++) {
                corner += Math.abs(axes[3 * axis] * steps[0][a] + axes[3 * axis + 1] * steps[1][a]
                        + axes[3 * axis + 2] * steps[2][a]) / 2;
            }
            size[axis] = high - low + 2 * corner;
            for (int c = 0; c < 3; c++) {
                origin[c] += (low - corner) * axes[3 * axis + c];
            }
        }
        return new OrientedBox(origin, size, axes);
    }
}
