package org.morphodepot.viewer.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.morphodepot.viewer.session.Spacing;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.LengthUnit;

/** Reads and writes spacings as people do: with a decimal point or comma, in micrometres or millimetres. */
final class SpacingWords {

    /** The units offered. */
    static final List<String> UNITS = List.of("\u00b5m", "mm");

    private SpacingWords() {
    }

    /** @throws IllegalArgumentException with a sentence that says what to enter */
    static Spacing.Sides read(String x, String y, String z, String unit) {
        return new Spacing.Sides(number(x, "x"), number(y, "y"), number(z, "z"), unit.equals("mm") ? "mm" : "um");
    }

    private static double number(String text, String axis) {
        try {
            double number = Double.parseDouble(text.strip().replace(',', '.'));
            if (number > 0 && number < 1e6) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("The distance along " + axis + " is a number greater than 0, such as 17.4");
    }

    static String number(double side) {
        return BigDecimal.valueOf(side).stripTrailingZeros().toPlainString();
    }

    static String unit(Spacing.Sides sides) {
        return sides.unit().equals("mm") ? "mm" : UNITS.getFirst();
    }

    /** What labels say that were made on the scan; nothing where they count voxels, too. */
    static Optional<Spacing.Sides> of(Geometry labels) {
        double[] mm = labels.inMillimetres().spacing();
        boolean counted = mm[0] == 1 && mm[1] == 1 && mm[2] == 1;
        if (counted) {
            return Optional.empty();
        }
        boolean small = mm[0] < 0.1;
        return Optional.of(small ? new Spacing.Sides(micrometres(mm[0]), micrometres(mm[1]), micrometres(mm[2]), "um")
                : new Spacing.Sides(mm[0], mm[1], mm[2], "mm"));
    }

    /** Seven digits: what was 17.4 is not to come back as 17.400000000000002. */
    private static double micrometres(double millimetres) {
        double exact = millimetres / LengthUnit.millimetres("um");
        return new BigDecimal(exact).round(new java.math.MathContext(7)).doubleValue();
    }
}
