package org.morphodepot.label.tool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.Geometry;

class BrushSizeTest {

    private static final Geometry THICK_SLICES = Geometry.of(35, 35, 140, "micrometer");

    @Test
    void millimetres_followTheUnitOfTheScan() {
        BrushSize size = BrushSize.of(Settings.NONE.with("diameter", 1.4).with("unit", "mm"));
        assertArrayEquals(new double[] {20, 20, 5}, size.radii(THICK_SLICES), 1e-9);
        assertEquals(700, size.radius(THICK_SLICES), 1e-9);
        assertArrayEquals(new double[] {0.7, 0.7, 0.7}, size.radii(Geometry.of(1, 1, 1, "")), 1e-9);
    }

    @Test
    void voxels_areThoseOfTheFinestAxisAndTheBrushStaysRound() {
        BrushSize size = BrushSize.of(Settings.NONE.with("diameter", 16).with("shape", "sphere"));
        assertArrayEquals(new double[] {8, 8, 2}, size.radii(THICK_SLICES), 1e-9);
        assertTrue(size.sphere());
    }

    @Test
    void tinyBrush_stillPaintsTheVoxelUnderThePointer() {
        BrushSize size = BrushSize.of(Settings.NONE.with("diameter", 0.1));
        assertArrayEquals(new double[] {0.5, 0.5, 0.5}, size.radii(THICK_SLICES), 1e-9);
        assertEquals(0, BrushSize.of(Settings.NONE.with("diameter", "NaN")).radius(THICK_SLICES));
    }

    @Test
    void hugeBrush_isLimited() {
        BrushSize size = BrushSize.of(Settings.NONE.with("diameter", 400).with("unit", "mm"));
        assertEquals(BrushSize.LARGEST / 2, size.radii(THICK_SLICES)[0], 1e-9);
    }

    @Test
    void defaults_areADiscOfTenVoxels() {
        BrushSize size = BrushSize.of(Settings.NONE);
        assertFalse(size.sphere());
        assertEquals(10, size.diameter().voxels(THICK_SLICES));
    }
}
