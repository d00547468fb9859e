package org.morphodepot.viewer.session;

import java.util.Optional;
import java.util.OptionalDouble;

import org.morphodepot.viewer.Lengths;
import org.morphodepot.viewer.SliceCamera;
import org.morphodepot.viewer.SliceOrientation;
import org.morphodepot.viewer.SlicePlane;
import org.morphodepot.viewer.ViewerState;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;

/** Where somebody looks, to be told to others and to be looked at again: a comment's place, a difference, a task's region. */
public final class Look {

    private static final int MARGIN_PERCENT = 15;
    private static final int LEAST_MARGIN = 12;

    private Look() {
    }

    /** All views on a box, the crosshair in its middle; nothing happens for a box outside of the scan. Any thread. */
    public static void at(Session session, VoxelBox wanted) {
        VoxelBox box = wanted.intersect(session.scan().size().box());
        at(session, box, new VoxelPoint((box.x0() + box.x1()) / 2, (box.y0() + box.y1()) / 2, (box.z0() + box.z1()) / 2),
                OptionalDouble.empty());
    }

    /**
     * All views on a box, the crosshair at the focus.
     *
     * @param zoom screen pixels per millimetre around the focus; empty for what shows the box
     */
    public static void at(Session session, VoxelBox wanted, VoxelPoint focus, OptionalDouble zoom) {
        VoxelBox box = wanted.intersect(session.scan().size().box());
        if (box.isEmpty() || !session.scan().size().box().contains(focus)) {
            return;
        }
        int margin = Math.max(LEAST_MARGIN, Math.max(box.width(), Math.max(box.height(), box.depth())) * MARGIN_PERCENT / 100);
        session.update(view -> {
            ViewerState framed = view.withCrosshair(focus).withFrame(Optional.of(box.grow(margin)));
            return zoom.isPresent() ? zoomed(session, framed, focus, zoom.getAsDouble()) : framed;
        });
    }

    private static ViewerState zoomed(Session session, ViewerState view, VoxelPoint focus, double perMillimetre) {
        double zoom = perMillimetre * Lengths.millimetres(session.volume().geometry().unit());
        ViewerState next = view;
        for (SliceOrientation orientation : SliceOrientation.values()) {
            SlicePlane plane = session.planes().get(orientation);
            next = next.withCamera(orientation, new SliceCamera(focus.get(plane.right()), focus.get(plane.down()), zoom));
        }
        return next;
    }

    /** Screen pixels per millimetre of the axial view; empty while it shows as much as fits. Any thread. */
    public static OptionalDouble zoom(Session session) {
        SliceCamera camera = session.view().cameras().get(SliceOrientation.AXIAL);
        return camera == null ? OptionalDouble.empty()
                : OptionalDouble.of(camera.zoom() / Lengths.millimetres(session.volume().geometry().unit()));
    }
}
