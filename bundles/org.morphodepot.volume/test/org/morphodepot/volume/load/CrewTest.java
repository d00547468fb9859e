package org.morphodepot.volume.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CrewTest {

    private static final int PROCESSORS = 4;
    private static final int MOST = 32;

    private final Crew crew = new Crew(PROCESSORS, MOST);

    /** Parts of 10 ms of work and {@code wait} of waiting, on processors that are shared when there are more workers. */
    private void parts(int count, long wait) {
        for (int i = 0; i < count; i++) {
            long worked = 10_000_000;
            long alone = worked + wait;
            double busy = crew.limit() * (worked / (double) alone);
            crew.done(worked, (long) (alone * Math.max(1, busy / PROCESSORS)));
        }
    }

    @Test
    void limit_staysSmallWhereTheStoreAnswersAtOnce() {
        parts(500, 1_000_000);
        assertEquals(PROCESSORS + 2, crew.limit());
    }

    @Test
    void limit_growsUntilTheProcessorsAreBusyWhileOthersWait() {
        parts(500, 30_000_000);
        assertTrue(crew.limit() >= 12 && crew.limit() <= 24, "limit " + crew.limit());
    }

    @Test
    void limit_growsToTheMostWithinTheFirstPartsOfASlowStore() {
        parts(PROCESSORS + 2, 500_000_000);
        assertEquals(MOST, crew.limit());
    }

    @Test
    void trouble_halvesAndLeavesOne() {
        for (int i = 0; i < 10; i++) {
            crew.trouble();
        }
        assertEquals(1, crew.limit());
        parts(100, 500_000_000);
        assertEquals(MOST, crew.limit());
    }
}
