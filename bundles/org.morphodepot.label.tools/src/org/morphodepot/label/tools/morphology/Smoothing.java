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

/** Takes roughness from the active segment. */
@Component(service = Effect.class)
@Tool(id = "smoothing", label = "Smoothing", key = "0", order = 100,
        hint = "Remove small bumps, holes or bridges from the selected segment.")
public final class Smoothing implements Effect {

    static final String METHOD = "method";
    static final String SIZE = "size";
    static final double INITIAL = 3;

    @Override
    public List<Option> options() {
        return List.of(
                new Option.Choice(METHOD, "Method",
                        "Median removes bumps and fills holes; opening only removes thin parts; closing only fills thin gaps",
                        List.of("median", "open", "close"), List.of("Median", "Opening", "Closing")),
                new Option.Number(SIZE, "Kernel size", "Details smaller than this go", INITIAL, 0, 100, 1, ""),
                Length.unitOption());
    }

    @Override
    public Edit compute(ToolContext context, Progress progress) throws IOException {
        double size = Reshape.voxels(context, SIZE, INITIAL);
        double[] spacing = Reshape.spacing(context);
        Filter filter = switch (context.settings().choice(METHOD, "median")) {
            case "open" -> new Ball(Ball.Operation.OPEN, size / 2, spacing);
            case "close" -> new Ball(Ball.Operation.CLOSE, size / 2, spacing);
            default -> median(size, spacing);
        };
        return Reshape.edit(context, filter, "Smooth " + context.segment().name(), "smoothing", progress);
    }

    /** A box of odd sides, each at most {@code size} long. */
    private static Median median(double size, double[] spacing) {
        int[] reach = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            reach[axis] = (int) Math.min(Integer.MAX_VALUE / 4, Math.max(0, (size / spacing[axis] + 1e-9 - 1) / 2));
        }
        return new Median(reach);
    }
}
