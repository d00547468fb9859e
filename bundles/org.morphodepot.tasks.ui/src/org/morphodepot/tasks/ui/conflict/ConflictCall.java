package org.morphodepot.tasks.ui.conflict;

import java.util.Optional;

import org.morphodepot.tasks.ui.Notices;
import org.morphodepot.tasks.ui.active.TaskActivation;
import org.morphodepot.tasks.ui.active.TaskNames;
import org.morphodepot.ui.Background;
import org.morphodepot.work.Desk;
import org.morphodepot.work.conflict.Conflict;
import org.morphodepot.work.queue.Entry;
import org.morphodepot.work.start.Assignment;

/**
 * Brings the view Conflict to the front when the active task cannot be sent because it was changed elsewhere too: once each time
 * sending stops. UI thread.
 */
public final class ConflictCall {

    private final Desk desk;
    private final TaskActivation activation;
    private Optional<Entry> called = Optional.empty();

    public ConflictCall(Desk desk, TaskActivation activation) {
        this.desk = desk;
        this.activation = activation;
    }

    /** Looks whether sending has stopped. Cheap; to be asked whenever the queue or the active task changed. */
    public void look() {
        Optional<Assignment> assignment = activation.assignment();
        Optional<Entry> stopped = assignment.flatMap(active -> desk.queue().entries().stream()
                .filter(entry -> entry.kind() == Entry.Kind.PUSH && entry.state() == Entry.State.STOPPED
                        && entry.task().equals(active.task())).findFirst());
        if (stopped.isPresent() && !stopped.equals(called)) {
            call(assignment.orElseThrow(), stopped.get());
        }
        called = stopped;
    }

    private void call(Assignment assignment, Entry entry) {
        Background.quietly("Look for a conflict", _ -> Conflict.isOpen(desk, assignment), open -> {
            if (open) {
                ConflictView.open();
                entry.trouble().ifPresent(trouble -> Notices.show(TaskNames.of(desk, assignment.task()), trouble));
            }
        }, _ -> { }); // the view Sync tells what is wrong
    }
}
