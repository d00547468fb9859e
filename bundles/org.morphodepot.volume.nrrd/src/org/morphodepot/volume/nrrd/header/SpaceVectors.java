package org.morphodepot.volume.nrrd.header;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.nrrd.file.Faults;

/**
 * {@code space directions} and {@code space origin} as the file gives them, cut to or filled up to three components.
 *
 * @param directions of the spatial axes, null where there is none
 * @param origin zero when missing
 */
record SpaceVectors(double[][] directions, double[] origin) {

    static SpaceVectors of(Fields fields, Axes axes) throws VolumeException {
        List<double[]> all = fields.vectors(FieldName.SPACE_DIRECTIONS);
        int dimension = dimension(fields, all);
        double[][] directions = new double[3][];
        List<Integer> spatial = axes.spatial();
        for (int i = 0; i < spatial.size() && !all.isEmpty(); i++) {
            double[] direction = all.get(spatial.get(i));
            directions[i] = isNone(direction) ? null : three(direction, dimension, FieldName.SPACE_DIRECTIONS, fields);
        }
        if (all.isEmpty()) {
            PlainAxes.fill(fields, axes, directions, new double[3]);
        }
        return new SpaceVectors(directions, origin(fields, dimension));
    }

    /** {@code none}; old writers put NaN vectors instead. */
    static boolean isNone(double[] vector) {
        return Arrays.stream(vector).allMatch(Double::isNaN);
    }

    private static int dimension(Fields fields, List<double[]> directions) throws VolumeException {
        String space = fields.text(FieldName.SPACE).orElse("").toLowerCase(Locale.ROOT);
        if (space.endsWith("-time") || space.matches("[rl][ap][si]t")) {
            return 4;
        }
        if (!space.isEmpty()) {
            return 3;
        }
        long found = directions.stream().mapToInt(d -> d.length).max().orElse(3);
        long dimension = fields.integer(FieldName.SPACE_DIMENSION, found);
        if (dimension < 1 || dimension > 16) {
            throw fields.wrong(FieldName.SPACE_DIMENSION, Long.toString(dimension), "a number from 1 to 16");
        }
        return (int) dimension;
    }

    private static double[] origin(Fields fields, int dimension) throws VolumeException {
        List<double[]> vectors = fields.vectors(FieldName.SPACE_ORIGIN);
        if (vectors.size() > 1) {
            throw fields.wrong(FieldName.SPACE_ORIGIN, fields.required(FieldName.SPACE_ORIGIN), "one point");
        }
        if (vectors.isEmpty() || isNone(vectors.getFirst())) {
            return new double[3];
        }
        return three(vectors.getFirst(), dimension, FieldName.SPACE_ORIGIN, fields);
    }

    private static double[] three(double[] vector, int dimension, FieldName name, Fields fields)
            throws VolumeException {
        if (vector.length != dimension) {
            throw fields.faults().malformed("its header field " + Faults.quote(name.text()) + " has a vector of "
                    + vector.length + " numbers in a space of " + dimension);
        }
        return Arrays.copyOf(vector, 3);
    }
}
