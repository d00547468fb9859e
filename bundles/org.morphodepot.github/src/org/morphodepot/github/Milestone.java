package org.morphodepot.github;

import java.time.Instant;
import java.util.Optional;

/** A deadline shared by issues. */
public record Milestone(int number, String title, String description, boolean open, Optional<Instant> due, int openIssues,
        int closedIssues) {
}
