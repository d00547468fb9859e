package org.morphodepot.label.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The thread that writes events: takes all that wait, appends them and forces them to the disk together. When the disk
 * fails nothing is lost: the events stay in memory and are tried again every second.
 */
final class JournalWriter {

    private static final System.Logger LOG = System.getLogger(JournalWriter.class.getName());
    private static final long RETRY_SECONDS = 1;
    private static final Task NOTHING = sink -> { };

    private final Sink file;
    private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
    private final List<Job> waiting = new ArrayList<>();
    private final Thread thread;
    private volatile IOException trouble;
    private volatile Runnable listener = () -> { };
    private boolean closing;

    /** Where events go. What was not yet forced can be taken back. */
    interface Sink {

        void append(Event event) throws IOException;

        /** Returns once everything appended is on the disk. */
        void force() throws IOException;

        /** Forgets what was appended since the last {@link #force()}. */
        void takeBack() throws IOException;
    }

    /** What to do on the writer's thread; done again when it, or what comes after it, failed. */
    @FunctionalInterface
    interface Task {
        void on(Sink file) throws IOException;
    }

    /** Something to write, and whom to tell when it is on the disk. */
    private record Job(Task task, CompletableFuture<Void> done, boolean last) {
    }

    JournalWriter(Sink file) {
        this.file = file;
        thread = Thread.ofPlatform().daemon().name("label-journal").start(this::run);
    }

    /** Any thread; never waits. The future completes when the event is on the disk. */
    CompletableFuture<Void> write(Event event) {
        return run(sink -> sink.append(event));
    }

    /** Runs a task after everything handed over before. Any thread; never waits. */
    CompletableFuture<Void> run(Task task) {
        return add(task, false);
    }

    /** Completes when everything handed over before is on the disk. */
    CompletableFuture<Void> barrier() {
        return add(NOTHING, false);
    }

    /** Why nothing can be written at present. */
    Optional<IOException> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Runs on the writer's thread whenever the trouble begins, ends or changes. */
    void onTrouble(Runnable told) {
        listener = told;
    }

    /** Writes what waits, tries only once more when the disk fails, and ends the thread. */
    void close() throws InterruptedException {
        add(NOTHING, true);
        thread.join();
    }

    private CompletableFuture<Void> add(Task task, boolean last) {
        Job job = new Job(task, new CompletableFuture<>(), last);
        queue.add(job);
        return job.done();
    }

    private void run() {
        while (!closing) {
            await();
            try {
                writeWaiting();
                become(null);
                waiting.forEach(job -> job.done().complete(null));
                waiting.clear();
            } catch (IOException e) {
                become(e);
            }
        }
        IOException cause = trouble;
        waiting.forEach(job -> job.done().completeExceptionally(cause));
    }

    private void become(IOException cause) {
        IOException before = trouble;
        trouble = cause;
        if (!message(before).equals(message(cause))) {
            tell();
        }
    }

    private void tell() {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "telling about the journal", e);
        }
    }

    private static String message(IOException cause) {
        return cause == null ? "" : String.valueOf(cause.getMessage());
    }

    private void await() {
        try {
            Job next = waiting.isEmpty() ? queue.take() : queue.poll(RETRY_SECONDS, TimeUnit.SECONDS);
            if (next != null) {
                waiting.add(next);
            }
            queue.drainTo(waiting);
        } catch (InterruptedException e) {
            closing = true;
        }
        closing |= waiting.stream().anyMatch(Job::last);
    }

    private void writeWaiting() throws IOException {
        try {
            for (Job job : waiting) {
                job.task().on(file);
            }
            file.force();
        } catch (IOException | RuntimeException e) {
            file.takeBack();
            throw e instanceof IOException io ? io : new IOException(e);
        }
    }
}
