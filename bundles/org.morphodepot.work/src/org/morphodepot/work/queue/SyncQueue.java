package org.morphodepot.work.queue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.morphodepot.github.ForgeAddress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.queue.Entry.Kind;
import org.morphodepot.work.queue.Entry.State;

/**
 * What waits for the network: kept on the disk, tried again with growing pauses and when the network is back, done exactly once.
 * One thing at a time; the entries of a task in their order. Thread-safe.
 */
public final class SyncQueue implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SyncQueue.class.getName());
    private static final int REMEMBERED = 50;
    private static final long LONGEST_WAIT = 60_000;

    private final Desk desk;
    private final QueueFolder folder;
    private final List<Job> jobs;
    private final Schedule schedule;
    private final List<Job> done = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread worker;
    private final NetworkWatch watch;
    private final Consumer<ForgeAddress> reached = this::reached;
    private long lastNumber;
    private boolean offline;
    private boolean paused;
    private volatile boolean closed;

    private SyncQueue(Desk desk) throws IOException {
        this.desk = desk;
        folder = new QueueFolder(desk.folder().resolve("queue"));
        jobs = folder.read();
        schedule = new Schedule(jobs, Clock.systemUTC());
        lastNumber = jobs.isEmpty() ? 0 : jobs.getLast().number;
        paused = folder.paused();
        worker = Thread.ofVirtual().name("sync queue").unstarted(this::work);
        watch = new NetworkWatch(this, desk.hosts());
    }

    /** Goes on with what is on the disk. The desk calls it once. */
    public static SyncQueue open(Desk desk) throws IOException {
        SyncQueue queue = new SyncQueue(desk);
        desk.accounts().addListener(queue::accountsChanged);
        desk.hosts().addListener(queue.reached);
        queue.worker.start();
        queue.watch.start();
        return queue;
    }

    /**
     * Wishes for something; it is on the disk when this returns. Sending, the draft and its readiness are wished once: what
     * waits already is enough.
     *
     * @param text of a comment
     */
    public Entry add(Account account, TaskRef task, Kind kind, String words, String text) throws WorkException {
        Job job;
        synchronized (this) {
            Job wish = new Job(lastNumber + 1, UUID.randomUUID().toString(), task, account.login(), kind, words, text,
                    Instant.now());
            Optional<Job> same = kind == Kind.COMMENT ? Optional.empty() : jobs.stream()
                    .filter(one -> one.kind == kind && one.isBeside(wish) && one.state != State.RUNNING).findFirst();
            job = same.orElse(wish);
            if (same.isPresent()) {
                schedule.again(job);
            } else {
                try {
                    folder.write(job);
                } catch (IOException e) {
                    throw WorkException.of(e);
                }
                lastNumber++;
                jobs.add(job);
            }
            notifyAll();
        }
        changed();
        return job.entry();
    }

    /** All that is not done, oldest first, then the last ones that are. */
    public synchronized List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        jobs.forEach(job -> all.add(job.entry()));
        done.reversed().forEach(job -> all.add(job.entry()));
        return all;
    }

    /** Whether the last try did not reach the forge. */
    public synchronized boolean offline() {
        return offline;
    }

    public synchronized boolean paused() {
        return paused;
    }

    /** Holds everything back, also over restarts, or goes on. */
    public void pause(boolean hold) {
        synchronized (this) {
            paused = hold;
            try {
                folder.pause(hold);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "The pause lasts until the end only", e);
            }
            notifyAll();
        }
        changed();
    }

    /** Tries an entry again at once. */
    public void retry(Entry entry) {
        each(job -> job.id.equals(entry.id()), schedule::again);
    }

    /** Tries everything of a task again at once, as after a conflict was decided. */
    public void retry(TaskRef task) {
        each(job -> job.task.equals(task), schedule::again);
    }

    private void each(Predicate<Job> which, Consumer<Job> what) {
        synchronized (this) {
            jobs.stream().filter(which).toList().forEach(what);
            notifyAll();
        }
        changed();
    }

    /** Forgets an entry that is not done and not running. Work stays where it is. */
    public void cancel(Entry entry) {
        each(job -> job.id.equals(entry.id()) && job.state != State.RUNNING, job -> {
            jobs.remove(job);
            drop(job);
        });
    }

    private void drop(Job job) {
        try {
            folder.delete(job);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "An entry that is done stays in the queue", e);
        }
    }

    private void reached(ForgeAddress forge) {
        synchronized (this) {
            if (!schedule.reached(forge)) {
                return;
            }
            notifyAll();
        }
        changed();
    }

    /** The network does not lead to a forge. */
    synchronized void unreached(ForgeAddress forge) {
        schedule.unreached(forge);
    }

    /** Waits until something could not reach a forge; gives all such forges. */
    synchronized Set<ForgeAddress> awaitLost() throws InterruptedException {
        while (paused || schedule.lost().isEmpty()) {
            wait();
        }
        return schedule.lost();
    }

    private void accountsChanged() {
        each(job -> job.needsSignIn, schedule::again);
    }

    /** Waits until nothing can be done at present; false when it takes longer. */
    public synchronized boolean settle(Duration most) throws InterruptedException {
        Instant end = Instant.now().plus(most);
        while (jobs.stream().anyMatch(job -> job.state == State.RUNNING) || !paused && schedule.next().isPresent()) {
            long left = Duration.between(Instant.now(), end).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void work() {
        while (!closed) {
            try {
                Job job = take();
                finish(job, attempt(job));
            } catch (InterruptedException e) {
                return;
            }
            changed();
        }
    }

    private synchronized Job take() throws InterruptedException {
        while (true) {
            Optional<Job> next = paused ? Optional.empty() : schedule.next();
            if (next.isPresent()) {
                next.get().state = State.RUNNING;
                return next.get();
            }
            long pause = schedule.pause().map(Duration::toMillis).orElse(LONGEST_WAIT);
            wait(Math.clamp(pause, 10, LONGEST_WAIT));
        }
    }

    /** Empty when it succeeded. */
    private Optional<WorkException> attempt(Job job) {
        changed();
        try {
            new Errand(desk, job, () -> folder.write(job), () -> closed).run();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(WorkException.of(e));
        } catch (CancellationException e) {
            return Optional.of(WorkException.of(e));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, job.words, e);
            return Optional.of(new WorkException(WorkException.Kind.BROKEN, "This failed unexpectedly: " + e, e));
        }
    }

    private synchronized void finish(Job job, Optional<WorkException> failure) {
        job.trouble = failure.map(WorkException::getMessage);
        if (failure.isEmpty()) {
            offline = false;
            job.state = State.DONE;
            jobs.remove(job);
            drop(job);
            done.add(job);
            while (done.size() > REMEMBERED) {
                done.removeFirst();
            }
            schedule.succeeded(job);
        } else if (!closed) {
            postpone(job, failure.get());
        }
        notifyAll();
    }

    private void postpone(Job job, WorkException failure) {
        offline = failure.is(WorkException.Kind.OFFLINE);
        schedule.postpone(job, failure);
        try {
            folder.write(job);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The trouble with " + job.words + " is not kept", e);
        }
    }

    /** Called on any thread after every change. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** What a listener does wrong must not stop the queue. */
    private void changed() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "A listener of the queue failed", e);
            }
        }
    }

    /** Stops; what is under way is tried again next time. */
    @Override
    public void close() {
        closed = true;
        desk.hosts().removeListener(reached);
        watch.stop();
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
