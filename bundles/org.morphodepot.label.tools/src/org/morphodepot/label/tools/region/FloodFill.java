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
import org.morphodepot.label.tools.EditableMask;
import org.morphodepot.label.tools.IntensityMask;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.osgi.service.component.annotations.Component;

/** Fills the connected region of similar intensity around a click. */
@Component(service = StrokeTool.class)
@Tool(id = "flood", label = "Flood Fill", key = "", order = 45,
        hint = "Click in a structure to fill the connected region of similar brightness.")
public final class FloodFill implements StrokeTool {

    static final String TOLERANCE = "tolerance";
    static final String EXTENT = "extent";
    static final String NEIGHBOURS = "neighbours";
    static final String LIMIT = "limit";
    static final double INITIAL_TOLERANCE = 10;
    static final double INITIAL_LIMIT = 20;

    @Override
    public List<Option> options() {
        return List.of(
                new Option.Number(TOLERANCE, "Tolerance",
                        "How far a voxel may differ from the clicked one, in parts of the displayed window",
                        INITIAL_TOLERANCE, 0, 100, 1, "%"),
                new Option.Choice(EXTENT, "Extent", "Fill in this slice only, or through the slices",
                        List.of("slice", "volume"), List.of("This slice", "Volume")),
                new Option.Choice(NEIGHBOURS, "Neighbours",
                        "Whether the region may pass between voxels that touch only at an edge or a corner",
                        List.of("faces", "corners"), List.of("Across faces", "Across faces, edges and corners")),
                new Option.Number(LIMIT, "Limit", "Stop with a message when the region is larger: it leaks then",
                        INITIAL_LIMIT, 0.01, 2000, 10, "million voxels"));
    }

    @Override
    public Gesture gesture() {
        return Gesture.CLICK;
    }

    @Override
    public Stroke begin(ToolContext context, StrokePoint start) {
        return new Click(context, start, true, FloodFill::fill);
    }

    private static Edit fill(ToolContext context, VoxelPoint voxel, int normalAxis, Progress progress) throws IOException {
        Settings settings = context.settings();
        BlockMask similar = similar(context, voxel, normalAxis);
        boolean corners = settings.choice(NEIGHBOURS, "faces").equals("corners");
        long limit = Math.round(settings.number(LIMIT, INITIAL_LIMIT) * 1e6);
        VoxelMask region = new BlockFlood(new EditableMask(context, similar), corners, limit, progress)
                .from(voxel.x(), voxel.y(), voxel.z());
        return Painting.paint(context, region, "Fill " + context.segment().name(), "flood", progress);
    }

    /** All voxels of similar intensity in the slice, or in the scan. */
    private static BlockMask similar(ToolContext context, VoxelPoint voxel, int normalAxis) throws IOException {
        float[] value = new float[1];
        context.intensities().read(VoxelBox.at(voxel), value);
        DisplayRange shown = context.intensities().range();
        double tolerance = Math.abs(shown.high() - shown.low()) * context.settings().number(TOLERANCE, INITIAL_TOLERANCE) / 100;
        VoxelBox box = context.segmentation().size().box();
        if (context.settings().choice(EXTENT, "slice").equals("slice")) {
            box = slice(box, normalAxis, voxel.get(normalAxis));
        }
        return new IntensityMask(context.intensities(), box, value[0] - tolerance, value[0] + tolerance);
    }

    private static VoxelBox slice(VoxelBox box, int axis, int at) {
        return switch (axis) {
            case 0 -> new VoxelBox(at, box.y0(), box.z0(), at + 1, box.y1(), box.z1());
            case 1 -> new VoxelBox(box.x0(), at, box.z0(), box.x1(), at + 1, box.z1());
            default -> new VoxelBox(box.x0(), box.y0(), at, box.x1(), box.y1(), at + 1);
        };
    }
}
