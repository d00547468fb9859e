package org.morphodepot.mylyn;

import java.util.List;
import java.util.Optional;

/**
 * A named list of tasks.
 *
 * @param handle name of it in this store
 * @param query what it holds; empty for local tasks
 * @param trouble why it may be old, in one line for people
 */
public record TaskListing(String handle, String name, Optional<TaskQuery> query, Optional<String> trouble, List<TaskRow> rows) {

    public TaskListing {
        rows = List.copyOf(rows);
    }
}
