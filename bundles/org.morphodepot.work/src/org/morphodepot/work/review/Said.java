package org.morphodepot.work.review;

import java.time.Instant;
import java.util.Optional;

import org.morphodepot.github.Person;
import org.morphodepot.github.Review.Verdict;

/**
 * Something that was said about a contribution.
 *
 * @param text Markdown without hidden lines; may be empty for an approval
 * @param verdict of a review; empty for a plain comment
 */
public record Said(Person author, String text, Instant when, Optional<Verdict> verdict, String url) {
}
