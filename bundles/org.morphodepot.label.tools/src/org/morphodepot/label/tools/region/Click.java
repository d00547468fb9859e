package org.morphodepot.label.tools.region;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.morphodepot.label.Edit;
import org.morphodepot.label.tool.Stroke;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;

/** A stroke that is only a place: the action runs when the pointer is lifted, at its last voxel inside the scan. */
final class Click implements Stroke {

    private final ToolContext context;
    private final Action action;
    private final boolean paints;
    private VoxelPoint voxel;
    private int axis;

    /** What happens at the voxel. */
    @FunctionalInterface
    interface Action {
        Edit run(ToolContext context, VoxelPoint voxel, int normalAxis, Progress progress) throws IOException;
    }

    Click(ToolContext context, StrokePoint start, boolean paints, Action action) {
        this.context = context;
        this.action = action;
        this.paints = paints;
        move(start);
    }

    @Override
    public VoxelBox move(StrokePoint point) {
        VoxelPoint next = new VoxelPoint((int) Math.rint(point.x()), (int) Math.rint(point.y()), (int) Math.rint(point.z()));
        if (!Double.isFinite(point.x() + point.y() + point.z()) || !context.segmentation().size().box().contains(next)) {
            return VoxelBox.EMPTY;
        }
        VoxelBox before = voxel == null ? VoxelBox.EMPTY : VoxelBox.at(voxel);
        voxel = next;
        axis = point.normalAxis();
        return before.union(VoxelBox.at(voxel));
    }

    @Override
    public boolean marked(int x, int y, int z) {
        return new VoxelPoint(x, y, z).equals(voxel);
    }

    @Override
    public boolean paints() {
        return paints;
    }

    @Override
    public Edit finish(Progress progress) throws IOException {
        return voxel == null ? new Edit("", "", Instant.now(), Map.of(), List.of(), null, VoxelBox.EMPTY)
                : action.run(context, voxel, axis, progress);
    }
}
