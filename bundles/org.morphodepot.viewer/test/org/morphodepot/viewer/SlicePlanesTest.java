package org.morphodepot.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.morphodepot.viewer.SliceOrientation.AXIAL;
import static org.morphodepot.viewer.SliceOrientation.CORONAL;
import static org.morphodepot.viewer.SliceOrientation.SAGITTAL;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.Geometry;

class SlicePlanesTest {

    @Test
    void of_leftPosteriorSuperior_looksAsInSlicer() {
        var planes = SlicePlanes.of(Geometry.of(1, 1, 1, "mm"));
        assertEquals(new SlicePlane(AXIAL, 2, 0, 1, false, false, List.of("R", "L", "A", "P")), planes.get(AXIAL));
        assertEquals(new SlicePlane(CORONAL, 1, 0, 2, false, true, List.of("R", "L", "S", "I")), planes.get(CORONAL));
        assertEquals(new SlicePlane(SAGITTAL, 0, 1, 2, false, true, List.of("A", "P", "S", "I")), planes.get(SAGITTAL));
    }

    @Test
    void of_rightAnteriorSuperior_flipsButKeepsLetters() {
        var planes = SlicePlanes.of(geometry(-1, 0, 0, 0, -1, 0, 0, 0, 1));
        assertEquals(new SlicePlane(AXIAL, 2, 0, 1, true, true, List.of("R", "L", "A", "P")), planes.get(AXIAL));
        assertEquals(new SlicePlane(CORONAL, 1, 0, 2, true, true, List.of("R", "L", "S", "I")), planes.get(CORONAL));
        assertEquals(new SlicePlane(SAGITTAL, 0, 1, 2, true, true, List.of("A", "P", "S", "I")), planes.get(SAGITTAL));
    }

    @Test
    void of_permutedAndNegativeAxes_findsThem() {
        // i runs to inferior, j to left, k to anterior
        var planes = SlicePlanes.of(geometry(0, 0, -1, 1, 0, 0, 0, -1, 0));
        assertEquals(new SlicePlane(AXIAL, 0, 1, 2, false, true, List.of("R", "L", "A", "P")), planes.get(AXIAL));
        assertEquals(new SlicePlane(CORONAL, 2, 1, 0, false, false, List.of("R", "L", "S", "I")), planes.get(CORONAL));
        assertEquals(new SlicePlane(SAGITTAL, 1, 2, 0, true, false, List.of("A", "P", "S", "I")), planes.get(SAGITTAL));
    }

    @Test
    void of_obliqueAxes_takesTheNearestAndShowsTwoLetters() {
        double c = Math.cos(Math.toRadians(30));
        double s = Math.sin(Math.toRadians(30));
        // rotated about the body axis: i runs left and a bit posterior
        var planes = SlicePlanes.of(geometry(c, s, 0, -s, c, 0, 0, 0, 1));
        assertEquals(new SlicePlane(AXIAL, 2, 0, 1, false, false, List.of("RA", "LP", "AL", "PR")), planes.get(AXIAL));
    }

    @Test
    void of_exactlyDiagonalAxes_usesEveryAxisOnce() {
        double h = Math.sqrt(0.5);
        var planes = SlicePlanes.of(geometry(h, h, 0, h, -h, 0, 0, 0, 1));
        SlicePlane axial = planes.get(AXIAL);
        assertEquals(3, axial.normal() + axial.right() + axial.down());
        assertEquals(2, axial.normal());
    }

    private static Geometry geometry(double... directions) {
        return new Geometry(new double[] {1, 1, 1}, directions, new double[3], "mm");
    }
}
