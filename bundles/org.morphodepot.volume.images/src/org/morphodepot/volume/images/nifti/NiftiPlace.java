package org.morphodepot.volume.images.nifti;

import java.util.Optional;

import org.morphodepot.volume.Geometry;

/**
 * Where voxels are: by the matrix (sform) if the file has one, else by the quaternion (qform), else by distances only.
 * NIfTI points to the right, anterior and superior; the first two are turned round.
 */
record NiftiPlace(NiftiFields in) {

    private static final double SMALLEST = 1e-12;

    boolean isOriented() {
        return oriented().isPresent();
    }

    /** Empty when the file does not even say how far voxels are apart. */
    Optional<Geometry> geometry() {
        return oriented().or(this::distances);
    }

    private Optional<Geometry> oriented() {
        return in.matrixCode() > 0 ? placed(matrix()).or(this::byQuaternion) : byQuaternion();
    }

    private Optional<Geometry> byQuaternion() {
        return in.quaternionCode() > 0 ? placed(quaternion()) : Optional.empty();
    }

    private Optional<Geometry> distances() {
        double[] spacing = {Math.abs(in.pixdim(1)), Math.abs(in.pixdim(2)), Math.abs(in.pixdim(3))};
        for (double s : spacing) {
            if (!(s > SMALLEST && s < 1 / SMALLEST)) {
                return Optional.empty();
            }
        }
        return Optional.of(Geometry.of(spacing[0], spacing[1], spacing[2], unit()));
    }

    private double[][] matrix() {
        double[][] m = new double[3][4];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                m[row][column] = in.matrix(row, column);
            }
        }
        return m;
    }

    /** The rotation of nifti1.h's quatern_to_mat44, times the distances. */
    private double[][] quaternion() {
        double b = in.quaternion(0);
        double c = in.quaternion(1);
        double d = in.quaternion(2);
        double rest = 1 - (b * b + c * c + d * d);
        double a = Math.sqrt(Math.max(0, rest));
        if (rest < 1e-7) {
            double length = Math.sqrt(b * b + c * c + d * d);
            b /= length;
            c /= length;
            d /= length;
            a = 0;
        }
        double x = in.pixdim(1);
        double y = in.pixdim(2);
        double z = in.pixdim(0) < 0 ? -in.pixdim(3) : in.pixdim(3);
        return new double[][] {
            {(a * a + b * b - c * c - d * d) * x, 2 * (b * c - a * d) * y, 2 * (b * d + a * c) * z, in.quaternion(3)},
            {2 * (b * c + a * d) * x, (a * a + c * c - b * b - d * d) * y, 2 * (c * d - a * b) * z, in.quaternion(4)},
            {2 * (b * d - a * c) * x, 2 * (c * d + a * b) * y, (a * a + d * d - c * c - b * b) * z, in.quaternion(5)}};
    }

    private Optional<Geometry> placed(double[][] m) {
        double[] spacing = new double[3];
        double[] directions = new double[9];
        double[] origin = {0 - m[0][3], 0 - m[1][3], m[2][3]};
        for (int axis = 0; axis < 3; axis++) {
            double length = Math.sqrt(m[0][axis] * m[0][axis] + m[1][axis] * m[1][axis] + m[2][axis] * m[2][axis]);
            if (!(length > SMALLEST && length < 1 / SMALLEST)) {
                return Optional.empty();
            }
            spacing[axis] = length;
            directions[3 * axis] = 0 - m[0][axis] / length;
            directions[3 * axis + 1] = 0 - m[1][axis] / length;
            directions[3 * axis + 2] = m[2][axis] / length;
        }
        return finite(origin) ? Optional.of(new Geometry(spacing, directions, origin, unit())) : Optional.empty();
    }

    private static boolean finite(double[] numbers) {
        return Double.isFinite(numbers[0] + numbers[1] + numbers[2]);
    }

    private String unit() {
        return switch (in.units() & 7) {
            case 1 -> "m";
            case 2 -> "mm";
            case 3 -> "micrometer";
            default -> "";
        };
    }
}
