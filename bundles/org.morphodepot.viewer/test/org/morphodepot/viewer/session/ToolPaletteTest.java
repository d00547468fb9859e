package org.morphodepot.viewer.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.Geometry;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.Option;

class ToolPaletteTest {

    private final ToolPalette palette = new ToolPalette();

    @Test
    void tools_areInTheOrderTheyAskFor() {
        palette.addEffect(new FakeEffect(), Map.of("tool.id", "threshold", "tool.label", "Threshold",
                "tool.order", 30));
        palette.addStrokeTool(new FakeBrush(), Map.of("tool.id", "brush", "tool.label", "Paint", "tool.key", "2",
                "tool.order", 10, "tool.hint", "Paints."));
        assertEquals(List.of("brush", "threshold"), palette.tools().stream().map(ToolEntry::id).toList());
        ToolEntry brush = palette.tool("brush").orElseThrow();
        assertEquals("Paint 2 Paints.", brush.label() + " " + brush.key() + " " + brush.hint());
        assertTrue(brush.effect().isEmpty());
    }

    @Test
    void strokeToolAndEffectOfOneId_areOneTool() {
        palette.addStrokeTool(new FakeBrush(), Map.of("tool.id", "islands", "tool.label", "Islands"));
        palette.addEffect(new FakeEffect(), Map.of("tool.id", "islands", "tool.label", "Islands"));
        assertEquals(1, palette.tools().size());
        ToolEntry islands = palette.tools().getFirst();
        assertTrue(islands.stroke().isPresent() && islands.effect().isPresent());
        assertEquals(List.of("diameter", "low"), islands.options(Segmentation.empty(new VoxelSize(1, 1, 1),
                Geometry.of(1, 1, 1, "mm"))).stream().map(Option::id).toList());
    }

    @Test
    void removedTool_isGone() {
        FakeBrush brush = new FakeBrush();
        int[] told = {0};
        palette.addListener(() -> told[0]++);
        palette.addStrokeTool(brush, Map.of("tool.id", "brush"));
        palette.removeStrokeTool(brush);
        assertEquals(List.of(), palette.tools());
        assertEquals(2, told[0]);
    }
}
