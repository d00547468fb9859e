package org.morphodepot.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.volume.VolumeException.Kind;

class VolumesTest {

    @TempDir
    Path folder;

    @Test
    void missingPath_isNotFoundAndNamed() {
        VolumeException e = assertThrows(VolumeException.class,
                () -> new Volumes().open(Address.of(folder.resolve("gone.nrrd"))));

        assertEquals(Kind.NOT_FOUND, e.kind());
        assertTrue(e.getMessage().contains("gone.nrrd"), e.getMessage());
    }

    @Test
    void fileOfNoKnownFormat_isUnsupported() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "not a scan");

        VolumeException e = assertThrows(VolumeException.class, () -> new Volumes().open(Address.of(file)));

        assertEquals(Kind.UNSUPPORTED, e.kind());
        assertTrue(e.getMessage().contains("notes.txt"), e.getMessage());
    }

    @Test
    void targetOfUnknownEnding_cannotBeWritten() {
        assertEquals(Kind.UNSUPPORTED, assertThrows(VolumeException.class,
                () -> new Volumes().writer(Address.of(folder.resolve("scan.xyz")))).kind());
    }
}
