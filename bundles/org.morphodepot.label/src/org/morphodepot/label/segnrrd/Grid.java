package org.morphodepot.label.segnrrd;

import java.util.Optional;

import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.LengthUnit;
import org.morphodepot.volume.VoxelSize;

/**
 * Voxels in space: how many, and where.
 *
 * @param size voxels along i, j, k
 * @param geometry place of the voxels
 */
public record Grid(VoxelSize size, Geometry geometry) {

    /** Largest distance, in voxels, at which two voxel centres count as the same place. */
    private static final double TOLERANCE = 0.1;

    /**
     * Where this grid's voxel (0, 0, 0) is in the voxels of {@code other}, when the voxels of both coincide; else
     * empty. Units of length are converted; no unit means millimetres, or the unit of {@code other} where only that
     * fits: 3D Slicer takes the numbers of a scan for millimetres, whatever unit it names, and writes them again. Grids
     * of equal size may be up to half a voxel apart.
     */
    Optional<Offset> offsetIn(Grid other) {
        return converted(other).or(() -> geometry.unit().isEmpty() ? inUnit(other.geometry.unit()).converted(other)
                : Optional.empty());
    }

    private Grid inUnit(String unit) {
        return new Grid(size, new Geometry(geometry.spacing(), geometry.directions(), geometry.origin(), unit));
    }

    private Optional<Offset> converted(Grid other) {
        Optional<double[][]> toIndex = other.worldToIndex();
        if (toIndex.isEmpty()) {
            return Optional.empty();
        }
        double[] first = other.index(toIndex.get(), this, 0, 0, 0);
        Offset offset = Offset.rounded(first);
        double tolerance = offset.equals(Offset.NONE) && size.equals(other.size) ? 0.5 : TOLERANCE;
        for (int corner = 0; corner < 8; corner++) {
            int i = (corner & 1) * (size.x() - 1);
            int j = (corner >> 1 & 1) * (size.y() - 1);
            int k = (corner >> 2) * (size.z() - 1);
            double[] at = other.index(toIndex.get(), this, i, j, k);
            if (!(offset.distance(at, i, j, k) < tolerance)) {
                return Optional.empty();
            }
        }
        return Optional.of(offset);
    }

    /**
     * Continuous voxel coordinates of this grid for voxel (i, j, k) of {@code other};
     * {@code toIndex} from {@link #worldToIndex}.
     */
    double[] index(double[][] toIndex, Grid other, double i, double j, double k) {
        double[] world = other.geometry.toWorld(i, j, k);
        double unit = LengthUnit.millimetres(other.geometry.unit()) / LengthUnit.millimetres(geometry.unit());
        double[] origin = geometry.origin();
        double[] index = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int c = 0; c < 3; c++) {
                index[row] += toIndex[row][c] * (world[c] * unit - origin[c]);
            }
        }
        return index;
    }

    /** The matrix that turns a distance in space into voxels; empty when the axes do not span space. */
    Optional<double[][]> worldToIndex() {
        double[][] m = new double[3][3];
        for (int axis = 0; axis < 3; axis++) {
            for (int c = 0; c < 3; c++) {
                m[c][axis] = geometry.direction(axis, c) * geometry.spacing(axis);
            }
        }
        double det = 0;
        for (int i = 0; i < 3; i++) {
            det += m[0][i] * cofactor(m, 0, i);
        }
        double scale = geometry.spacing(0) * geometry.spacing(1) * geometry.spacing(2);
        if (!(Math.abs(det) > 1e-9 * scale)) {
            return Optional.empty();
        }
        double[][] inverse = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                inverse[row][column] = cofactor(m, column, row) / det;
            }
        }
        return Optional.of(inverse);
    }

    /** The same grid with lengths in millimetres. */
    Grid inMillimetres() {
        return new Grid(size, geometry.inMillimetres());
    }

    private static double cofactor(double[][] m, int row, int column) {
        int r1 = (row + 1) % 3;
        int r2 = (row + 2) % 3;
        int c1 = (column + 1) % 3;
        int c2 = (column + 2) % 3;
        return m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
    }

    @Override
    public String toString() {
        double[] s = geometry.spacing();
        return size + " voxels of " + HeaderText.number(s[0]) + " x " + HeaderText.number(s[1]) + " x "
                + HeaderText.number(s[2]) + (geometry.unit().isEmpty() ? "" : " " + geometry.unit());
    }
}
