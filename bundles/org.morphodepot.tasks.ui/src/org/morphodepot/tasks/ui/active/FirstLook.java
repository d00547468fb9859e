package org.morphodepot.tasks.ui.active;

import java.util.List;
import java.util.Optional;

import org.morphodepot.depot.TaskBlock;
import org.morphodepot.label.Segment;
import org.morphodepot.viewer.session.Look;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.work.start.Assignment;

/** How a task looks when it is opened for the first time: all views on its region, its first structure selected. */
final class FirstLook {

    private FirstLook() {
    }

    static void at(Assignment assignment, Session session) {
        assignment.block().flatMap(TaskBlock::region).ifPresent(region -> Look.at(session, region));
        select(session, assignment.block().map(TaskBlock::structures).orElse(List.of()));
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
