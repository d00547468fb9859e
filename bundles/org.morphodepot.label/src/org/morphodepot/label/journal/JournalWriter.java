package org.morphodepot.label.journal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Two threads: one appends events as soon as they come, so that they survive the end of this process; one forces all that
 * was appended to the disk together, so that they survive a power cut. A slow disk thus holds up only the second. When
 * the disk fails nothing is lost: the events stay in memory and are tried again every second.
 */
final class JournalWriter {

    private static final System.Logger LOG = System.getLogger(JournalWriter.class.getName());
    private static final long RETRY_SECONDS = 1;
    private static final Task NOTHING = sink -> { };

    private final Sink file;
    private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
    private final Object lock = new Object();
    /** Not appended yet. */
    private final Deque<Job> waiting = new ArrayDeque<>();
    /** Appended, but not forced yet. */
    private final List<Job> written = new ArrayList<>();
    private final Thread appender;
    private final Thread forcer;
    private volatile IOException appendTrouble;
    private volatile IOException forceTrouble;
    private volatile Runnable listener = () -> { };
    private final Object telling = new Object();
    private String told = "";
    private boolean closing;
    private boolean appended;

    /** Where events go. Only {@link #force} is called while another method may be running. */
    interface Sink {

        /** Appends an event whole, or fails and leaves everything as it was. */
        void append(Event event) throws IOException;

        /** What was appended until now is what the next {@link #force()} answers for; what comes later may go with it. */
        void gather();

        /** Returns once everything that was gathered is on the disk. */
        void force() throws IOException;

        /** Forgets what was appended since the last {@link #force()} that succeeded. */
        void takeBack() throws IOException;
    }

    /** What to do on the appending thread; done again when it fails. */
    @FunctionalInterface
    interface Task {
        void on(Sink file) throws IOException;
    }

    /** Something to write, and whom to tell when it is on the disk. */
    private record Job(Task task, CompletableFuture<Void> appended, CompletableFuture<Void> done, boolean last) {
    }

    JournalWriter(Sink file) {
        this.file = file;
        appender = Thread.ofPlatform().daemon().name("label-journal").start(this::append);
        forcer = Thread.ofPlatform().daemon().name("label-journal-sync").start(this::force);
    }

    /** Any thread; never waits. The future completes when the event is on the disk. */
    CompletableFuture<Void> write(Event event) {
        return run(sink -> sink.append(event));
    }

    /** Runs a task after everything handed over before. Any thread; never waits. */
    CompletableFuture<Void> run(Task task) {
        return add(task, false).done();
    }

    /** Completes when everything handed over before is on the disk. */
    CompletableFuture<Void> barrier() {
        return add(NOTHING, false).done();
    }

    /** Completes when everything handed over before is in the file, where it survives the end of this process. */
    CompletableFuture<Void> appended() {
        return add(NOTHING, false).appended();
    }

    /** Why nothing can be written at present. */
    Optional<IOException> trouble() {
        IOException cause = appendTrouble;
        return Optional.ofNullable(cause != null ? cause : forceTrouble);
    }

    /** Runs on a writing thread whenever the trouble begins, ends or changes. */
    void onTrouble(Runnable told) {
        listener = told;
    }

    /** Writes what waits, tries only once more when the disk fails, and ends the threads. */
    void close() throws InterruptedException {
        add(NOTHING, true);
        appender.join();
        forcer.join();
    }

    private Job add(Task task, boolean last) {
        Job job = new Job(task, new CompletableFuture<>(), new CompletableFuture<>(), last);
        queue.add(job);
        return job;
    }

    private void append() {
        while (!closing) {
            List<Job> come = await();
            synchronized (lock) {
                waiting.addAll(come);
                try {
                    appendWaiting();
                    appendTrouble = null;
                } catch (IOException | RuntimeException e) {
                    appendTrouble = e instanceof IOException io ? io : new IOException(e);
                }
                lock.notifyAll();
            }
            tell();
        }
        synchronized (lock) {
            appended = true;
            IOException cause = trouble().orElseGet(() -> new IOException("the journal is closed"));
            waiting.forEach(job -> job.done().completeExceptionally(cause));
            lock.notifyAll();
        }
    }

    /** Jobs that have come; none when it is time to try again what waits. */
    private List<Job> await() {
        List<Job> come = new ArrayList<>();
        try {
            Job next = hasWaiting() ? queue.poll(RETRY_SECONDS, TimeUnit.SECONDS) : queue.take();
            if (next != null) {
                come.add(next);
            }
            queue.drainTo(come);
        } catch (InterruptedException e) {
            closing = true;
        }
        closing |= come.stream().anyMatch(Job::last);
        return come;
    }

    private boolean hasWaiting() {
        synchronized (lock) {
            return !waiting.isEmpty();
        }
    }

    /** Inside the lock. */
    private void appendWaiting() throws IOException {
        while (!waiting.isEmpty()) {
            Job job = waiting.element();
            job.task().on(file);
            written.add(waiting.remove());
            job.appended().complete(null);
        }
    }

    private void force() {
        List<Job> batch = batch();
        while (!batch.isEmpty()) {
            try {
                file.force();
                synchronized (lock) {
                    written.subList(0, batch.size()).clear();
                }
                forceTrouble = null;
                tell();
                batch.forEach(job -> job.done().complete(null));
            } catch (IOException | RuntimeException e) {
                failed(e instanceof IOException io ? io : new IOException(e));
            }
            batch = batch();
        }
    }

    /** Waits for something to force; empty when nothing will come any more. */
    private List<Job> batch() {
        synchronized (lock) {
            try {
                while (written.isEmpty() && !appended) {
                    lock.wait();
                }
            } catch (InterruptedException e) {
                return List.of();
            }
            file.gather();
            return List.copyOf(written);
        }
    }

    /** What a disk has failed to force may be lost, so it is appended again. */
    private void failed(IOException cause) {
        forceTrouble = cause;
        synchronized (lock) {
            try {
                file.takeBack();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
            if (appended) {
                written.forEach(job -> job.done().completeExceptionally(cause));
            } else {
                written.reversed().forEach(waiting::addFirst);
            }
            written.clear();
        }
        barrier();
        tell();
        pause();
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(RETRY_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        synchronized (telling) {
            String now = trouble().map(cause -> String.valueOf(cause.getMessage())).orElse("");
            if (now.equals(told)) {
                return;
            }
            told = now;
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "telling about the journal", e);
            }
        }
    }
}
