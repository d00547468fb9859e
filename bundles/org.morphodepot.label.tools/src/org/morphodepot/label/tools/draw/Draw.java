package org.morphodepot.label.tools.draw;

import java.util.List;

import org.morphodepot.label.tool.Option;
import org.morphodepot.label.tool.Stroke;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.label.tool.StrokeTool;
import org.morphodepot.label.tool.Tool;
import org.morphodepot.label.tool.ToolContext;
import org.osgi.service.component.annotations.Component;

/** Fills, or cuts out, what an outline encloses in one slice. */
@Component(service = StrokeTool.class)
@Tool(id = "draw", label = "Draw", key = "3", order = 30,
        hint = "Draw around a structure, by hand or corner by corner; closing the outline fills it in this slice.")
public final class Draw implements StrokeTool {

    static final String ACTION = "action";
    static final String FILL = "fill";
    static final String ERASE = "erase";
    static final String CROSSINGS = "crossings";
    static final String FILLED = "filled";
    static final String HOLES = "holes";

    @Override
    public List<Option> options() {
        return List.of(
                new Option.Choice(ACTION, "Inside", "What happens to the voxels that the outline encloses",
                        List.of(FILL, ERASE), List.of("Paint", "Erase")),
                new Option.Choice(CROSSINGS, "Where it crosses itself",
                        "Fill all that the outline runs around, or leave what it runs around twice as a hole",
                        List.of(FILLED, HOLES), List.of("Filled", "Holes")));
    }

    @Override
    public Gesture gesture() {
        return Gesture.OUTLINE;
    }

    @Override
    public Stroke begin(ToolContext context, StrokePoint start) {
        return new OutlineStroke(context, start);
    }
}
