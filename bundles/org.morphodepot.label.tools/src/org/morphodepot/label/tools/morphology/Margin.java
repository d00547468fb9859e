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

/** Grows or shrinks the active segment by the same distance everywhere. */
@Component(service = Effect.class)
@Tool(id = "margin", label = "Margin", key = "8", order = 80,
        hint = "Grow or shrink the selected segment by a distance.")
public final class Margin implements Effect {

    static final String OPERATION = "operation";
    static final String SIZE = "size";
    static final double INITIAL = 2;

    @Override
    public List<Option> options() {
        return List.of(
                new Option.Choice(OPERATION, "Operation", "Whether the segment becomes larger or smaller",
                        List.of("grow", "shrink"), List.of("Grow", "Shrink")),
                new Option.Number(SIZE, "Distance", "How far the surface moves, the same in all directions", INITIAL,
        0, 100, 1, ""),
                Length.unitOption());
    }

    @Override
    public Edit compute(ToolContext context, Progress progress) throws IOException {
        boolean shrinks = context.settings().choice(OPERATION, "grow").equals("shrink");
        Ball ball = new Ball(shrinks ? Ball.Operation.SHRINK : Ball.Operation.GROW,
                Reshape.voxels(context, SIZE, INITIAL), Reshape.spacing(context));
        String name = (shrinks ? "Shrink " : "Grow ") + context.segment().name();
        return Reshape.edit(context, ball, name, "margin", progress);
    }
}
