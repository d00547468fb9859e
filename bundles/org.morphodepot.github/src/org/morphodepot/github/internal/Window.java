package org.morphodepot.github.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts points spent in the last minute or hour, so that the server's limit is never met. Not thread-safe. */
final class Window {

    private final Duration length;
    private final int most;
    private final Deque<Spent> spent = new ArrayDeque<>();
    private int sum;

    private record Spent(Instant when, int points) {
    }

    Window(Duration length, int most) {
        this.length = length;
        this.most = most;
    }

    /** When {@code points} more may be spent at the earliest. */
    Instant free(Instant now, int points) {
        forget(now);
        int over = sum + points - most;
        for (Spent oldest : spent) {
            if (over <= 0) {
                return now;
            }
            over -= oldest.points;
            if (over <= 0) {
                return oldest.when.plus(length);
            }
        }
        return now;
    }

    void spend(Instant now, int points) {
        forget(now);
        spent.addLast(new Spent(now, points));
        sum += points;
    }

    private void forget(Instant now) {
        while (!spent.isEmpty() && !spent.getFirst().when.plus(length).isAfter(now)) {
            sum -= spent.removeFirst().points;
        }
    }
}
