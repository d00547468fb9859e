package org.morphodepot.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void percentiles_areNearestRanks() {
        Durations durations = new Durations();
        for (int ms = 100; ms >= 1; ms--) {
            durations.add(ms * 1_000_000L);
        }
        assertEquals(50, durations.milliseconds(0.5));
        assertEquals(95, durations.milliseconds(0.95));
        assertEquals(99, durations.milliseconds(0.99));
        assertEquals(100, durations.milliseconds(1));
        assertEquals("{\"count\":100,\"p50\":50.0,\"p95\":95.0,\"p99\":99.0,\"max\":100.0}",
                durations.json().toString());
    }

    @Test
    void nothing_isZero() {
        assertEquals(0, new Durations().milliseconds(0.99));
    }
}
