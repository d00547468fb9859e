package org.morphodepot.volume;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Units of length as files write them: {@code mm}, {@code µm}, {@code micrometer}, {@code Microns} … The files of 3D
 * Slicer are in millimetres whatever unit they name, so that is what an unknown unit counts as. Any thread.
 */
public final class LengthUnit {

    private static final Map<String, Double> MILLIMETRES = Map.ofEntries(
            Map.entry("m", 1e3), Map.entry("meter", 1e3), Map.entry("metre", 1e3),
            Map.entry("cm", 10.0), Map.entry("centimeter", 10.0), Map.entry("centimetre", 10.0),
            Map.entry("mm", 1.0), Map.entry("millimeter", 1.0), Map.entry("millimetre", 1.0),
            Map.entry("um", 1e-3), Map.entry("\u00b5m", 1e-3), Map.entry("\u03bcm", 1e-3), Map.entry("micron", 1e-3),
            Map.entry("micrometer", 1e-3), Map.entry("micrometre", 1e-3),
            Map.entry("nm", 1e-6), Map.entry("nanometer", 1e-6), Map.entry("nanometre", 1e-6),
            Map.entry("angstrom", 1e-7), Map.entry("inch", 25.4));

    private LengthUnit() {
    }

    /** Millimetres in one {@code unit}; empty when the text names no unit of length that is known here. */
    public static OptionalDouble known(String unit) {
        String word = unit.strip().toLowerCase(Locale.ROOT);
        Double length = MILLIMETRES.get(word);
        if (length == null && word.endsWith("s")) {
            length = MILLIMETRES.get(word.substring(0, word.length() - 1));
        }
        return length == null ? OptionalDouble.empty() : OptionalDouble.of(length);
    }

    /** Millimetres in one {@code unit}; 1 for no unit or an unknown one. */
    public static double millimetres(String unit) {
        return known(unit).orElse(1);
    }

    /** A length in millimetres. 42 micrometres are 0.042, not the neighbouring 0.042000000000000003. */
    public static double toMillimetres(double length, String unit) {
        double one = millimetres(unit);
        // dividing by a whole number is exactly rounded, multiplying by 1e-3 is not
        return one < 1 ? length / Math.rint(1 / one) : length * one;
    }
}
