package org.morphodepot.tasks.ui.list;

import java.util.List;

import org.morphodepot.mylyn.TaskRow;

/**
 * Tasks under one heading.
 *
 * @param key stays the same while the numbers change
 * @param news how many of them changed since somebody looked
 */
record TaskGroup(String key, String title, List<TaskRow> rows, long news) {

    static TaskGroup of(String key, String title, List<TaskRow> rows) {
        return new TaskGroup(key, title, rows, rows.stream().filter(row -> row.change().isIncoming()).count());
    }

    /** Beside the title: how many, and how many of them are news. */
    String numbers() {
        return rows.size() + (news > 0 ? " (" + news + " new)" : "");
    }
}
