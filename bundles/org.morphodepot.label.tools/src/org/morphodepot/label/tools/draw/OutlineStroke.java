package org.morphodepot.label.tools.draw;

import java.io.IOException;

import org.morphodepot.label.Edit;
import org.morphodepot.label.tool.Painting;
import org.morphodepot.label.tool.Stroke;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.label.tool.VoxelMask;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

/** An outline being drawn: shows its line, and fills or clears its inside when finished. Stays in the slice it began in. */
final class OutlineStroke implements Stroke {

    private static final double[] THIN = {0.5, 0.5, 0.5};

    private final ToolContext context;
    private final VoxelBox scan;
    private final int axis;
    private final int slice;
    private final boolean paints;
    private final Outline outline;
    private final SweptBrush pen;
    private final VoxelMask line = new VoxelMask();
    private double[] last;

    OutlineStroke(ToolContext context, StrokePoint start) {
        this.context = context;
        scan = context.segmentation().size().box();
        axis = start.normalAxis();
        slice = (int) Math.rint(coordinates(start)[axis]);
        paints = !context.settings().choice(Draw.ACTION, Draw.FILL).equals(Draw.ERASE);
        outline = new Outline(axis, slice);
        pen = new SweptBrush(THIN, scan);
        move(start);
    }

    @Override
    public VoxelBox move(StrokePoint point) {
        double[] next = coordinates(point);
        if (point.normalAxis() != axis || !Double.isFinite(next[0] + next[1] + next[2])) {
            return VoxelBox.EMPTY;
        }
        next[axis] = slice;
        outline.add(next);
        double[] from = last == null ? next : last;
        last = next;
        return pen.sweepDisc(line, from, next, axis);
    }

    private static double[] coordinates(StrokePoint point) {
        return new double[] {point.x(), point.y(), point.z()};
    }

    @Override
    public boolean marked(int x, int y, int z) {
        return line.contains(x, y, z);
    }

    @Override
    public boolean paints() {
        return paints;
    }

    @Override
    public Edit finish(Progress progress) throws IOException {
        Outline.Rule rule = context.settings().choice(Draw.CROSSINGS, Draw.FILLED).equals(Draw.HOLES)
                ? Outline.Rule.EVEN_ODD : Outline.Rule.NON_ZERO;
        VoxelMask inside = new VoxelMask();
        outline.fill(inside, scan, rule);
        String segment = context.segment().name();
        return paints ? Painting.paint(context, inside, "Draw " + segment, "draw", progress)
                : Painting.erase(context, inside, "Cut out of " + segment, "draw", progress);
    }
}
