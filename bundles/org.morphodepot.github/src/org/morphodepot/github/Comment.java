package org.morphodepot.github;

import java.time.Instant;

/** A comment of an issue or a pull request. */
public record Comment(long id, String nodeId, Person author, String body, Instant created, Instant updated, String url) {
}
