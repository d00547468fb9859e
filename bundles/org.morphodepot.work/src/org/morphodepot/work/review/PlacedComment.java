package org.morphodepot.work.review;

import java.time.Instant;
import java.util.Optional;

import org.morphodepot.github.Person;
import org.morphodepot.github.Review.Verdict;
import org.morphodepot.work.Place;

/**
 * Something that was said about a place. A comment that names three places is three of these.
 *
 * @param text Markdown without the line that names the place; may be empty
 * @param verdict of a review; empty for a plain comment
 * @param url where people answer
 */
public record PlacedComment(Person author, String text, Instant when, Optional<Verdict> verdict, String url, Place place) {
}
