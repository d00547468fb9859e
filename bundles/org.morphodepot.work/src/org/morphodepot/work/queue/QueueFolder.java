package org.morphodepot.work.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.morphodepot.work.JsonFile;

import com.google.gson.JsonObject;

/** The queue on the disk: a file for each job, there before anything is done, gone when it is done. */
record QueueFolder(Path folder) {

    private static final System.Logger LOG = System.getLogger(QueueFolder.class.getName());
    private static final String PAUSED = "paused";

    /** In the order they came. A file that cannot be read is left where it is. */
    List<Job> read() throws IOException {
        Files.createDirectories(folder);
        List<Job> jobs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().endsWith(".json")).toList()) {
                job(file).ifPresent(jobs::add);
            }
        }
        jobs.sort(Comparator.comparingLong(job -> job.number));
        return jobs;
    }

    private static Optional<Job> job(Path file) throws IOException {
        Optional<JsonObject> json = JsonFile.read(file);
        try {
            return json.map(Job::of);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Left out of the queue: " + file, e);
            return Optional.empty();
        }
    }

    void write(Job job) throws IOException {
        JsonFile.write(file(job), job.json());
    }

    void delete(Job job) throws IOException {
        Files.deleteIfExists(file(job));
    }

    private Path file(Job job) {
        return folder.resolve(job.number + "-" + job.kind.name().toLowerCase(Locale.ROOT) + ".json");
    }

    boolean paused() {
        return Files.exists(folder.resolve(PAUSED));
    }

    void pause(boolean paused) throws IOException {
        if (!paused) {
            Files.deleteIfExists(folder.resolve(PAUSED));
        } else if (!paused()) {
            Files.createFile(folder.resolve(PAUSED));
        }
    }
}
