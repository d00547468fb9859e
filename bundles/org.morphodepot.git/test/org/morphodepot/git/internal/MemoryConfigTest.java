package org.morphodepot.git.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jgit.util.FS.FileStoreAttributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings as JGit asks for them. */
class MemoryConfigTest {

    @TempDir
    private Path folder;

    @Test
    void timesOfFiles_areNotMeasuredByProbes() throws IOException {
        QuietReader.install();
        assertEquals(Duration.ofSeconds(2), FileStoreAttributes.get(folder).getFsTimestampResolution());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
