package org.morphodepot.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.git.GitException.Kind;

class WorkFolderTest {

    private static final String FILE = "issue-3.seg.nrrd";

    @TempDir
    Path folder;

    @BeforeEach
    void makeClone() throws Exception {
        LocalClone.with(folder, Map.of("README.md", "a depot\n", "colors.csv", "rows\n"));
    }

    @Test
    void commitFile_commitsThisPathAlone() throws Exception {
        try (WorkFolder work = WorkFolder.open(folder)) {
            CommitId main = work.head();
            work.startBranch("issue-3", main);
            Files.writeString(folder.resolve(FILE), "labels");
            Files.writeString(folder.resolve("README.md"), "changed by hand\n");
            Files.writeString(folder.resolve("notes.txt"), "untracked\n");

            CommitId made = work.commitFile(FILE, "Edited issue-3\n\nEdits:", LocalClone.ANNA).orElseThrow();

            assertEquals(List.of(new Change(FILE, Change.How.ADDED)), work.changes(main, made));
            assertEquals(Optional.of("issue-3"), work.branch());
            CommitNote note = work.log(made, 1).getFirst();
            assertEquals("Edited issue-3", note.title());
            assertEquals(LocalClone.ANNA, note.author());
            assertEquals(List.of(main), note.parents());
        }
        if (CommandLineGit.isHere()) {
            assertEquals(" M README.md\n?? notes.txt\n", CommandLineGit.run(folder, "status", "--porcelain"));
            assertEquals("", CommandLineGit.run(folder, "fsck", "--strict"));
        }
    }

    @Test
    void commitFile_withNothingNewIsEmpty() throws Exception {
        try (WorkFolder work = WorkFolder.open(folder)) {
            assertEquals(Optional.empty(), work.commitFile("README.md", "again", LocalClone.ANNA));
        }
    }

    @Test
    void commitFile_refusesLinksAndPathsOutside() throws Exception {
        Files.createSymbolicLink(folder.resolve(FILE), Path.of("/etc/hostname"));
        try (WorkFolder work = WorkFolder.open(folder)) {
            for (String path : List.of(FILE, "../x", ".git/config", "a:b", "con")) {
                GitException e = assertThrows(GitException.class, () -> work.commitFile(path, "x", LocalClone.ANNA), path);
                assertEquals(Kind.HOSTILE_NAME, e.kind(), path);
            }
        }
    }

    @Test
    void commitMerge_keepsBothHistoriesAndTheOtherFilesOfBothSides() throws Exception {
        try (WorkFolder work = WorkFolder.open(folder)) {
            CommitId base = work.head();
            work.startBranch("theirs", base);
            Files.writeString(folder.resolve(FILE), "theirs");
            CommitId theirs = work.commitFile(FILE, "theirs", LocalClone.ANNA).orElseThrow();
            Files.writeString(folder.resolve("README.md"), "a better depot\n");
            theirs = work.commitFile("README.md", "readme", LocalClone.ANNA).orElse(theirs);
            work.resumeBranch("main", "origin");
            work.startBranch("issue-3", base);
            Files.writeString(folder.resolve(FILE), "ours");
            CommitId ours = work.commitFile(FILE, "ours", LocalClone.ANNA).orElseThrow();

            assertEquals(Optional.of(base), work.mergeBase(ours, theirs));
            ThreeVersions versions = work.versions(FILE, ours, theirs);
            assertEquals(Optional.empty(), versions.base());
            assertEquals("theirs", text(work, versions.theirs().orElseThrow()));

            Files.writeString(folder.resolve(FILE), "ours and theirs");
            CommitId merged = work.commitMerge(FILE, theirs, "Merge", LocalClone.ANNA);
            assertTrue(work.contains(merged, ours) && work.contains(merged, theirs));
            assertEquals("a better depot\n", Files.readString(folder.resolve("README.md")));
            assertEquals("ours and theirs", text(work, work.file(merged, FILE).orElseThrow()));
        }
        if (CommandLineGit.isHere()) {
            assertEquals("", CommandLineGit.run(folder, "status", "--porcelain"));
        }
    }

    @Test
    void keep_neverForgetsWhatWasKeptBefore() throws Exception {
        try (WorkFolder work = WorkFolder.open(folder)) {
            CommitId first = work.head();
            work.keep("issue-3/theirs", first);
            Files.writeString(folder.resolve(FILE), "x");
            CommitId second = work.commitFile(FILE, "x", LocalClone.ANNA).orElseThrow();
            work.keep("issue-3/theirs", second);
            assertEquals(Optional.of(second), work.kept("issue-3/theirs"));
            assertEquals(Optional.of(first), work.kept("issue-3/theirs-" + first.brief()));
        }
    }

    @Test
    void resumeBranch_doesNotOverwriteUnsavedWork() throws Exception {
        try (WorkFolder work = WorkFolder.open(folder)) {
            work.startBranch("issue-3", work.head());
            Files.writeString(folder.resolve("README.md"), "other\n");
            work.commitFile("README.md", "x", LocalClone.ANNA);
            Files.writeString(folder.resolve("README.md"), "not saved\n");
            GitException e = assertThrows(GitException.class, () -> work.resumeBranch("main", "origin"));
            assertEquals(Kind.UNSAVED_WORK, e.kind());
            assertEquals("not saved\n", Files.readString(folder.resolve("README.md")));
            assertFalse(work.resumeBranch("issue-9", "origin"));
        }
    }

    @Test
    void anotherOwner_isToldThatTheFolderIsOpen() throws Exception {
        try (WorkFolder work = WorkFolder.open(folder)) {
            GitException e = assertThrows(GitException.class, () -> WorkFolder.open(work.folder()).close());
            assertEquals(Kind.LOCKED, e.kind());
        }
        WorkFolder.open(folder).close();
    }

    private static String text(WorkFolder work, FileVersion version) throws Exception {
        try (InputStream in = work.open(version)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
