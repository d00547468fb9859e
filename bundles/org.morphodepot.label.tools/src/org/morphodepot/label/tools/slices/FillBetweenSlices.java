package org.morphodepot.label.tools.slices;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;

import org.morphodepot.label.Edit;
import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.label.tool.Effect;
import org.morphodepot.label.tool.Option;
import org.morphodepot.label.tool.Painting;
import org.morphodepot.label.tool.Tool;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.label.tool.VoxelMask;
import org.morphodepot.volume.Progress;
import org.osgi.service.component.annotations.Component;

/**
 * Fills the empty slices between slices in which the active segment was painted, by shape: distances to the outlines of the
 * two slices are interpolated (S. Raya and J. Udupa, IEEE Trans. Med. Imaging 9, 1990). Grey values play no part.
 */
@Component(service = Effect.class)
@Tool(id = "fillbetween", label = "Fill Between Slices", key = "7", order = 70,
        hint = "Paint a structure on some slices; this fills the slices between, from the shapes alone.")
public final class FillBetweenSlices implements Effect {

    static final String AXIS = "axis";

    @Override
    public List<Option> options() {
        return List.of(new Option.Choice(AXIS, "Painted slices", "Which way the painted slices lie in the scan's own axes; "
                + "automatic takes the axis with the most empty slices between painted ones",
                List.of("auto", "0", "1", "2"), List.of("Automatic", "Across i", "Across j", "Across k")));
    }

    @Override
    public Edit compute(ToolContext context, Progress progress) throws IOException {
        BlockMask segment = BlockMask.of(context.segmentation(), context.segment());
        SliceUse use = SliceUse.of(segment, progress);
        String name = context.segment().name();
        int axis = axis(context, use);
        if (use.gaps(axis) == 0) {
            throw new IllegalStateException(name + " has no empty slices between painted ones: paint it on a few slices of "
                    + "one view first");
        }
        VoxelMask filled = new VoxelMask();
        SliceShapes shapes = new SliceShapes(segment, use.box(), axis, context.segmentation());
        BitSet slices = use.slices(axis);
        for (int from = slices.nextSetBit(0); from >= 0;) {
            int to = slices.nextSetBit(from + 1);
            progress.check();
            progress.report(from - use.box().min(axis), use.box().max(axis) - use.box().min(axis), "Filling between slices");
            if (to > from + 1) {
                shapes.fillBetween(from, to, filled);
            }
            from = to;
        }
        return Painting.paint(context, filled, "Fill between slices of " + name, "fillbetween", progress);
    }

    private static int axis(ToolContext context, SliceUse use) {
        return switch (context.settings().choice(AXIS, "auto")) {
            case "0" -> 0;
            case "1" -> 1;
            case "2" -> 2;
            default -> use.axisWithMostGaps();
        };
    }
}
