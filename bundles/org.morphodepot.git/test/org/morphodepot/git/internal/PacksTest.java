package org.morphodepot.git.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectInserter;
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

    /** A pack of one text, as a fetch leaves it. */
    private static void addPack(Repository git, int number) throws Exception {
        byte[] text = ("fetch " + number).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        pack.write(new byte[] {'P', 'A', 'C', 'K', 0, 0, 0, 2, 0, 0, 0, 1, (byte) (Constants.OBJ_BLOB << 4 | text.length)});
        try (DeflaterOutputStream packed = new DeflaterOutputStream(pack)) {
            packed.write(text);
        }
        pack.write(MessageDigest.getInstance("SHA-1").digest(pack.toByteArray()));
        try (ObjectInserter inserter = git.newObjectInserter()) {
            inserter.newPackParser(new ByteArrayInputStream(pack.toByteArray())).parse(NullProgressMonitor.INSTANCE);
        }
    }
}
