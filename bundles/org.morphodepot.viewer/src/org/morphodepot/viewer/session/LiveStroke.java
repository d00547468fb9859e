package org.morphodepot.viewer.session;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.morphodepot.label.tool.Stroke;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.viewer.Marks;
import org.morphodepot.volume.VoxelBox;

/**
 * A stroke while it is drawn. It moves on the session's thread and is read by renderers, so a lock stands between; it
 * is held for one sample or one row of pixels at most.
 */
final class LiveStroke implements Marks {

    private final ReentrantLock lock = new ReentrantLock();
    private final Stroke stroke;
    private volatile VoxelBox box = VoxelBox.EMPTY;

    LiveStroke(Stroke stroke) {
        this.stroke = stroke;
    }

    Stroke stroke() {
        return stroke;
    }

    /** Adds a sample and tells what changed. */
    void move(StrokePoint point, Consumer<VoxelBox> changed) {
        VoxelBox moved;
        lock.lock();
        try {
            moved = stroke.move(point);
            box = box.union(moved);
        } finally {
            lock.unlock();
        }
        changed.accept(moved);
    }

    @Override
    public VoxelBox box() {
        return box;
    }

    @Override
    public boolean paints() {
        return stroke.paints();
    }

    @Override
    public boolean row(int axis, int x, int y, int z, int[] columns, int from, int count, boolean[] out) {
        VoxelBox now = box;
        if (axis != 0 && (x < now.x0() || x >= now.x1()) || axis != 1 && (y < now.y0() || y >= now.y1())
                || axis != 2 && (z < now.z0() || z >= now.z1())) {
            return false;
        }
        lock.lock();
        try {
            for (int i = 0; i < count; i++) {
                int column = columns[from + i];
                out[i] = column >= now.min(axis) && column < now.max(axis) && switch (axis) {
                    case 0 -> stroke.marked(column, y, z);
                    case 1 -> stroke.marked(x, column, z);
                    default -> stroke.marked(x, y, column);
                };
            }
        } finally {
            lock.unlock();
        }
        return true;
    }
}
