package org.morphodepot.viewer.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short run of what {@code releng/bench/kills} does a thousand times. */
@Timeout(120)
class KilledSessionsTest {

    @TempDir
    private Path folder;

    @Test
    void killedSessions_areThereAgainWithoutAQuestion() throws Exception {
        KillRounds.Counts counts = KillRounds.run(folder, 10, 2, 7);
        assertEquals(List.of(), counts.faults);
        assertEquals(0, counts.lost);
        assertEquals(10, counts.kills);
    }
}
