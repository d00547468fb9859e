package org.morphodepot.label.tool;

import java.util.List;

import org.morphodepot.volume.Geometry;

/**
 * How large the brush is, for the tools and for the cursor that shows it: options {@code diameter}, {@code unit} and
 * {@code shape}.
 *
 * @param diameter as set
 * @param sphere a ball in space; false: a disc in the slice
 */
public record BrushSize(Length diameter, boolean sphere) {

    public static final String DIAMETER = "diameter";
    public static final String SHAPE = "shape";

    /** Diameter in voxels of the finest axis at most; more would only make the pointer stick. */
    public static final double LARGEST = 500;

    private static final double INITIAL = 10;

    /** The options that {@link #of} reads. */
    public static List<Option> options() {
        return List.of(
                new Option.Number(DIAMETER, "Diameter", "Width of the brush; Shift and the wheel change it too", INITIAL, 0.1,
                        LARGEST, 1, ""),
                Length.unitOption(),
                new Option.Choice(SHAPE, "Shape", "A disc paints in this slice only, a sphere in the neighbouring slices too",
                        List.of("disc", "sphere"), List.of("Disc", "Sphere")));
    }

    public static BrushSize of(Settings settings) {
        return new BrushSize(Length.of(settings, DIAMETER, INITIAL), settings.choice(SHAPE, "disc").equals("sphere"));
    }

    /** Radius in the unit of the geometry, as the cursor draws it: at most {@link #LARGEST} / 2 voxels. */
    public double radius(Geometry geometry) {
        double voxels = diameter.voxels(geometry);
        return voxels == 0 ? 0 : diameter.in(geometry) / 2 * Math.min(1, LARGEST / voxels);
    }

    /** Radius along each voxel axis in voxels, at least half a voxel: the voxel under the pointer is always painted. */
    public double[] radii(Geometry geometry) {
        double radius = radius(geometry);
        double[] radii = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            radii[axis] = Math.max(0.5, radius / geometry.spacing(axis));
        }
        return radii;
    }
}
