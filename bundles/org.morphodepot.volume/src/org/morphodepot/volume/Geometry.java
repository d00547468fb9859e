package org.morphodepot.volume;

import java.util.Objects;

/**
 * Places voxels in space. The centre of voxel (i, j, k) is at {@code origin + i*spacing.x*di + j*spacing.y*dj +
 * k*spacing.z*dk} in left-posterior-superior coordinates (+x left, +y posterior, +z superior, as NRRD and DICOM).
 *
 * @param spacing distance of neighbouring voxel centres along i, j, k; positive, in {@code unit}
 * @param directions unit vectors of the i, j, k axes, nine numbers: first the three of i, then j, then k
 * @param origin centre of voxel (0, 0, 0), three numbers in {@code unit}
 * @param unit unit of length such as {@code mm} or {@code micrometer}; empty when the file does not say
 */
public record Geometry(double[] spacing, double[] directions, double[] origin, String unit) {

    /** Copies the arrays and checks their lengths and values. */
    public Geometry {
        spacing = checked(spacing, 3);
        directions = checked(directions, 9);
        origin = checked(origin, 3);
        Objects.requireNonNull(unit);
        for (double s : spacing) {
            if (s <= 0) {
                throw new IllegalArgumentException("spacing must be positive: " + s);
            }
        }
    }

    /** Axis-aligned geometry at the origin. */
    public static Geometry of(double sx, double sy, double sz, String unit) {
        return new Geometry(new double[] {sx, sy, sz}, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new double[3], unit);
    }

    /** Spacing along {@code axis} 0, 1 or 2. */
    public double spacing(int axis) {
        return spacing[axis];
    }

    /** Component {@code c} (0 left, 1 posterior, 2 superior) of the unit vector of voxel axis {@code axis}. */
    public double direction(int axis, int c) {
        return directions[3 * axis + c];
    }

    /** World position (LPS) of continuous voxel coordinates. */
    public double[] toWorld(double i, double j, double k) {
        double[] world = new double[3];
        for (int c = 0; c < 3; c++) {
            world[c] = origin[c] + i * spacing[0] * direction(0, c) + j * spacing[1] * direction(1, c)
                    + k * spacing[2] * direction(2, c);
        }
        return world;
    }

    /**
     * The geometry of a grid whose voxel (0, 0, 0) is this grid's continuous voxel {@code offset}
     * and whose voxels are {@code scale} times as large.
     */
    public Geometry resampled(double[] scale, double[] offset) {
        double[] s = {spacing[0] * scale[0], spacing[1] * scale[1], spacing[2] * scale[2]};
        return new Geometry(s, directions, toWorld(offset[0], offset[1], offset[2]), unit);
    }

    /** The same place with lengths in {@code mm}; an unknown unit counts as millimetres, as in 3D Slicer. */
    public Geometry inMillimetres() {
        double[] s = new double[3];
        double[] o = new double[3];
        for (int i = 0; i < 3; i++) {
            s[i] = LengthUnit.toMillimetres(spacing[i], unit);
            o[i] = LengthUnit.toMillimetres(origin[i], unit);
        }
        return new Geometry(s, directions, o, "mm");
    }

    @Override
    public double[] spacing() {
        return spacing.clone();
    }

    @Override
    public double[] directions() {
        return directions.clone();
    }

    @Override
    public double[] origin() {
        return origin.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Geometry g && java.util.Arrays.equals(spacing, g.spacing)
                && java.util.Arrays.equals(directions, g.directions) && java.util.Arrays.equals(origin, g.origin)
                && unit.equals(g.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(java.util.Arrays.hashCode(spacing), java.util.Arrays.hashCode(origin), unit);
    }

    private static double[] checked(double[] values, int length) {
        if (values.length != length) {
            throw new IllegalArgumentException("expected " + length + " numbers, got " + values.length);
        }
        for (double v : values) {
            if (!Double.isFinite(v)) {
                throw new IllegalArgumentException("not a finite number: " + v);
            }
        }
        return values.clone();
    }
}
