package org.morphodepot.label.tools.draw;

import java.io.IOException;

import org.morphodepot.label.Edit;
import org.morphodepot.label.tool.BrushSize;
import org.morphodepot.label.tool.Painting;
import org.morphodepot.label.tool.Stroke;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.label.tool.VoxelMask;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

/** A brush being dragged: marks what it sweeps, and paints or erases that when lifted. */
final class BrushStroke implements Stroke {

    private final ToolContext context;
    private final boolean paints;
    private final boolean sphere;
    private final SweptBrush brush;
    private final VoxelMask mask = new VoxelMask();
    private StrokePoint last;

    BrushStroke(ToolContext context, boolean paints, StrokePoint start) {
        this.context = context;
        this.paints = paints;
        BrushSize size = BrushSize.of(context.settings());
        sphere = size.sphere();
        brush = new SweptBrush(size.radii(context.segmentation().geometry()), context.segmentation().size().box());
        move(start);
    }

    @Override
    public VoxelBox move(StrokePoint point) {
        if (!Double.isFinite(point.x() + point.y() + point.z())) {
            return VoxelBox.EMPTY;
        }
        // A disc is not dragged from slice to slice, nor from view to view.
        StrokePoint from = last == null || !sphere && !sameSlice(last, point) ? point : last;
        last = point;
        return sphere ? brush.sweepBall(mask, coordinates(from), coordinates(point))
                : brush.sweepDisc(mask, coordinates(from), coordinates(point), point.normalAxis());
    }

    private static boolean sameSlice(StrokePoint a, StrokePoint b) {
        int axis = a.normalAxis();
        return axis == b.normalAxis() && Math.rint(coordinates(a)[axis]) == Math.rint(coordinates(b)[axis]);
    }

    private static double[] coordinates(StrokePoint point) {
        return new double[] {point.x(), point.y(), point.z()};
    }

    @Override
    public boolean marked(int x, int y, int z) {
        return mask.contains(x, y, z);
    }

    @Override
    public boolean paints() {
        return paints;
    }

    @Override
    public Edit finish(Progress progress) throws IOException {
        String segment = context.segment().name();
        return paints ? Painting.paint(context, mask, "Paint " + segment, "brush", progress)
                : Painting.erase(context, mask, "Erase " + segment, "eraser", progress);
    }
}
