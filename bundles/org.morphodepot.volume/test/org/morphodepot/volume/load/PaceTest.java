package org.morphodepot.volume.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000L;

    private long now;
    private final Pace pace = new Pace(8, 32, 0);

    /** One second of a store that gives 1000 bytes to each request at once, but not more than {@code most} such shares. */
    private void second(int most) {
        for (int i = 0; i < 100; i++) {
            now += SECOND / 100;
            pace.done(10L * Math.min(most, pace.limit()), now);
        }
    }

    @Test
    void limit_growsWhileThroughputGrows() {
        for (int i = 0; i < 20; i++) {
            second(1000);
        }
        assertEquals(32, pace.limit());
    }

    @Test
    void limit_staysWhereMoreBringsNothing() {
        for (int i = 0; i < 50; i++) {
            second(12);
        }
        assertTrue(pace.limit() >= 12 && pace.limit() <= 18, "limit " + pace.limit());
    }

    @Test
    void trouble_halvesOnceHoweverManyRequestsSuffer() {
        for (int i = 0; i < 8; i++) {
            pace.trouble(++now);
        }
        assertEquals(4, pace.limit());
        now += 3 * SECOND;
        pace.trouble(now);
        assertEquals(2, pace.limit());
    }

    @Test
    void limit_isNeverZero() {
        for (int i = 0; i < 10; i++) {
            now += 3 * SECOND;
            pace.trouble(now);
        }
        assertEquals(1, pace.limit());
    }

    @Test
    void limit_growsAgainAfterTrouble() {
        pace.trouble(++now);
        for (int i = 0; i < 20; i++) {
            second(1000);
        }
        assertEquals(32, pace.limit());
    }
}
