package org.morphodepot.volume.zarr.ngff;

import java.util.Map;
import java.util.OptionalDouble;

/** Units of length that files use; only needed when the axes of one image have different ones. */
final class LengthUnit {

    private static final Map<String, Double> METRES = Map.ofEntries(Map.entry("angstrom", 1e-10),
            Map.entry("nanometer", 1e-9), Map.entry("nm", 1e-9), Map.entry("micrometer", 1e-6), Map.entry("um", 1e-6),
            Map.entry("\u00b5m", 1e-6), Map.entry("\u03bcm", 1e-6), Map.entry("micron", 1e-6),
            Map.entry("millimeter", 1e-3), Map.entry("mm", 1e-3), Map.entry("centimeter", 1e-2), Map.entry("cm", 1e-2),
            Map.entry("inch", 0.0254), Map.entry("meter", 1.0), Map.entry("m", 1.0));

    private LengthUnit() {
    }

    /** How many {@code to} are one {@code from}; empty when one of them is unknown. */
    static OptionalDouble factor(String from, String to) {
        if (from.equals(to)) {
            return OptionalDouble.of(1);
        }
        Double a = METRES.get(from);
        Double b = METRES.get(to);
        return a == null || b == null ? OptionalDouble.empty() : OptionalDouble.of(a / b);
    }
}
