package org.morphodepot.github;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A remark on a file of a pull request.
 *
 * @param line empty when the file changed since
 * @param review it belongs to
 * @param repliesTo the remark it answers
 */
public record ReviewComment(long id, Person author, String path, OptionalInt line, String body, OptionalLong review,
        OptionalLong repliesTo, Instant created, String url) {
}
