package org.morphodepot.tasks.ui.active;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the work is safe.
 *
 * @param at when the last checkpoint was made
 * @param trouble why there is none since, in one line for people
 */
public record SaveState(Optional<Instant> at, boolean isSaving, Optional<String> trouble) {

    /** Nothing was painted yet. */
    static final SaveState NOTHING = new SaveState(Optional.empty(), false, Optional.empty());

    static SaveState saving() {
        return new SaveState(Optional.empty(), true, Optional.empty());
    }

    static SaveState saved(Instant at) {
        return new SaveState(Optional.of(at), false, Optional.empty());
    }

    static SaveState failed(String why) {
        return new SaveState(Optional.empty(), false, Optional.of(why));
    }

    /** Such as {@code saved 12 s ago}; empty when there is nothing to say. */
    public String words(Instant now) {
        if (trouble.isPresent()) {
            return "not saved";
        }
        return isSaving ? "saving\u2026" : at.map(when -> "saved " + ago(Duration.between(when, now))).orElse("");
    }

    static String ago(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return seconds + " s ago";
        }
        return seconds < 3600 ? seconds / 60 + " min ago" : seconds / 3600 + " h ago";
    }
}
