package org.morphodepot.viewer;

import java.util.List;

import org.morphodepot.volume.LengthUnit;

/**
 * Lengths for people. A scan's unit of length may be written in many ways; one that says nothing, or something unknown,
 * is taken for millimetres, as 3D Slicer does.
 */
public final class Lengths {

    private static final List<Unit> UNITS = List.of(new Unit("nm", 1e-9), new Unit("\u00b5m", 1e-6),
            new Unit("mm", 1e-3), new Unit("m", 1));

    private record Unit(String name, double metres) {
    }

    /**
     * A length to draw.
     *
     * @param length in the scan's unit
     * @param label such as {@code 500 µm}
     */
    public record Bar(double length, String label) {
    }

    private Lengths() {
    }

    /** Metres in one {@code unit}. */
    public static double metres(String unit) {
        return millimetres(unit) / 1e3;
    }

    /** Millimetres in one {@code unit}. */
    public static double millimetres(String unit) {
        return LengthUnit.millimetres(unit);
    }

    /** The longest of 1, 2 or 5 times a power of ten that is not longer than {@code longest}, in the scan's unit. */
    public static Bar bar(double longest, String unit) {
        double factor = metres(unit);
        double metres = round(longest * factor);
        return new Bar(metres / factor, text(metres));
    }

    /** A length in a unit that suits it, such as {@code 12.5 µm}. */
    public static String format(double length, String unit) {
        return text(length * metres(unit));
    }

    private static double round(double metres) {
        double power = Math.pow(10, Math.floor(Math.log10(metres) + 1e-9));
        double leading = metres / power + 1e-9;
        return power * (leading >= 5 ? 5 : leading >= 2 ? 2 : 1);
    }

    private static String text(double metres) {
        Unit best = UNITS.getFirst();
        for (Unit unit : UNITS) {
            if (Math.abs(metres) >= unit.metres() * 0.9999) {
                best = unit;
            }
        }
        return number(metres / best.metres()) + " " + best.name();
    }

    private static String number(double value) {
        return new java.math.BigDecimal(value).round(new java.math.MathContext(4)).stripTrailingZeros().toPlainString();
    }
}
