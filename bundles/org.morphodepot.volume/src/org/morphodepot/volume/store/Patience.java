package org.morphodepot.volume.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait for a server.
 *
 * @param answer for a connection and the first bytes; some object stores take 40 s to accept one
 * @param stall between bytes
 * @param tries in all
 * @param pause before the second try; doubled before each further one
 */
record Patience(Duration answer, Duration stall, int tries, Duration pause) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(60), Duration.ofSeconds(30), 4, Duration.ofMillis(400));

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    /** The pause before try number {@code next} (2 is the first retry), half of it random so that clients spread. */
    Duration pauseBefore(int next) {
        long full = Math.min(pause.toMillis() << Math.min(next - 2, 16), LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }

    /** The pause a server asked for, if that is bearable. */
    static Duration bounded(Duration asked) {
        return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }
}
