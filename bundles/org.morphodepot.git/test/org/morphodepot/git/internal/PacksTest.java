package org.morphodepot.git.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.git.GitProgress;

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
                    addPack(git, i);
                }
                git.autoGC(NullProgressMonitor.INSTANCE);
                return git;
            });
        }
        try (Stream<Path> files = Files.list(folder.resolve(".git/objects/pack"))) {
            assertEquals(FETCHES, files.filter(file -> file.toString().endsWith(".pack")).count());
        }
    }

    private static void addPack(Repository git, int number) throws Exception {
        try (PackInserter pack = ((ObjectDirectory) git.getObjectDatabase()).newPackInserter()) {
            pack.insert(Constants.OBJ_BLOB, ("fetch " + number).getBytes(StandardCharsets.UTF_8));
            pack.flush();
        }
    }
}
