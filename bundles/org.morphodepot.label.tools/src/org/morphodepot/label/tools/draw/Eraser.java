package org.morphodepot.label.tools.draw;

import java.util.List;

import org.morphodepot.label.tool.BrushSize;
import org.morphodepot.label.tool.Option;
import org.morphodepot.label.tool.Stroke;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.label.tool.StrokeTool;
import org.morphodepot.label.tool.Tool;
import org.morphodepot.label.tool.ToolContext;
import org.osgi.service.component.annotations.Component;

/** Takes voxels from the active segment with a disc or a sphere; other segments are safe. */
@Component(service = StrokeTool.class)
@Tool(id = "eraser", label = "Erase", key = "4", order = 40,
        hint = "Drag to take voxels from the selected segment; other segments stay as they are.")
public final class Eraser implements StrokeTool {

    @Override
    public List<Option> options() {
        return BrushSize.options();
    }

    @Override
    public Gesture gesture() {
        return Gesture.BRUSH;
    }

    @Override
    public Stroke begin(ToolContext context, StrokePoint start) {
        return new BrushStroke(context, false, start);
    }
}
