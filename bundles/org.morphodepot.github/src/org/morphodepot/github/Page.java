package org.morphodepot.github;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A part of a long list.
 *
 * @param unchanged whether the server said that nothing changed since this page was asked for last time
 * @param next where the list goes on
 */
public record Page<T>(List<T> items, boolean unchanged, Optional<URI> next) {

    public Page {
        items = List.copyOf(items);
    }
}
