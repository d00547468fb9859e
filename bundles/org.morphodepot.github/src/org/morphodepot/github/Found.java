package org.morphodepot.github;

import java.util.List;

/** What a search found; {@code complete} is false when the server gave up early, {@code total} counts all hits. */
public record Found<T>(List<T> items, int total, boolean complete) {

    public Found {
        items = List.copyOf(items);
    }
}
