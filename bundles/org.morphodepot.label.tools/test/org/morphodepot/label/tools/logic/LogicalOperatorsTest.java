package org.morphodepot.label.tools.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.MaskRule;
import org.morphodepot.label.tool.Option;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.label.tools.Phantom;
import org.morphodepot.volume.Progress;

class LogicalOperatorsTest {

    private final Phantom phantom = new Phantom(70, 40, 36, (x, y, z) -> 0).with("bone", (x, y, z) -> inBone(x))
            .with("tooth", (x, y, z) -> inTooth(x));
    private final Segmentation overlapping;

    LogicalOperatorsTest() throws IOException {
        // "all" overlaps both others in a layer of its own.
        phantom.with("all", (x, y, z) -> false);
        overlapping = phantom.after(new LogicalOperators().compute(
                phantom.context("all", Settings.NONE.with("operation", "fill")), Progress.NONE));
    }

    private static boolean inBone(int x) {
        return x < 40;
    }

    private static boolean inTooth(int x) {
        return x >= 50;
    }

    private ToolContext context(String active, Settings settings) {
        return new ToolContext(overlapping, active, MaskRule.DEFAULT, settings, phantom);
    }

    private Segmentation after(String active, String operation, String other) throws IOException {
        Settings settings = Settings.NONE.with("operation", operation).with("modifier", other);
        Labelling labelling = new Labelling(overlapping);
        labelling.apply(new LogicalOperators().compute(context(active, settings), Progress.NONE));
        return labelling.current();
    }

    private void assertSet(Phantom.Shape expected, String operation, String other) throws IOException {
        Segmentation after = after("bone", operation, other);
        assertEquals("", phantom.difference(phantom.set(expected), phantom.voxels(after, "bone")), operation);
        assertEquals(phantom.set((x, y, z) -> inTooth(x)), phantom.voxels(after, "tooth"));
        assertEquals(phantom.set((x, y, z) -> true), phantom.voxels(after, "all"));
    }

    @Test
    void fill_overlapsInALayerOfItsOwn() {
        assertEquals(2, overlapping.layers().size());
        assertEquals(phantom.set((x, y, z) -> true), phantom.voxels(overlapping, "all"));
        assertEquals(phantom.set((x, y, z) -> inBone(x)), phantom.voxels(overlapping, "bone"));
    }

    @Test
    void operations_areThoseOfSets() throws IOException {
        assertSet((x, y, z) -> inTooth(x), "copy", "tooth");
        assertSet((x, y, z) -> inBone(x) || inTooth(x), "add", "tooth");
        assertSet((x, y, z) -> false, "intersect", "tooth");
        assertSet((x, y, z) -> inBone(x), "intersect", "all");
        assertSet((x, y, z) -> false, "subtract", "all");
        assertSet((x, y, z) -> inBone(x), "subtract", "tooth");
        assertSet((x, y, z) -> !inBone(x), "invert", "tooth");
        assertSet((x, y, z) -> false, "clear", "tooth");
        assertSet((x, y, z) -> true, "fill", "tooth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"copy", "add", "intersect", "subtract"})
    void segmentWithItself_staysOrGoes(String operation) throws IOException {
        assertSet((x, y, z) -> inBone(x) && !operation.equals("subtract"), operation, "bone");
    }

    @Test
    void maskRule_isObeyedWhenAsked() throws IOException {
        Settings settings = Settings.NONE.with("operation", "fill").with("bypass", false);
        Labelling labelling = new Labelling(phantom.segmentation());
        labelling.apply(new LogicalOperators().compute(phantom.context("bone", settings), Progress.NONE));
        assertEquals(phantom.set((x, y, z) -> !inTooth(x)), phantom.voxels(labelling.current(), "bone"));
    }

    @Test
    void options_offerTheSegmentsByName() {
        List<Option> options = new LogicalOperators().options(overlapping);
        assertTrue(options.stream().anyMatch(o -> o instanceof Option.Choice c && c.id().equals("modifier")
                && c.values().equals(List.of("bone", "tooth", "all"))));
    }

    @Test
    void vanishedSegment_isExplained() {
        assertThrows(IllegalStateException.class, () -> after("bone", "copy", "gone"));
    }
}
