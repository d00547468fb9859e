package org.morphodepot.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.git.Author;
import org.morphodepot.git.CloneOrder;
import org.morphodepot.git.Clones;
import org.morphodepot.git.CommitId;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.RemoteAddress;
import org.morphodepot.git.SignIn;
import org.morphodepot.git.WorkFolder;

/** A clone in which somebody saved for weeks. */
@Timeout(300)
class TidyingTest {

    private static final int SAVES = 350;

    @TempDir
    Path folder;

    private Path clone;
    private CommitId last;

    @BeforeEach
    void saveForWeeks() throws Exception {
        clone = folder.resolve("desk").resolve("clone");
        Files.createDirectories(clone.getParent());
        try (School school = new School(folder.resolve("school"))) {
            RemoteAddress depot = RemoteAddress.of(school.address() + "/" + school.depot() + ".git");
            Clones.make(CloneOrder.newest(depot, clone), SignIn.NOBODY, GitProgress.NONE).close();
        }
        try (WorkFolder work = WorkFolder.open(clone)) {
            for (int i = 0; i < SAVES; i++) {
                Files.writeString(clone.resolve("issue-1.seg.nrrd"), "labels " + i);
                last = work.commitFile("issue-1.seg.nrrd", "Edited issue-1", new Author("Sam", "sam@example.org")).orElseThrow();
            }
        }
    }

    @AfterEach
    void check() throws IOException {
        try (WorkFolder work = WorkFolder.open(clone)) {
            assertEquals(last, work.head());
            assertTrue(work.log(last, 1000).size() > SAVES);
        }
    }

    private long pieces() throws IOException {
        try (Stream<Path> files = Files.find(clone.resolve(".git/objects"), 2, (_, attributes) -> attributes.isRegularFile())) {
            return files.filter(file -> file.getParent().getFileName().toString().length() == 2).count();
        }
    }

    @Test
    void usedClone_isPackedWhenNobodyIsInIt() throws Exception {
        assertTrue(pieces() > 1000);
        try (Tidying tidying = new Tidying(Duration.ZERO)) {
            WorkFolders folders = new WorkFolders(tidying);
            folders.alone(clone.getParent(), () -> "used");
            while (pieces() > 100) {
                Thread.sleep(20);
            }
            assertEquals(last, folders.alone(clone.getParent(), () -> {
                try (WorkFolder work = WorkFolder.open(clone)) {
                    return work.head();
                }
            }));
        }
    }

    @Test
    void packing_givesWayToWhoeverWaits() throws Exception {
        try (Tidying tidying = new Tidying(Duration.ZERO)) {
            ReentrantLock lock = new ReentrantLock();
            tidying.used(clone, lock);
            for (int i = 0; i < 20; i++) {
                assertTrue(lock.tryLock(1, TimeUnit.MINUTES));
                WorkFolder.open(clone).close();
                lock.unlock();
                tidying.used(clone, lock);
            }
        }
    }

    @Test
    void closed_leavesEverythingAlone() throws Exception {
        Tidying tidying = new Tidying(Duration.ofMinutes(10));
        tidying.used(clone, new ReentrantLock());
        tidying.close();
        tidying.used(clone, new ReentrantLock());
        assertTrue(pieces() > 1000);
    }
}
