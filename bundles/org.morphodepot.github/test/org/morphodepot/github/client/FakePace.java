package org.morphodepot.github.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.morphodepot.github.Pace;

/** Time that passes only when somebody sleeps. */
public final class FakePace implements Pace {

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final List<Instant> marks = new ArrayList<>();

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration time) {
        now = now.plus(time);
    }

    public synchronized void mark() {
        marks.add(now);
    }

    public synchronized List<Instant> marks() {
        return List.copyOf(marks);
    }
}
