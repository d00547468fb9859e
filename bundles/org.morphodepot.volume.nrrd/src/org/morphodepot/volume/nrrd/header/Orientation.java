package org.morphodepot.volume.nrrd.header;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VolumeException;

/**
 * Where the spatial axes are, in left-posterior-superior coordinates whatever the file's space.
 *
 * @param space the file's word for its space, empty when it has none
 * @param geometry of three axes; axes the file lacks have spacing 1
 */
public record Orientation(String space, Geometry geometry) {

    private static final List<FieldName> SPACE_FIELDS = List.of(FieldName.SPACE, FieldName.SPACE_DIMENSION,
            FieldName.SPACE_DIRECTIONS);

    static Orientation of(Fields fields, Axes axes) throws VolumeException {
        String space = fields.text(FieldName.SPACE).orElse("");
        double[][] vectors = new double[3][];
        double[] origin = new double[3];
        if (SPACE_FIELDS.stream().anyMatch(f -> fields.text(f).isPresent())) {
            SpaceVectors found = SpaceVectors.of(fields, axes);
            System.arraycopy(found.directions(), 0, vectors, 0, 3);
            System.arraycopy(found.origin(), 0, origin, 0, 3);
            toLps(space, vectors, origin);
        } else {
            PlainAxes.fill(fields, axes, vectors, origin);
        }
        complete(vectors);
        return new Orientation(space, geometry(vectors, origin, unit(fields, axes, space), fields));
    }

    /** Turns the axes of space that run to the right, anterior or inferior. */
    private static void toLps(String space, double[][] vectors, double[] origin) {
        String word = space.toLowerCase(Locale.ROOT);
        boolean[] turned = word.matches("[rl][ap][si]t?")
                ? new boolean[] {word.charAt(0) == 'r', word.charAt(1) == 'a', word.charAt(2) == 'i'}
                : new boolean[] {word.startsWith("right-"), word.contains("-anterior-"), word.contains("-inferior")};
        for (int c = 0; c < 3; c++) {
            if (turned[c]) {
                origin[c] = 0 - origin[c];
                for (double[] vector : vectors) {
                    if (vector != null) {
                        vector[c] = 0 - vector[c];
                    }
                }
            }
        }
    }

    /** Gives missing axes a direction of length 1 across those that are there. */
    private static void complete(double[][] vectors) {
        for (int axis = 0; axis < 3; axis++) {
            if (vectors[axis] == null) {
                double[] vector = axis == 2 ? cross(vectors[0], vectors[1]) : new double[3];
                if (vector[0] == 0 && vector[1] == 0 && vector[2] == 0) {
                    vector[axis] = 1;
                }
                vectors[axis] = vector;
            }
        }
    }

    private static double[] cross(double[] a, double[] b) {
        double[] c = {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
        double length = length(c);
        boolean usable = length > 0 && Double.isFinite(length);
        return usable ? new double[] {c[0] / length, c[1] / length, c[2] / length} : new double[3];
    }

    private static Geometry geometry(double[][] vectors, double[] origin, String unit, Fields fields)
            throws VolumeException {
        double[] spacing = new double[3];
        double[] directions = new double[9];
        for (int axis = 0; axis < 3; axis++) {
            spacing[axis] = length(vectors[axis]);
            if (!(spacing[axis] > 0) || !Double.isFinite(spacing[axis])) {
                throw fields.faults().malformed("its header gives axis " + "xyz".charAt(axis)
                        + " no usable distance between voxels (" + spacing[axis] + ")");
            }
            for (int c = 0; c < 3; c++) {
                directions[3 * axis + c] = vectors[axis][c] / spacing[axis];
            }
        }
        for (double o : origin) {
            if (!Double.isFinite(o)) {
                throw fields.faults().malformed("its header gives an origin that is no point (" + o + ")");
            }
        }
        return new Geometry(spacing, directions, origin, unit);
    }

    private static double length(double[] v) {
        return Math.hypot(Math.hypot(v[0], v[1]), v[2]);
    }

    /** The files' common unit; writers that name an anatomical space and no unit mean millimetres. */
    private static String unit(Fields fields, Axes axes, String space) {
        List<String> units = fields.quoted(FieldName.SPACE_UNITS).stream().limit(3).toList();
        if (units.isEmpty()) {
            List<String> all = fields.quoted(FieldName.UNITS);
            units = axes.spatial().stream().filter(axis -> axis < all.size()).map(all::get).toList();
        }
        Optional<String> first = units.stream().findFirst().filter(u -> !u.isBlank() && !u.equals("???"));
        if (first.isPresent() && units.stream().allMatch(first.get()::equals)) {
            return first.get();
        }
        return units.isEmpty() && !space.isEmpty() ? "mm" : "";
    }
}
