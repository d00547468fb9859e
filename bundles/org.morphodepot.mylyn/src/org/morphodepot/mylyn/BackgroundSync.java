package org.morphodepot.mylyn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

import org.morphodepot.github.ForgeAddress;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Desk;
import org.morphodepot.work.queue.Entry;
import org.morphodepot.work.queue.SyncQueue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks for news every few minutes, when somebody else works and when something was sent, seldom while the forge cannot be
 * reached, and at once when it answers somebody again. One look at a time. Thread-safe.
 */
@Component(service = BackgroundSync.class)
public final class BackgroundSync implements AutoCloseable {

    static final Duration PAUSE = Duration.ofMinutes(5);
    static final Duration LONGEST = Duration.ofHours(1);

    private final Function<Progress, Optional<String>> look;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread worker;
    private boolean wanted = true;
    private boolean looking;
    private int failures;
    private long looks;
    private long answers;
    private long answersBefore;
    private boolean cutOff;
    private Optional<String> trouble = Optional.empty();
    private Optional<Instant> last = Optional.empty();
    private volatile boolean closed;
    private final Runnable quit;

    /** Starts at once. */
    @Activate
    public BackgroundSync(@Reference TaskStore store, @Reference Desk desk) {
        Runnable someoneElse = this::now;
        Runnable queue = new Sent(desk.queue());
        Consumer<ForgeAddress> answer = _ -> answered();
        desk.accounts().addListener(someoneElse);
        desk.queue().addListener(queue);
        desk.hosts().addListener(answer);
        quit = () -> {
            desk.accounts().removeListener(someoneElse);
            desk.queue().removeListener(queue);
            desk.hosts().removeListener(answer);
        };
        look = store::synchronise;
        worker = Thread.ofVirtual().name("task sync").start(this::work);
    }

    /** @param look asks the forge and answers why that failed */
    BackgroundSync(Function<Progress, Optional<String>> look) {
        this.look = look;
        quit = () -> { };
        worker = Thread.ofVirtual().name("task sync").start(this::work);
    }

    /** How long to wait after so many failures in a row. */
    static Duration pause(int failures) {
        Duration pause = PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    /** Looks as soon as possible, as when somebody presses F5. */
    public synchronized void now() {
        wanted = true;
        notifyAll();
    }

    /** Looks as soon as possible and waits for the outcome: one line for people when it failed. */
    public Optional<String> nowAndWait() throws InterruptedException {
        synchronized (this) {
            long before = looks + (looking ? 1 : 0);
            now();
            while (looks <= before && !closed) {
                wait();
            }
            return trouble;
        }
    }

    public synchronized boolean isLooking() {
        return looking;
    }

    /** Why the last look failed, in one line for people. */
    public synchronized Optional<String> trouble() {
        return trouble;
    }

    /** When the forge was looked at last with success. */
    public synchronized Optional<Instant> last() {
        return last;
    }

    private void work() {
        while (!closed) {
            try {
                await();
                changed();
                finish(attempt());
                changed();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void await() throws InterruptedException {
        Instant next = Instant.now().plus(pause(failures));
        while (!wanted) {
            long left = Duration.between(Instant.now(), next).toMillis();
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        wanted = false;
        looking = true;
        answersBefore = answers;
    }

    /** To be told that a forge answered: after a look that no forge answered this means that the network is back. */
    synchronized void answered() {
        answers++;
        if (cutOff) {
            cutOff = false;
            now();
        }
    }

    private Optional<String> attempt() {
        try {
            return look.apply(new Quiet());
        } catch (RuntimeException e) {
            System.getLogger(BackgroundSync.class.getName()).log(System.Logger.Level.ERROR, "Looking for news", e);
            return Optional.of("Looking for news failed unexpectedly; the error log says more.");
        }
    }

    private synchronized void finish(Optional<String> outcome) {
        looking = false;
        looks++;
        trouble = outcome;
        failures = outcome.isPresent() ? failures + 1 : 0;
        cutOff = outcome.isPresent() && answers == answersBefore;
        last = outcome.isPresent() ? last : Optional.of(Instant.now());
        notifyAll();
    }

    /** Told on any thread when a look begins and ends. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** Stops what is under way. */
    @Override
    @Deactivate
    public void close() {
        closed = true;
        quit.run();
        worker.interrupt();
        synchronized (this) {
            notifyAll();
        }
    }

    /** Looks when something left the queue: the forge knows it now. */
    private final class Sent implements Runnable {
        private final SyncQueue queue;
        private final AtomicLong before = new AtomicLong();

        Sent(SyncQueue queue) {
            this.queue = queue;
        }

        @Override
        public void run() {
            long open = queue.entries().stream().filter(entry -> entry.state() != Entry.State.DONE).count();
            if (open < before.getAndSet(open)) {
                now();
            }
        }
    }

    private final class Quiet implements Progress {
        @Override
        public void report(long done, long total, String what) {
            // nobody watches
        }

        @Override
        public boolean cancelled() {
            return closed;
        }
    }
}
