package org.morphodepot.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LengthUnitTest {

    @Test
    void unit_mayBeWrittenInManyWays() {
        for (String micrometre : new String[] {"um", "\u00b5m", "\u03bcm", "Micrometers", " micron ", "micrometre"}) {
            assertEquals(1e-3, LengthUnit.millimetres(micrometre), micrometre);
        }
        assertEquals(25.4, LengthUnit.millimetres("inch"));
    }

    @Test
    void unknownUnit_countsAsMillimetres() {
        assertEquals(1, LengthUnit.millimetres(""));
        assertEquals(1, LengthUnit.millimetres("s"));
        assertTrue(LengthUnit.known("pixel").isEmpty());
    }

    @Test
    void geometry_inMillimetresIsTheSamePlace() {
        Geometry micro = new Geometry(new double[] {42, 21, 10}, new double[] {0, 1, 0, -1, 0, 0, 0, 0, 1},
                new double[] {1000, -5, 0}, "micrometer");
        Geometry milli = micro.inMillimetres();
        assertEquals("mm", milli.unit());
        assertArrayEquals(new double[] {0.042, 0.021, 0.01}, milli.spacing(), 1e-15);
        assertArrayEquals(new double[] {1, -0.005, 0}, milli.origin(), 1e-15);
        assertArrayEquals(micro.directions(), milli.directions());
        assertEquals(milli, milli.inMillimetres());
    }

    @Test
    void micrometres_becomeShortDecimals() {
        for (int i = 1; i < 2000; i++) {
            assertEquals(Double.parseDouble(i + "e-3"), LengthUnit.toMillimetres(i, "um"));
            assertEquals(Double.parseDouble(i + "e-6"), LengthUnit.toMillimetres(i, "nm"));
        }
    }
}
