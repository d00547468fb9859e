package org.morphodepot.label.tools.region;

import java.io.IOException;
import java.util.List;
import java.util.function.IntPredicate;

import org.morphodepot.label.Edit;
import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.label.tool.Effect;
import org.morphodepot.label.tool.Option;
import org.morphodepot.label.tool.Painting;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.Tool;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.label.tool.VoxelMask;
import org.morphodepot.volume.Progress;
import org.osgi.service.component.annotations.Component;

/** Works on the separate pieces of the active segment: keeps the largest, removes small ones, or makes them segments. */
@Component(service = Effect.class)
@Tool(id = "islands", label = "Islands", key = "Shift+2", order = 120,
        hint = "Keep the largest piece of the selected segment, remove small pieces, or split it; or click on one piece.")
public final class Islands implements Effect {

    static final String OPERATION = "operation";
    static final String MINIMUM = "minimum";
    static final String NEIGHBOURS = "neighbours";
    static final double INITIAL_MINIMUM = 1000;

    @Override
    public List<Option> options() {
        return List.of(
                new Option.Choice(OPERATION, "Operation", "What Apply does with the pieces of the segment",
                        List.of("largest", "small", "split"),
                        List.of("Keep largest island", "Remove small islands", "Split islands to segments")),
                new Option.Number(MINIMUM, "Minimum size",
        "Islands with fewer voxels are removed; keeping the largest ignores it",
                        INITIAL_MINIMUM, 1, 1e12, 100, "voxels"),
                neighbours());
    }

    static Option neighbours() {
        return new Option.Choice(NEIGHBOURS, "Neighbours",
                "Whether voxels that touch only at an edge or a corner belong to one island", List.of("faces", "corners"),
                List.of("Across faces", "Across faces, edges and corners"));
    }

    static boolean corners(Settings settings) {
        return settings.choice(NEIGHBOURS, "faces").equals("corners");
    }

    @Override
    public Edit compute(ToolContext context, Progress progress) throws IOException {
        Settings settings = context.settings();
        BlockMask segment = BlockMask.of(context.segmentation(), context.segment());
        Components islands = Components.of(segment, corners(settings), progress);
        String name = context.segment().name();
        long minimum = Math.round(settings.number(MINIMUM, INITIAL_MINIMUM));
        return switch (settings.choice(OPERATION, "largest")) {
            case "small" -> {
                VoxelMask small = where(islands, i -> islands.size(i) < minimum, progress);
                yield Painting.erase(context, small, "Remove small islands of " + name, "islands", progress);
            }
            case "split" -> new IslandSplit(context, islands, minimum).edit(progress);
            default -> {
                int largest = islands.largest();
                VoxelMask others = where(islands, i -> i != largest, progress);
                yield Painting.erase(context, others, "Keep largest island of " + name, "islands", progress);
            }
        };
    }

    private static VoxelMask where(Components islands, IntPredicate chosen, Progress progress)
            throws IOException {
        VoxelMask mask = new VoxelMask();
        islands.forEachRun((island, x0, x1, y, z) -> {
            if (chosen.test(island)) {
                mask.addRow(x0, x1, y, z);
            }
        }, progress);
        return mask;
    }
}
