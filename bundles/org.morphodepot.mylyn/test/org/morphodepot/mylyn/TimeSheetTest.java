package org.morphodepot.mylyn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** Time with a task. */
class TimeSheetTest {

    private static final Instant NINE = Instant.parse("2026-02-03T09:00:00Z");

    @Test
    void time_countsWhileSomebodyIsThere() {
        TimeSheet sheet = new TimeSheet();
        sheet.start("eyes", NINE);
        sheet.beat(NINE.plusSeconds(60));
        sheet.beat(NINE.plusSeconds(3660)); // back from lunch
        sheet.beat(NINE.plusSeconds(3700));
        assertEquals(Optional.of(new TimeSheet.Spell("eyes", Duration.ofSeconds(110))), sheet.stop(NINE.plusSeconds(3710)));
    }

    @Test
    void withoutATask_nothingIsCounted() {
        TimeSheet sheet = new TimeSheet();
        sheet.beat(NINE);
        assertEquals(Optional.empty(), sheet.stop(NINE.plusSeconds(5)));
    }
}
