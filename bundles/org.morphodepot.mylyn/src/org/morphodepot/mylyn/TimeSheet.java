package org.morphodepot.mylyn;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Counts the time somebody works on one thing: from one sign of life to the next, unless they are far apart. Thread-safe. */
final class TimeSheet {

    private static final Duration AWAY = Duration.ofMinutes(3);

    private String handle = "";
    private Instant last = Instant.MIN;
    private Duration spent = Duration.ZERO;

    /** Time with a task. */
    record Spell(String handle, Duration time) {
    }

    synchronized void start(String newHandle, Instant now) {
        handle = newHandle;
        last = now;
        spent = Duration.ZERO;
    }

    synchronized void beat(Instant now) {
        if (handle.isEmpty()) {
            return;
        }
        Duration since = Duration.between(last, now);
        if (!since.isNegative() && since.compareTo(AWAY) <= 0) {
            spent = spent.plus(since);
        }
        last = now;
    }

    synchronized Optional<Spell> stop(Instant now) {
        beat(now);
        Optional<Spell> spell = handle.isEmpty() ? Optional.empty() : Optional.of(new Spell(handle, spent));
        handle = "";
        return spell;
    }
}
