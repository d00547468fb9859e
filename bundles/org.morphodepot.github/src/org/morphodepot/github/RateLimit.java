package org.morphodepot.github;

import java.time.Instant;

/** How many requests of a sort are left until the count starts again. */
public record RateLimit(String resource, int limit, int remaining, Instant reset) {
}
