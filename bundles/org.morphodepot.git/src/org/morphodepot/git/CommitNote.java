package org.morphodepot.git;

import java.time.Instant;
import java.util.List;

/** A commit as the history shows it; {@code message} is whole, its first line the title. */
public record CommitNote(CommitId id, String message, Author author, Instant when, List<CommitId> parents) {

    public CommitNote {
        parents = List.copyOf(parents);
    }

    public String title() {
        return message.lines().findFirst().orElse("");
    }
}
