package org.morphodepot.mylyn;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

import org.morphodepot.work.TaskRef;
import org.morphodepot.work.tasks.Task;

/**
 * A task as a list shows it: what the forge says, and what somebody noted about it on this computer.
 *
 * @param handle name of it in this store
 * @param task empty for local tasks, and for tasks of which only the title is known yet
 * @param group depot, or {@code Local}
 * @param scheduled the day somebody wants to work on it
 * @param spent time with it in front
 */
public record TaskRow(String handle, Optional<Task> task, String title, String group, Change change,
        Optional<LocalDate> scheduled, Optional<LocalDate> due, Duration spent, boolean done, boolean active) {

    public static final String LOCAL = "Local";

    public Optional<TaskRef> ref() {
        return task.map(Task::ref);
    }

    public boolean isLocal() {
        return group.equals(LOCAL);
    }

    public boolean isOverdue(LocalDate today) {
        return !done && due.filter(day -> day.isBefore(today)).isPresent();
    }

    /** The day that counts in a plan: what somebody scheduled, else when it is due. */
    public Optional<LocalDate> planned() {
        return scheduled.or(() -> due);
    }
}
