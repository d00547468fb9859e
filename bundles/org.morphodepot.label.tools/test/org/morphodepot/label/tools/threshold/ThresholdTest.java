package org.morphodepot.label.tools.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.Edit;
import org.morphodepot.label.tool.Effect.IntensityPreview;
import org.morphodepot.label.tool.Intensities;
import org.morphodepot.label.tool.MaskRule;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tools.IntensityHistogram;
import org.morphodepot.label.tools.Noise;
import org.morphodepot.label.tools.Phantom;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

class ThresholdTest {

    private static final Settings RANGE = Settings.NONE.with("range.low", 20).with("range.high", 60);

    private final Phantom phantom = new Phantom(70, 50, 45, ThresholdTest::value).with("bone", (x, y, z) -> x < 7)
            .with("tooth", (x, y, z) -> x >= 60);

    /** Background 5 to 15, a bright ball of 70 to 90. */
    private static double value(int x, int y, int z) {
        double noise = Noise.at(x, y, z, 1);
        boolean ball = (x - 35) * (x - 35) + (y - 25) * (y - 25) + (z - 20) * (z - 20) < 15 * 15;
        return ball ? 70 + 20 * noise : 5 + 10 * noise;
    }

    private BitSet after(Settings settings) throws IOException {
        return phantom.voxels(phantom.after(new Threshold().compute(phantom.context("bone", settings), Progress.NONE)), "bone");
    }

    private BitSet ball() {
        return phantom.set((x, y, z) -> value(x, y, z) > 50);
    }

    @Test
    void range_takesBothEndsAndReplacesTheSegment() throws IOException {
        Phantom steps = new Phantom(70, 5, 5, (x, y, z) -> x).with("bone", (x, y, z) -> x < 7);
        Edit edit = new Threshold().compute(steps.context("bone", RANGE), Progress.NONE);
        assertEquals(steps.set((x, y, z) -> x >= 20 && x <= 60), steps.voxels(steps.after(edit), "bone"));
    }

    @Test
    void addMode_keepsWhatTheSegmentHas() throws IOException {
        BitSet expected = phantom.set((x, y, z) -> x < 7);
        expected.or(ball());
        assertEquals("", phantom.difference(expected, after(Settings.NONE.with("range.low", 50).with("range.high", 99)
                .with("mode", "add"))));
    }

    @Test
    void lockedNeighbours_areKept() throws IOException {
        Edit edit = new Threshold().compute(phantom.context("bone", Settings.NONE.with("range.low", 0).with("range.high", 99)),
                Progress.NONE);
        assertEquals(phantom.set((x, y, z) -> x >= 60), phantom.voxels(phantom.after(edit), "tooth"));
        assertEquals(phantom.set((x, y, z) -> x < 60), phantom.voxels(phantom.after(edit), "bone"));
    }

    @Test
    void maskedPart_isLeftAlone() throws IOException {
        MaskRule inTooth = new MaskRule(MaskRule.Area.INSIDE_SEGMENT, Optional.of("tooth"), Optional.empty(),
                MaskRule.Overwrite.NONE);
        Edit edit = new Threshold().compute(phantom.context("bone", inTooth, RANGE.with("range.low", 0)), Progress.NONE);
        BitSet expected = phantom.set((x, y, z) -> x < 7 || x >= 60);
        assertEquals("", phantom.difference(expected, phantom.voxels(phantom.after(edit), "bone")));
    }

    @Test
    void automaticMethods_findTheBall() throws IOException {
        for (AutomaticMethod method : new AutomaticMethod[] {AutomaticMethod.OTSU, AutomaticMethod.ISODATA}) {
            assertEquals("", phantom.difference(ball(), after(Settings.NONE.with("method", method.id()))), method.label());
        }
    }

    @Test
    void preview_agreesWithTheRange() {
        IntensityPreview preview = new Threshold().preview(phantom.context("bone", RANGE));
        assertFalse(preview.takes(19.99f));
        assertTrue(preview.takes(20));
        assertTrue(preview.takes(60));
        assertFalse(preview.takes(60.01f));
        assertFalse(preview.takes(Float.NaN));
    }

    @Test
    void defaults_takeTheBrighterHalfOfWhatIsDisplayed() throws IOException {
        Settings filled = new Threshold().suggest(phantom.context("bone", Settings.NONE), Progress.NONE);
        assertEquals(50, filled.number("range.low", 0));
        assertEquals(100, filled.number("range.high", 0));
        assertEquals("", phantom.difference(ball(), after(Settings.NONE)));
        assertEquals("", phantom.difference(ball(), after(filled)));
    }

    @Test
    void automaticRange_isPreviewedOnceWorkedOut() throws IOException {
        Settings otsu = RANGE.with("method", "otsu");
        assertNull(new Threshold().preview(phantom.context("bone", otsu)));
        Settings filled = new Threshold().suggest(phantom.context("bone", otsu), Progress.NONE);
        double low = filled.number("range.low", 0);
        assertTrue(low > 15 && low < 70, "threshold " + low);
        IntensityPreview preview = new Threshold().preview(phantom.context("bone", filled));
        assertNotNull(preview);
        assertTrue(preview.takes(1e6f), "brighter than the sample");
        assertFalse(preview.takes((float) low - 1));
        assertEquals("", phantom.difference(ball(), after(filled)));
        assertEquals(filled, new Threshold().suggest(phantom.context("bone", filled), Progress.NONE));
    }

    @Test
    void rangeChangedByHand_endsTheMethod() throws IOException {
        Settings filled = new Threshold().suggest(phantom.context("bone", RANGE.with("method", "otsu")), Progress.NONE);
        Settings changed = filled.with("range.low", 85).with("range.high", 99);
        BitSet expected = phantom.set((x, y, z) -> value(x, y, z) >= 85);
        assertEquals("", phantom.difference(expected, after(changed)));
        assertEquals("manual", new Threshold().suggest(phantom.context("bone", changed), Progress.NONE).choice("method", ""));
        assertFalse(new Threshold().preview(phantom.context("bone", changed)).takes(84));
        Settings another = filled.with("method", "isodata");
        assertNull(new Threshold().preview(phantom.context("bone", another)), "another method works out another range");
    }

    @Test
    void swappedEnds_areTakenTheRightWayRound() throws IOException {
        assertEquals("", phantom.difference(ball(), after(Settings.NONE.with("range.low", 95).with("range.high", 50))));
    }

    @Test
    void histogram_ofAFlatOrDamagedScanIsUsable() {
        IntensityHistogram flat = IntensityHistogram.of(new float[] {7, 7, 7});
        assertEquals(3, flat.counts()[0]);
        IntensityHistogram damaged = IntensityHistogram.of(new float[] {Float.NaN, Float.POSITIVE_INFINITY});
        assertEquals(0, damaged.counts()[0]);
        assertEquals(0, IntensityHistogram.of(new float[0]).low());
    }

    @Test
    void histogram_ofALargeScanReadsASampleOfAllParts() throws IOException {
        int[] boxes = {0};
        Phantom large = new Phantom(900, 300, 40, (x, y, z) -> x);
        IntensityHistogram histogram = IntensityHistogram.of(new Intensities() {
            @Override
            public void read(VoxelBox box, float[] out) {
                boxes[0]++;
                large.read(box, out);
            }

            @Override
            public DisplayRange range() {
                return large.range();
            }
        }, large.segmentation().size().box(), Progress.NONE);
        assertEquals(64, boxes[0]);
        assertTrue(histogram.low() < 120 && histogram.high() > 780, histogram.low() + " to " + histogram.high());
    }
}
