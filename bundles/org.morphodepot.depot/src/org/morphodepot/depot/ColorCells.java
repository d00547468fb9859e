package org.morphodepot.depot;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/** Checks the cells of a colour table and says which row of which file is wrong. */
record ColorCells(String file) {

    static final int MOST_ROWS = 65_536;

    /** What 3D Slicer calls a colour without a name. */
    private static final String UNNAMED = "(none)";

    /** A label; -1 when the row is to be skipped. */
    int label(String cell) {
        String text = cell.strip();
        if (!text.matches("[+]?\\d{1,9}(\\.0*)?")) {
            return -1;
        }
        int label = (int) Double.parseDouble(text);
        return label < MOST_ROWS ? label : -1;
    }

    /** A colour or alpha value, 0 to 255. */
    int value(String cell, String column, int row) throws VolumeException {
        try {
            double value = Double.parseDouble(cell.strip());
            if (value >= 0 && value <= 255) {
                return (int) Math.round(value);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw malformed("row " + row + " has " + column + " \"" + shortened(cell)
                + "\" instead of a number from 0 to 255");
    }

    boolean isNamed(String name) {
        return !name.isBlank() && !name.strip().equals(UNNAMED);
    }

    VolumeException malformed(String what) {
        return new VolumeException(Kind.MALFORMED, "The colour table " + file + " cannot be read: " + what);
    }

    static String shortened(String cell) {
        String line = cell.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }
}
