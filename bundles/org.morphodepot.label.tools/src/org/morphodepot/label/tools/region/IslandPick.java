package org.morphodepot.label.tools.region;

import java.io.IOException;
import java.util.List;

import org.morphodepot.label.Edit;
import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.label.tool.Option;
import org.morphodepot.label.tool.Painting;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.Stroke;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.label.tool.StrokeTool;
import org.morphodepot.label.tool.Tool;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.label.tool.VoxelMask;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelPoint;
import org.osgi.service.component.annotations.Component;

/** Removes the clicked island of the active segment, or all others: the pointer's half of {@link Islands}. */
@Component(service = StrokeTool.class)
@Tool(id = "islands", label = "Islands", key = "Shift+2", order = 120,
        hint = "Keep the largest piece of the selected segment, remove small pieces, or split it; or click on one piece.")
public final class IslandPick implements StrokeTool {

    static final String CLICK = "click";

    @Override
    public List<Option> options() {
        return List.of(new Option.Choice(CLICK, "Click", "What a click on a piece of the segment does",
                List.of("remove", "keep"), List.of("Removes that island", "Keeps only that island")), Islands.neighbours());
    }

    @Override
    public Gesture gesture() {
        return Gesture.CLICK;
    }

    @Override
    public Stroke begin(ToolContext context, StrokePoint start) {
        return new Click(context, start, false, IslandPick::pick);
    }

    private static Edit pick(ToolContext context, VoxelPoint voxel, int normalAxis, Progress progress) throws IOException {
        Settings settings = context.settings();
        BlockMask segment = BlockMask.of(context.segmentation(), context.segment());
        VoxelMask island = new BlockFlood(segment, Islands.corners(settings), Long.MAX_VALUE, progress)
                .from(voxel.x(), voxel.y(), voxel.z());
        String name = context.segment().name();
        if (island.isEmpty() || settings.choice(CLICK, "remove").equals("remove")) {
            return Painting.erase(context, island, "Remove island of " + name, "islands", progress);
        }
        return Painting.erase(context, island.complement(segment.box()), "Keep island of " + name, "islands", progress);
    }
}
