package org.morphodepot.github;

import java.time.Duration;
import java.time.Instant;

/** Time as the request queue sees it, so that tests need not wait. */
public interface Pace {

    Pace REAL = new Pace() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time);
        }
    };

    Instant now();

    void sleep(Duration time) throws InterruptedException;
}
