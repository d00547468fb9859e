package org.morphodepot.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LengthsTest {

    @Test
    void bar_isTheLongestNiceLength() {
        assertEquals(new Lengths.Bar(20, "20 mm"), rounded(Lengths.bar(38, "mm")));
        assertEquals(new Lengths.Bar(0.5, "500 \u00b5m"), rounded(Lengths.bar(0.7, "mm")));
        assertEquals(new Lengths.Bar(1000, "1 mm"), rounded(Lengths.bar(1999, "micrometer")));
        assertEquals(new Lengths.Bar(100, "100 nm"), rounded(Lengths.bar(100, "nm")));
        assertEquals(new Lengths.Bar(1, "1 m"), rounded(Lengths.bar(1.2, "m")));
    }

    @Test
    void unit_mayBeWrittenInManyWays() {
        assertEquals(1e-6, Lengths.metres("Micrometers"));
        assertEquals(1e-6, Lengths.metres("\u00b5m"));
        assertEquals(1e-3, Lengths.metres(""), "as 3D Slicer");
        assertEquals(25.4, Lengths.millimetres("inch"), 1e-9);
    }

    @Test
    void format_choosesTheUnit() {
        assertEquals("12.5 \u00b5m", Lengths.format(0.0125, "mm"));
        assertEquals("0 nm", Lengths.format(0, "mm"));
        assertEquals("-3.2 mm", Lengths.format(-3.2, ""));
    }

    private static Lengths.Bar rounded(Lengths.Bar bar) {
        return new Lengths.Bar(Math.round(bar.length() * 1e6) / 1e6, bar.label());
    }
}
