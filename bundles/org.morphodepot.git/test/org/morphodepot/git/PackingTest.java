package org.morphodepot.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clone that was used for months. */
class PackingTest {

    private static final int FETCHES = 45;

    @TempDir
    Path folder;

    private final List<ObjectId> unreferred = new ArrayList<>();

    @BeforeEach
    void useForMonths() throws Exception {
        LocalClone.with(folder, Map.of("README.md", "a depot\n"));
        try (WorkFolder work = WorkFolder.open(folder)) {
            for (int i = 0; i < 20; i++) {
                Files.writeString(folder.resolve("issue-1.seg.nrrd"), "labels " + i);
                work.commitFile("issue-1.seg.nrrd", "Edited issue-1", LocalClone.ANNA);
            }
        }
        try (Git git = Git.open(folder.toFile())) {
            for (int i = 0; i < FETCHES; i++) {
                unreferred.add(LocalClone.addPack(git.getRepository(), "fetch " + i));
            }
        }
        makeOld();
    }

    /** Packs of the last hour are left alone. */
    private void makeOld() throws Exception {
        for (Path pack : packs()) {
            Files.setLastModifiedTime(pack, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        }
    }

    private List<Path> packs() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve(".git/objects/pack"))) {
            return files.filter(file -> file.toString().endsWith(".pack")).toList();
        }
    }

    private void pack() throws Exception {
        try (WorkFolder work = WorkFolder.open(folder)) {
            work.pack(GitProgress.NONE);
        }
    }

    private void assertWhole() throws Exception {
        try (WorkFolder work = WorkFolder.open(folder); Git git = Git.open(folder.toFile())) {
            assertTrue(work.log(work.head(), 100).size() >= 21);
            for (ObjectId id : unreferred) {
                assertTrue(git.getRepository().getObjectDatabase().has(id), "nothing is thrown away: " + id);
            }
        }
        if (CommandLineGit.isHere()) {
            String checked = CommandLineGit.run(folder, "fsck", "--full", "--strict");
            assertEquals("", checked.replaceAll("(?m)^(dangling|Checking).*\\R?", ""));
        }
    }

    @Test
    void manyPieces_becomeFewAndNothingIsLost() throws Exception {
        try (WorkFolder work = WorkFolder.open(folder)) {
            assertTrue(work.needsPacking());
            work.pack(GitProgress.NONE);
            assertFalse(work.needsPacking());
        }
        assertTrue(packs().size() <= 3, packs().toString());
        assertWhole();
        try (WorkFolder work = WorkFolder.open(folder)) {
            Files.writeString(folder.resolve("issue-1.seg.nrrd"), "more");
            assertTrue(work.commitFile("issue-1.seg.nrrd", "goes on", LocalClone.ANNA).isPresent());
        }
        assertWhole();
    }

    @Test
    void fewPieces_areLeftAlone() throws Exception {
        for (Path pack : packs().subList(0, 10)) {
            Files.delete(pack);
            Files.delete(Path.of(pack.toString().replace(".pack", ".idx")));
        }
        try (WorkFolder work = WorkFolder.open(folder)) {
            assertFalse(work.needsPacking());
        }
    }

    @Test
    void packsOfTheLastHour_stayForWhoeverReadsThem() throws Exception {
        Path young = packs().getFirst();
        Files.setLastModifiedTime(young, FileTime.from(Instant.now()));
        pack();
        assertTrue(Files.exists(young));
    }

    @Test
    void onceADay_isEnough() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve(".git/morphodepot")).resolve("packed"), "");
        try (WorkFolder work = WorkFolder.open(folder)) {
            assertFalse(work.needsPacking());
        }
    }

    @Test
    void cloneWhoseOwnerSetWhenToThrowAway_isLeftToThem() throws Exception {
        Files.writeString(folder.resolve(".git/config"), Files.readString(folder.resolve(".git/config"))
                + "[gc]\n\tpruneExpire = now\n");
        try (WorkFolder work = WorkFolder.open(folder)) {
            assertFalse(work.needsPacking());
        }
    }

    @Test
    void cancelled_losesNothingAndLeavesNothingBehind() throws Exception {
        for (int questions : List.of(1, 5, 25, 60, 120)) {
            try (WorkFolder work = WorkFolder.open(folder)) {
                assertThrows(CancellationException.class, () -> work.pack(new Impatient(questions)));
            }
            try (Stream<Path> files = Files.walk(folder.resolve(".git"))) {
                assertEquals(List.of(), files.filter(file -> file.toString().matches(".*(_tmp|\\.lock|gc\\.pid)")).toList());
            }
            assertWhole();
        }
        pack();
        assertWhole();
    }

    @Test
    void commandLineGit_mayCommitMeanwhile() throws Exception {
        assumeTrue(CommandLineGit.isHere(), "command-line git is not installed");
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> commits = CompletableFuture.supplyAsync(() -> {
            int made = 0;
            for (; !over.get() || made < 5; made++) {
                commitByHand("note " + made);
            }
            return made;
        });
        for (int i = 0; i < 8; i++) {
            pack();
            makeOld();
        }
        over.set(true);
        int made = commits.get();
        assertWhole();
        assertEquals(made, CommandLineGit.run(folder, "log", "--oneline", "--", "notes.txt").lines().count());
    }

    private void commitByHand(String text) {
        try {
            Files.writeString(folder.resolve("notes.txt"), text);
            CommandLineGit.run(folder, "add", "notes.txt");
            CommandLineGit.run(folder, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", text);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shallowClone_staysOne() throws Exception {
        assumeTrue(CommandLineGit.isHere(), "command-line git is not installed");
        Path shallow = folder.resolve("shallow");
        CommandLineGit.run(folder, "clone", "-q", "--depth", "2", folder.toUri().toString(), shallow.toString());
        try (WorkFolder work = WorkFolder.open(shallow)) {
            work.pack(GitProgress.NONE);
            assertEquals(2, work.log(work.head(), 10).size());
        }
        assertEquals("", CommandLineGit.run(shallow, "fsck", "--full").replaceAll("(?m)^Checking.*\\R?", ""));
        assertEquals("2", CommandLineGit.run(shallow, "rev-list", "--count", "HEAD").strip());
    }

    /** Stops when it was asked so often. */
    private static final class Impatient implements GitProgress {

        private int left;

        Impatient(int left) {
            this.left = left;
        }

        @Override
        public void report(long done, long total, String what) {
            // nobody is watching
        }

        @Override
        public synchronized boolean cancelled() {
            return --left <= 0;
        }
    }
}
