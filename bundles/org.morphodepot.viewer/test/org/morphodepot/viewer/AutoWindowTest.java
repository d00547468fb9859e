package org.morphodepot.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelSize;

class AutoWindowTest {

    @Test
    void of_leavesExtremesOut() {
        float[] values = new float[1001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        values[1000] = 1e9f;
        values[500] = Float.NaN;
        DisplayRange range = AutoWindow.of(values);
        assertEquals(5, range.low());
        assertEquals(995, range.high(), 1);
    }

    @Test
    void of_mostlyEmptyScan_showsTheRest() {
        float[] values = new float[10_000];
        values[17] = 300;
        assertEquals(new DisplayRange(0, 300), AutoWindow.of(values));
    }

    @Test
    void of_constantOrNothing_isStillARange() {
        assertEquals(new DisplayRange(7, 8), AutoWindow.of(new float[] {7, 7}));
        assertEquals(new DisplayRange(0, 1), AutoWindow.of(new float[] {Float.NaN}));
    }

    @Test
    void histogram_countsIntoEqualBins() {
        Histogram histogram = Histogram.of(new float[] {0, 1, 2, 3, 10, Float.POSITIVE_INFINITY}, 5);
        assertArrayEquals(new long[] {2, 2, 0, 0, 1}, histogram.counts());
        assertEquals(10, histogram.high());
    }

    @Test
    void samples_readFewChunksOfTheCoarsestLevel() throws Exception {
        FakeVolume volume = new FakeVolume(new VoxelSize(200, 200, 200), 32, 2, Geometry.of(1, 1, 1, "mm"),
                (l, x, y, z) -> l == 1 ? x : -1);
        int[] reads = {0};
        float[] values = Samples.of(volume, key -> {
            reads[0]++;
            assertEquals(1, key.level());
            return volume.decode(key, java.util.Optional.empty());
        });
        assertEquals(27, reads[0]);
        DisplayRange range = AutoWindow.of(values);
        assertEquals(true, range.low() < 35 && range.high() > 90, range.toString());
    }

    @Test
    void samples_smallScan_readsAllOfIt() throws Exception {
        FakeVolume volume = new FakeVolume(new VoxelSize(4, 3, 2), 64, 1, Geometry.of(1, 1, 1, "mm"),
                (l, x, y, z) -> x);
        assertEquals(24, Samples.of(volume, key -> volume.decode(key, java.util.Optional.empty())).length);
    }
}
