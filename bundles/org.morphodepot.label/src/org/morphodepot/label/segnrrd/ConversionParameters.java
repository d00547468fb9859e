package org.morphodepot.label.segnrrd;

import java.util.Optional;

import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelSize;

/**
 * The text {@code name|value|description&name|value|description&…} in which 3D Slicer keeps how it converts segments.
 * Only the reference image geometry is understood: 16 numbers of the matrix from voxels to right-anterior-superior
 * millimetres, row by row, then the first and last voxel along i, j, k, separated by semicolons.
 */
final class ConversionParameters {

    private static final String REFERENCE = "Reference image geometry";

    private ConversionParameters() {
    }

    /** The reference image; empty when it is not given or makes no sense. */
    static Optional<Grid> reference(String parameters) {
        for (String parameter : parameters.split("&")) {
            String[] parts = parameter.split("\\|", -1);
            if (parts[0].equals(REFERENCE) && parts.length > 1) {
                return HeaderText.numbers(parts[1]).filter(n -> n.length == 22).flatMap(ConversionParameters::grid);
            }
        }
        return Optional.empty();
    }

    /** The text with the reference image replaced, or added at the end; all else stays byte for byte. */
    static String withReference(String parameters, Grid grid) {
        StringBuilder text = new StringBuilder();
        boolean written = false;
        for (String parameter : parameters.isEmpty() ? new String[0] : parameters.split("&")) {
            String[] parts = parameter.split("\\|", -1);
            boolean reference = parts[0].equals(REFERENCE);
            String description = parts.length > 2 ? parts[2] : "";
            text.append(reference ? REFERENCE + "|" + text(grid) + "|" + description : parameter).append('&');
            written |= reference;
        }
        if (!written) {
            text.append(REFERENCE).append('|').append(text(grid)).append("|Grid of the scan&");
        }
        return text.toString();
    }

    private static Optional<Grid> grid(double[] n) {
        double[] spacing = new double[3];
        double[] directions = new double[9];
        int[] size = new int[3];
        double[] first = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            spacing[axis] = Math.hypot(Math.hypot(n[axis], n[4 + axis]), n[8 + axis]);
            first[axis] = n[16 + 2 * axis];
            size[axis] = (int) (n[17 + 2 * axis] - first[axis] + 1);
            for (int c = 0; c < 3; c++) {
                directions[3 * axis + c] = (c < 2 ? -1 : 1) * n[4 * c + axis] / spacing[axis];
            }
        }
        try {
            double[] origin = {-n[3], -n[7], n[11]};
            Geometry atIndexZero = new Geometry(spacing, directions, origin, "mm");
            double[] one = {1, 1, 1};
            VoxelSize voxels = new VoxelSize(size[0], size[1], size[2]);
            return voxels.voxels() > 0 ? Optional.of(new Grid(voxels, atIndexZero.resampled(one, first)))
                    : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static String text(Grid grid) {
        Grid mm = grid.inMillimetres();
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < 3; c++) {
            double sign = c < 2 ? -1 : 1;
            for (int axis = 0; axis < 3; axis++) {
                text.append(HeaderText.number(sign * mm.geometry().direction(axis, c) * mm.geometry().spacing(axis)))
                        .append(';');
            }
            text.append(HeaderText.number(sign * mm.geometry().origin()[c])).append(';');
        }
        text.append("0;0;0;1;");
        for (int axis = 0; axis < 3; axis++) {
            text.append("0;").append(grid.size().get(axis) - 1).append(';');
        }
        return text.toString();
    }
}
