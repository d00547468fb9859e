package org.morphodepot.github.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;

import org.morphodepot.github.Pace;
import org.morphodepot.github.Watch;

/** Waiting that can be cancelled. */
public final class Pauses {

    private static final Duration SLICE = Duration.ofMillis(100);

    private Pauses() {
    }

    /** Throws {@link CancellationException} when cancelled or interrupted. */
    public static void sleep(Pace pace, Duration time, Watch watch) {
        Instant end = pace.now().plus(time);
        try {
            for (Duration left = time; left.isPositive(); left = Duration.between(pace.now(), end)) {
                if (watch.cancelled()) {
                    throw new CancellationException("cancelled");
                }
                pace.sleep(left.compareTo(SLICE) < 0 ? left : SLICE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        }
    }
}
