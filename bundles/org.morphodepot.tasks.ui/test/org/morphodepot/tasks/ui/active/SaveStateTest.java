package org.morphodepot.tasks.ui.active;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class SaveStateTest {

    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

    @Test
    void words_sayHowLongAgo() {
        assertEquals("saved 12 s ago", SaveState.saved(NOW.minusSeconds(12)).words(NOW));
        assertEquals("saved 5 min ago", SaveState.saved(NOW.minusSeconds(301)).words(NOW));
        assertEquals("saved 0 s ago", SaveState.saved(NOW.plusSeconds(3)).words(NOW));
        assertEquals("", SaveState.NOTHING.words(NOW));
        assertEquals("not saved", SaveState.failed("The disk is full.").words(NOW));
    }
}
