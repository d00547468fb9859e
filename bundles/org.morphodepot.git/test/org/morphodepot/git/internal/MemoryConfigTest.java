package org.morphodepot.git.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;

import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.Test;

/** Settings as JGit asks for them. */
class MemoryConfigTest {

    @Test
    void timesOfFiles_areKnownWithoutProbes() {
        assertEquals(2_000_000_000L, asked(ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION));
        assertEquals(0, asked(ConfigConstants.CONFIG_KEY_MIN_RACY_THRESHOLD));
    }

    private static long asked(String name) {
        return new MemoryConfig(null, FS.DETECTED).getTimeUnit(ConfigConstants.CONFIG_FILESYSTEM_SECTION, "vendor|25|/dev/disk", name, -1,
                TimeUnit.NANOSECONDS);
    }
}
