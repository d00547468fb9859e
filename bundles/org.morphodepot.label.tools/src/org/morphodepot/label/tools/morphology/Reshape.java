package org.morphodepot.label.tools.morphology;

import java.io.IOException;

import org.morphodepot.label.Edit;
import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.label.tool.Length;
import org.morphodepot.label.tool.Painting;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.label.tool.VoxelMask;
import org.morphodepot.volume.Progress;

/** Replaces the active segment by what a filter makes of it; voxels that it keeps are not painted again. */
final class Reshape {

    private Reshape() {
    }

    static Edit edit(ToolContext context, Filter filter, String name, String tool, Progress progress) throws IOException {
        BlockMask segment = BlockMask.of(context.segmentation(), context.segment());
        VoxelMask result = Tiles.apply(filter, segment, context.segmentation().size().box(), name, progress);
        return Painting.change(context, result.minus(segment), BlockMask.all(segment.box()).minus(result), name, tool, progress);
    }

    static double[] spacing(ToolContext context) {
        return Length.relativeSpacing(context.segmentation().geometry());
    }

    /** A length option in voxels of the finest axis. */
    static double voxels(ToolContext context, String option, double fallback) {
        return Length.of(context.settings(), option, fallback).voxels(context.segmentation().geometry());
    }
}
