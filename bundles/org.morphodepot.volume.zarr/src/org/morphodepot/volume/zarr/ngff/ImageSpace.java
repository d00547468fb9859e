package org.morphodepot.volume.zarr.ngff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.zarr.metadata.Json;

/**
 * Where an image and its levels lie in space.
 *
 * @param axes which axes of the arrays are x, y and z
 * @param geometry of level 0
 * @param space the coordinate system's name, such as {@code left-posterior-superior}; empty when unknown
 * @param levels scale and offset of each level against level 0
 */
public record ImageSpace(SpatialAxes axes, Geometry geometry, String space, List<LevelSpace> levels) {

    /**
     * A level against level 0, along x, y, z. The arrays are shared.
     *
     * @param scale size of its voxels in voxels of level 0
     * @param offset centre of its first voxel in voxels of level 0
     */
    public record LevelSpace(double[] scale, double[] offset) {
    }

    /** The attribute of ours that keeps what OME-Zarr has no words for. */
    public static final String ATTRIBUTE = "morphodepot";

    /** A plain array: unit spacing, one level. */
    public static ImageSpace plain(int rank) {
        return new ImageSpace(SpatialAxes.last(rank), Geometry.of(1, 1, 1, ""), "",
                List.of(new LevelSpace(new double[] {1, 1, 1}, new double[3])));
    }

    /**
     * The space of an image.
     *
     * @param shapes of the levels' arrays, all of the same rank
     * @param attributes of the group, for the directions that our own writer keeps there
     */
    public static ImageSpace of(Multiscale image, List<long[]> shapes, Json attributes) throws VolumeException {
        int rank = shapes.getFirst().length;
        List<Axis> axes = image.axes(rank);
        SpatialAxes spatial = spatial(image, axes);
        List<Placement> levels = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            levels.add(image.placement(i, rank));
        }
        try {
            List<LevelSpace> spaces = new LevelSpaces(spatial, levels, shapes).all();
            Optional<Json> ours = attributes.find(ATTRIBUTE).flatMap(o -> o.find("geometry"));
            Geometry geometry = geometry(axes, spatial, levels.getFirst().within(image.placement(rank)));
            return new ImageSpace(spatial, ours.isPresent() ? directed(geometry, ours.get()) : geometry,
                    ours.flatMap(o -> o.find("space")).filter(Json::isText).map(ImageSpace::text).orElse(""), spaces);
        } catch (IllegalArgumentException e) {
            throw image.wrong("its coordinate transformations make no sense: " + e.getMessage());
        }
    }

    private static String text(Json json) {
        try {
            return json.text();
        } catch (VolumeException e) {
            return "";
        }
    }

    private static SpatialAxes spatial(Multiscale image, List<Axis> axes) throws VolumeException {
        try {
            return SpatialAxes.of(axes);
        } catch (IllegalArgumentException e) {
            throw image.wrong("its axes make no sense: " + e.getMessage());
        }
    }

    /** In the unit of x; an axis with another unit is converted when both are known. */
    private static Geometry geometry(List<Axis> axes, SpatialAxes spatial, Placement placement) {
        String unit = axes.get(spatial.x() >= 0 ? spatial.x() : spatial.y() >= 0 ? spatial.y() : spatial.z()).unit();
        double[] spacing = {1, 1, 1};
        double[] origin = new double[3];
        for (int i = 0; i < 3; i++) {
            int axis = spatial.get(i);
            if (axis >= 0) {
                OptionalDouble factor = LengthUnit.factor(axes.get(axis).unit(), unit);
                spacing[i] = placement.scale()[axis] * factor.orElse(1);
                origin[i] = placement.translation(axis) * factor.orElse(1);
            }
        }
        return new Geometry(spacing, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, origin, unit);
    }

    private static Geometry directed(Geometry geometry, Json ours) throws VolumeException {
        double[] directions = ours.get("directions").numbers();
        for (int axis = 0; axis < 3 && directions.length == 9; axis++) {
            double length = Math.hypot(Math.hypot(directions[3 * axis], directions[3 * axis + 1]),
                    directions[3 * axis + 2]);
            if (Math.abs(length - 1) > 1e-3) {
                throw ours.get("directions").wrong("must be unit vectors");
            }
        }
        return new Geometry(geometry.spacing(), directions, ours.get("origin").numbers(), geometry.unit());
    }
}
