package org.morphodepot.git.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.LocalClone;

class PacksTest {

    private static final int FETCHES = 60;

    @TempDir
    Path folder;

    /** JGit does this after each fetch: with its own settings it writes all of the history once more each time. */
    @Test
    void manyFetches_doNotPackEverythingAgain() throws Exception {
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            git.commit().setMessage("first").setAuthor("Ada", "ada@example.org").setSign(false).call();
        }
        try (OpenClone clone = OpenClone.open(folder)) {
            clone.write(GitProgress.NONE, git -> {
                for (int i = 0; i < FETCHES; i++) {
                    LocalClone.addPack(git, "fetch " + i);
                }
                git.autoGC(NullProgressMonitor.INSTANCE);
                return git;
            });
        }
        try (Stream<Path> files = Files.list(folder.resolve(".git/objects/pack"))) {
            assertEquals(FETCHES, files.filter(file -> file.toString().endsWith(".pack")).count());
        }
    }
}
