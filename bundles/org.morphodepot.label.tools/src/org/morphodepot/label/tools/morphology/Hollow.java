package org.morphodepot.label.tools.morphology;

import java.io.IOException;
import java.util.List;

import org.morphodepot.label.Edit;
import org.morphodepot.label.tool.Effect;
import org.morphodepot.label.tool.Length;
import org.morphodepot.label.tool.Option;
import org.morphodepot.label.tool.Tool;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.volume.Progress;
import org.osgi.service.component.annotations.Component;

/** Turns the active segment into a shell. */
@Component(service = Effect.class)
@Tool(id = "hollow", label = "Hollow", key = "9", order = 90,
        hint = "Turn the selected segment into a shell of even thickness.")
public final class Hollow implements Effect {

    static final String SURFACE = "surface";
    static final String THICKNESS = "thickness";
    static final double INITIAL = 3;

    @Override
    public List<Option> options() {
        return List.of(
                new Option.Choice(SURFACE, "Present surface becomes", "Where the wall lies, seen from the surface of now",
                        List.of("inside", "between", "outside"),
                        List.of("Inner side of the wall", "Middle of the wall", "Outer side of the wall")),
                new Option.Number(THICKNESS, "Thickness", "Thickness of the wall", INITIAL, 0, 100, 1, ""),
                Length.unitOption());
    }

    @Override
    public Edit compute(ToolContext context, Progress progress) throws IOException {
        Ball.Operation operation = switch (context.settings().choice(SURFACE, "inside")) {
            case "between" -> Ball.Operation.SHELL_BETWEEN;
            case "outside" -> Ball.Operation.SHELL_INSIDE;
            default -> Ball.Operation.SHELL_OUTSIDE;
        };
        Ball ball = new Ball(operation, Reshape.voxels(context, THICKNESS, INITIAL), Reshape.spacing(context));
        return Reshape.edit(context, ball, "Hollow " + context.segment().name(), "hollow", progress);
    }
}
