package org.morphodepot.github;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What a reviewer said of a pull request at a commit. */
public record Review(long id, Person author, Verdict verdict, String body, String commit, Optional<Instant> submitted,
        String url) {

    /** How a review ends. */
    public enum Verdict {
        APPROVED, CHANGES_REQUESTED, COMMENTED, DISMISSED, PENDING,
        /** A word this version does not know. */
        OTHER;

        public static Verdict of(String word) {
            return switch (word.toUpperCase(Locale.ROOT)) {
                case "APPROVED" -> APPROVED;
                case "CHANGES_REQUESTED" -> CHANGES_REQUESTED;
                case "COMMENTED" -> COMMENTED;
                case "DISMISSED" -> DISMISSED;
                case "PENDING" -> PENDING;
                default -> OTHER;
            };
        }
    }
}
