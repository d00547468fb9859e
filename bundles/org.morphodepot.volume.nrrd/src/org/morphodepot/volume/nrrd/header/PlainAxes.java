package org.morphodepot.volume.nrrd.header;

import java.util.List;
import java.util.Locale;

import org.morphodepot.volume.VolumeException;

/** Geometry of files without a space: axes along x, y, z with the {@code spacings} and {@code axis mins} they give. */
final class PlainAxes {

    private PlainAxes() {
    }

    /** Sets the vectors and origin components of the spatial axes. */
    static void fill(Fields fields, Axes axes, double[][] vectors, double[] origin) throws VolumeException {
        int dimension = axes.roles().size();
        double[] spacings = fields.numbers(FieldName.SPACINGS, dimension);
        double[] mins = fields.numbers(FieldName.AXIS_MINS, dimension);
        List<String> centerings = fields.words(FieldName.CENTERINGS);
        List<Integer> spatial = axes.spatial();
        for (int i = 0; i < spatial.size(); i++) {
            int axis = spatial.get(i);
            double spacing = known(spacings, axis, 1);
            vectors[i] = new double[3];
            vectors[i][i] = spacing;
            boolean node = axis < centerings.size() && centerings.get(axis).toLowerCase(Locale.ROOT).equals("node");
            origin[i] = known(mins, axis, Double.NaN) + (node ? 0 : spacing / 2);
            if (Double.isNaN(origin[i])) {
                origin[i] = 0;
            }
        }
    }

    private static double known(double[] values, int axis, double otherwise) {
        return values.length == 0 || Double.isNaN(values[axis]) ? otherwise : values[axis];
    }
}
