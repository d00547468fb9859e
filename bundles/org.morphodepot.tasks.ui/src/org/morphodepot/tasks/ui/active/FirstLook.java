package org.morphodepot.tasks.ui.active;

import java.util.List;
import java.util.Optional;

import org.morphodepot.depot.TaskBlock;
import org.morphodepot.label.Segment;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.work.start.Assignment;

/** How a task looks when it is opened for the first time: all views on its region, its first structure selected. */
public final class FirstLook {

    private static final int MARGIN_PERCENT = 15;

    private FirstLook() {
    }

    static void at(Assignment assignment, Session session) {
        assignment.block().flatMap(TaskBlock::region).ifPresent(region -> lookAt(session, region));
        select(session, assignment.block().map(TaskBlock::structures).orElse(List.of()));
    }

    /** All views on a box, the crosshair in its middle. Any thread. */
    public static void lookAt(Session session, VoxelBox wanted) {
        VoxelBox box = wanted.intersect(session.scan().size().box());
        if (box.isEmpty()) {
            return;
        }
        int margin = Math.max(2, Math.max(box.width(), Math.max(box.height(), box.depth())) * MARGIN_PERCENT / 100);
        VoxelPoint middle = new VoxelPoint((box.x0() + box.x1()) / 2, (box.y0() + box.y1()) / 2, (box.z0() + box.z1()) / 2);
        session.update(view -> view.withCrosshair(middle).withFrame(Optional.of(box.grow(margin))));
    }

    private static void select(Session session, List<TaskBlock.Structure> structures) {
        session.change(labelling -> segmentOf(labelling.current().segments(), structures).map(Segment::id)
                .ifPresent(labelling::activate));
    }

    /** The first structure's segment, by name. */
    static Optional<Segment> segmentOf(List<Segment> segments, List<TaskBlock.Structure> structures) {
        return structures.stream().flatMap(structure -> segments.stream()
                .filter(segment -> segment.name().equalsIgnoreCase(structure.name()))).findFirst();
    }
}
