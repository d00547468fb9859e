package org.morphodepot.volume.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void commit_replacesTheTarget() throws IOException {
        Path target = Files.writeString(folder.resolve("a.txt"), "old");

        write(target, "new", true);

        assertEquals("new", Files.readString(target));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void beforeCommit_theOldFileIsSeen() throws IOException {
        Path target = Files.writeString(folder.resolve("a.txt"), "old");

        try (AtomicFile file = AtomicFile.create(target)) {
            file.out().write("new".getBytes(StandardCharsets.UTF_8));
            assertEquals("old", Files.readString(target));
            file.commit();
        }

        assertEquals("new", Files.readString(target));
    }

    @Test
    void closeWithoutCommit_leavesNothingBehind() throws IOException {
        write(folder.resolve("a.txt"), "half", false);

        assertEquals(List.of(), names());
    }

    @Test
    void link_staysALink() throws IOException {
        Path real = Files.writeString(folder.resolve("real.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), real);

        write(link, "new", true);

        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(real));
    }

    @Test
    void permissions_areKept() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path target = Files.writeString(folder.resolve("a.txt"), "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-rw-r--"));

        write(target, "new", true);

        assertEquals("rw-rw-r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    }

    @Test
    void missingFolder_isNamed() {
        Path target = folder.resolve("none/a.txt");

        VolumeException e = assertThrows(VolumeException.class, () -> write(target, "new", true));

        assertEquals(Kind.NOT_FOUND, e.kind());
        assertEquals("cannot write " + target + ": the folder does not exist", e.getMessage());
    }

    @Test
    void folderAsTarget_isRefused() {
        assertThrows(VolumeException.class, () -> write(folder, "new", true));
        assertFalse(Files.isRegularFile(folder));
    }

    private static void write(Path target, String text, boolean commit) throws IOException {
        try (AtomicFile file = AtomicFile.create(target)) {
            file.out().write(text.getBytes(StandardCharsets.UTF_8));
            if (commit) {
                file.commit();
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
