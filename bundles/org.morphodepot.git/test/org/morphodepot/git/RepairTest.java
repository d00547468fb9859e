package org.morphodepot.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.eclipse.jgit.lib.FileMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.git.GitException.Kind;

/** What killed programs, damaged disks and hostile people leave in a clone. */
class RepairTest {

    @TempDir
    Path folder;

    private Path gitFolder;

    @BeforeEach
    void makeClone() throws Exception {
        LocalClone.with(folder, Map.of("README.md", "a depot\n"));
        gitFolder = folder.resolve(".git");
    }

    @Test
    void open_removesTheLocksOfAnOwnerThatDied() throws Exception {
        WorkFolder.open(folder).close();
        Files.createFile(gitFolder.resolve("morphodepot/busy"));
        Files.createFile(gitFolder.resolve("index.lock"));
        Files.createFile(gitFolder.resolve("refs/heads/main.lock"));
        Files.createFile(gitFolder.resolve("objects/noz123.tmp"));
        commitOnce();
        assertFalse(Files.exists(gitFolder.resolve("objects/noz123.tmp")));
    }

    @Test
    void open_leavesTheLockOfAWorkingGitAlone() throws Exception {
        Path lock = Files.createFile(gitFolder.resolve("index.lock"));
        WorkFolder.open(folder).close();
        assertTrue(Files.exists(lock));
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        commitOnce();
    }

    @Test
    void open_makesABrokenIndexAgain() throws Exception {
        Files.writeString(gitFolder.resolve("index"), "not an index");
        commitOnce();
        if (CommandLineGit.isHere()) {
            assertEquals("", CommandLineGit.run(folder, "status", "--porcelain"));
        }
    }

    @Test
    void open_takesOutWhatCouldRunAProgram() throws Exception {
        Path config = gitFolder.resolve("config");
        Files.writeString(config, Files.readString(config) + """
                [core]
                    fsmonitor = touch hacked
                    hooksPath = /tmp/evil
                [filter "x"]
                    clean = touch hacked
                [url "http://evil.example/"]
                    insteadOf = https://github.com/
                """);
        WorkFolder.open(folder).close();
        String text = Files.readString(config);
        assertFalse(text.contains("hacked") || text.contains("evil"), text);
        assertTrue(text.contains("symlinks = false"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "con.txt", "a:b", "..\\evil", "x ", "x.", "aux" })
    void hostileName_isRefusedOnEveryPlatform(String name) throws Exception {
        LocalClone.commitRaw(folder, "evil", FileMode.REGULAR_FILE, name);
        try (WorkFolder work = WorkFolder.open(folder)) {
            GitException e = assertThrows(GitException.class, () -> work.resumeBranch("evil", "origin"));
            assertEquals(Kind.HOSTILE_NAME, e.kind());
            assertTrue(Files.exists(folder.resolve("README.md")));
        }
    }

    @Test
    void namesThatDifferInCaseOnly_areRefused() throws Exception {
        LocalClone.commitRaw(folder, "evil", FileMode.REGULAR_FILE, "README.md", "readme.MD");
        try (WorkFolder work = WorkFolder.open(folder)) {
            assertEquals(Kind.HOSTILE_NAME,
                    assertThrows(GitException.class, () -> work.resumeBranch("evil", "origin")).kind());
        }
    }

    @Test
    void link_becomesAPlainFile() throws Exception {
        LocalClone.commitRaw(folder, "evil", FileMode.SYMLINK, "segmentation.seg.nrrd");
        try (WorkFolder work = WorkFolder.open(folder)) {
            assertTrue(work.resumeBranch("evil", "origin"));
        }
        assertTrue(Files.isRegularFile(folder.resolve("segmentation.seg.nrrd"), LinkOption.NOFOLLOW_LINKS));
    }

    private void commitOnce() throws Exception {
        try (WorkFolder work = WorkFolder.open(folder)) {
            Files.writeString(folder.resolve("issue-1.seg.nrrd"), "labels");
            assertTrue(work.commitFile("issue-1.seg.nrrd", "Edited issue-1", LocalClone.ANNA).isPresent());
        }
    }
}
