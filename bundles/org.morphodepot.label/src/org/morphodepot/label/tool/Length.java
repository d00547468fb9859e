package org.morphodepot.label.tool;

import java.util.List;

import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.LengthUnit;

/**
 * A length that the user gives in voxels or in millimetres, such as the diameter of a brush. A length in voxels counts voxels
 * of the finest axis; it is a length in space like any other, so that a brush is round on scans with thick slices too.
 *
 * @param value not negative
 * @param unit what it counts
 */
public record Length(double value, Unit unit) {

    /** Id of the option that chooses the unit, shared by all tools. */
    public static final String UNIT_OPTION = "unit";

    /** What a length counts. */
    public enum Unit {
        VOXELS, MILLIMETRES
    }

    /** The choice between voxels and millimetres for a tool's options. */
    public static Option unitOption() {
        return new Option.Choice(UNIT_OPTION, "Unit", "Voxels of the finest axis, or millimetres",
                List.of("voxels", "mm"), List.of("voxels", "mm"));
    }

    /** The length set in option {@code id}, in the unit set in {@link #UNIT_OPTION}; negative and damaged values count as 0. */
    public static Length of(Settings settings, String id, double fallback) {
        double value = settings.number(id, fallback);
        Unit unit = settings.choice(UNIT_OPTION, "voxels").equals("mm") ? Unit.MILLIMETRES : Unit.VOXELS;
        return new Length(value > 0 && Double.isFinite(value) ? value : 0, unit);
    }

    /** In voxels of the finest axis. */
    public double voxels(Geometry geometry) {
        return unit == Unit.VOXELS ? value : value / (finest(geometry) * LengthUnit.millimetres(geometry.unit()));
    }

    /** In the unit of the geometry. */
    public double in(Geometry geometry) {
        return voxels(geometry) * finest(geometry);
    }

    /** The spacing of each axis in voxels of the finest axis: 1 there, more elsewhere. */
    public static double[] relativeSpacing(Geometry geometry) {
        double[] spacing = geometry.spacing();
        double finest = finest(geometry);
        return new double[] {spacing[0] / finest, spacing[1] / finest, spacing[2] / finest};
    }

    private static double finest(Geometry geometry) {
        return Math.min(geometry.spacing(0), Math.min(geometry.spacing(1), geometry.spacing(2)));
    }
}
