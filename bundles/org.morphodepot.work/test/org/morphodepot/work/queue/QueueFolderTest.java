package org.morphodepot.work.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.RepoName;
import org.morphodepot.work.DamagedFile;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.queue.Entry.Kind;

class QueueFolderTest {

    @TempDir
    private Path folder;

    private static Job job(long number, Kind kind) {
        TaskRef task = new TaskRef(ForgeAddress.GITHUB, RepoName.of("lab/danio"), 12);
        return new Job(number, "id-" + number, task, "sam", kind, "Send 2 commits", "", Instant.parse("2026-03-09T10:00:00Z"));
    }

    @Test
    void jobs_comeBackInTheirOrder() throws IOException {
        QueueFolder queue = new QueueFolder(folder);
        Job stopped = job(10, Kind.COMMENT);
        stopped.state = Entry.State.STOPPED;
        stopped.trouble = Optional.of("the branch is protected");
        queue.write(stopped);
        queue.write(job(9, Kind.PUSH));
        assertEquals(List.of(job(9, Kind.PUSH).entry(), stopped.entry()), queue.read().stream().map(Job::entry).toList());
        queue.delete(stopped);
        assertEquals(1, queue.read().size());
    }

    @Test
    void damagedJob_isLeftOutAndLeftWhereItIs() throws IOException {
        Logger log = Logger.getLogger(QueueFolder.class.getName());
        Level before = log.getLevel();
        log.setLevel(Level.OFF); // it names each
        try {
            QueueFolder queue = new QueueFolder(folder);
            queue.write(job(9, Kind.PUSH));
            queue.write(job(10, Kind.DRAFT));
            Path file;
            try (Stream<Path> files = Files.list(folder)) {
                file = files.filter(f -> f.getFileName().toString().startsWith("10")).findFirst().orElseThrow();
            }
            DamagedFile.each(file, () -> {
                assertTrue(queue.read().stream().anyMatch(job -> job.id.equals("id-9")), "the others are there");
                assertTrue(Files.exists(file));
            });
        } finally {
            log.setLevel(before);
        }
    }
}
