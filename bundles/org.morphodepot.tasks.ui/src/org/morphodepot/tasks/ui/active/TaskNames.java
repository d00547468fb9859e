package org.morphodepot.tasks.ui.active;

import java.util.Optional;

import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.tasks.Task;
import org.morphodepot.work.tasks.TaskBook;

/** What tasks are called, as the forge told last: people know their task as Eyes, not by owner, depot and number. Any thread. */
public final class TaskNames {

    private TaskNames() {
    }

    /** Such as {@code Eyes (#1)}; the reference where the title is not known. */
    public static String of(Desk desk, TaskRef task) {
        return titleOf(desk, task).map(title -> title + " (#" + task.number() + ")").orElseGet(task::toString);
    }

    /** The title alone. */
    static Optional<String> titleOf(Desk desk, TaskRef task) {
        return desk.accounts().active().flatMap(TaskBook.of(desk)::knownAssignedToMe).stream()
                .flatMap(known -> known.value().stream()).filter(known -> known.ref().equals(task)).findFirst().map(Task::title);
    }
}
