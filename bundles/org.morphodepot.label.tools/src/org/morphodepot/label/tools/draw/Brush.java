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

/** Paints the active segment with a disc or a sphere. */
@Component(service = StrokeTool.class)
@Tool(id = "brush", label = "Paint", key = "2", order = 20,
        hint = "Drag to paint the selected segment with a round brush.")
public final class Brush implements StrokeTool {

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
        return new BrushStroke(context, true, start);
    }
}
