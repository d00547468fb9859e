package org.morphodepot.work.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.morphodepot.github.Person;
import org.morphodepot.github.Review.Verdict;
import org.morphodepot.work.Place;

/**
 * Something that was said about a contribution.
 *
 * @param text Markdown without hidden lines; may be empty for an approval
 * @param parts the same in pieces, each with the place it speaks of
 * @param verdict of a review; empty for a plain comment
 */
public record Said(Person author, String text, List<Place.Part> parts, Instant when, Optional<Verdict> verdict,
        String url) {

    public Said {
        parts = List.copyOf(parts);
    }

    /** Whether its author may answer it with changes: an approval and a review that was taken back ask for nothing. */
    public boolean asks() {
        return verdict.isEmpty() || verdict.get() == Verdict.CHANGES_REQUESTED || verdict.get() == Verdict.COMMENTED;
    }
}
