package org.morphodepot.volume.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

class DiskTroubleTest {

    @TempDir
    Path folder;

    @Test
    void fullDisk_asLinuxReportsIt() {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        IOException cause = assertThrows(IOException.class, () -> {
            try (FileOutputStream out = new FileOutputStream("/dev/full")) {
                out.write(1);
            }
        });
        Path file = folder.resolve("scan.nrrd");

        VolumeException e = DiskTrouble.writing(file, cause);

        assertEquals(Kind.STORAGE, e.kind());
        assertEquals("cannot write " + file + ": the disk is full; free some space and try again", e.getMessage());
    }

    @Test
    void deniedAccess_isItsOwnKind() {
        assertEquals(Kind.ACCESS_DENIED, DiskTrouble.writing(folder, new AccessDeniedException("x")).kind());
        assertEquals(Kind.ACCESS_DENIED, DiskTrouble.reading(folder, new AccessDeniedException("x")).kind());
    }

    @Test
    void missingFile_isItsOwnKind() {
        assertEquals(Kind.NOT_FOUND, DiskTrouble.reading(folder, new NoSuchFileException("x")).kind());
    }

    @Test
    void otherErrors_areOneLine() {
        Path file = folder.resolve("scan.nrrd");

        VolumeException e = DiskTrouble.reading(file, new IOException("Input/output error\nand more"));

        assertEquals("cannot read " + file + ": Input/output error", e.getMessage());
    }

    @Test
    void volumeException_isPassedOn() {
        VolumeException known = new VolumeException(Kind.MALFORMED, "x");

        assertSame(known, DiskTrouble.writing(folder, known));
    }
}
