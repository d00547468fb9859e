package org.morphodepot.label.tools.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.BitSet;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.Edit;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tools.Phantom;
import org.morphodepot.volume.Progress;

class FillBetweenSlicesTest {

    private static BitSet filled(Phantom phantom, Settings settings) throws IOException {
        Edit edit = new FillBetweenSlices().compute(phantom.context("bone", settings), Progress.NONE);
        return phantom.voxels(phantom.after(edit), "bone");
    }

    private static Phantom phantom(Phantom.Shape shape) {
        return new Phantom(70, 66, 68, (x, y, z) -> 0).with("bone", shape);
    }

    @Test
    void equalSlices_givePrism() throws IOException {
        for (int axis = 0; axis < 3; axis++) {
            int a = axis;
            Phantom phantom = phantom((x, y, z) -> inPrism(x, y, z, a) && isKey(x, y, z, a));
            BitSet expected = phantom.set((x, y, z) -> inPrism(x, y, z, a) && at(x, y, z, a) >= 5 && at(x, y, z, a) <= 60);
            assertEquals("", phantom.difference(expected, filled(phantom, Settings.NONE)), "axis " + axis);
        }
    }

    private static int at(int x, int y, int z, int axis) {
        return axis == 0 ? x : axis == 1 ? y : z;
    }

    private static boolean isKey(int x, int y, int z, int axis) {
        int slice = at(x, y, z, axis);
        return slice == 5 || slice == 6 || slice == 30 || slice == 60;
    }

    /** A cross with a hole, the same in all slices. */
    private static boolean inPrism(int x, int y, int z, int axis) {
        int u = axis == 0 ? y : x;
        int v = axis == 2 ? y : z;
        boolean cross = u > 10 && u < 50 && v > 20 && v < 35 || u > 25 && u < 40 && v > 3 && v < 60;
        return cross && !(u > 28 && u < 34 && v > 24 && v < 30);
    }

    @Test
    void twoDiscs_giveACone() throws IOException {
        Phantom phantom = phantom((x, y, z) -> z == 10 && r(x, y) <= 6 || z == 50 && r(x, y) <= 26);
        BitSet found = filled(phantom, Settings.NONE);
        for (int z = 10; z <= 50; z++) {
            double radius = 6 + (z - 10) / 2.0;
            int slice = z;
            BitSet wrong = phantom.set((x, y, k) -> k == slice && Math.abs(r(x, y) - radius) > 1
                    && found.get(phantom.index(x, y, k)) != r(x, y) < radius);
            assertTrue(wrong.isEmpty(), "slice " + z + ": " + wrong.cardinality() + " voxels far from the cone's surface");
        }
    }

    private static double r(int x, int y) {
        return Math.hypot(x - 35, y - 32);
    }

    @Test
    void shapesThatDoNotOverlap_areMovedAlongTheLineBetweenThem() throws IOException {
        Phantom phantom = phantom((x, y, z) -> z == 10 && Math.hypot(x - 12, y - 12) <= 5
                || z == 50 && Math.hypot(x - 52, y - 52) <= 5);
        BitSet found = filled(phantom, Settings.NONE);
        BitSet expected = phantom.set((x, y, z) -> z >= 10 && z <= 50 && Math.hypot(x - 2 - z, y - 2 - z) <= 5);
        assertEquals("", phantom.difference(expected, found));
    }

    @Test
    void chosenAxis_isUsed() throws IOException {
        Phantom phantom = phantom((x, y, z) -> (x == 10 || x == 14) && (z == 10 || z == 50) && y > 10 && y < 30);
        BitSet expected = phantom.set((x, y, z) -> x >= 10 && x <= 14 && (z == 10 || z == 50) && y > 10 && y < 30);
        assertEquals("", phantom.difference(expected, filled(phantom, Settings.NONE.with("axis", "0"))));
    }

    @Test
    void segmentWithoutGaps_isExplained() {
        Phantom phantom = phantom((x, y, z) -> x > 5 && x < 20 && y > 5 && z > 3);
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> filled(phantom, Settings.NONE));
        assertTrue(e.getMessage().startsWith("bone has no empty slices"), e.getMessage());
    }
}
