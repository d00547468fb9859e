package org.morphodepot.github.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Pace;
import org.morphodepot.github.Watch;

/**
 * The line in which all requests to one host stand: one at a time, in order, changes at least a second apart, and nothing
 * while the server wants to be left alone. Waits as long as its patience; a longer wait is a failure that says until when.
 * Thread-safe.
 */
public final class HostQueue {

    private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(1);
    private static final Duration SLICE = Duration.ofMillis(100);

    private final String host;
    private final Pace pace;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Deque<Turn> line = new ArrayDeque<>();
    private final Map<String, Instant> rests = new HashMap<>();
    private final Window minute = new Window(Duration.ofMinutes(1), 850);
    private final Window changesPerMinute = new Window(Duration.ofMinutes(1), 75);
    private final Window changesPerHour = new Window(Duration.ofHours(1), 480);
    private final Map<String, Integer> strikes = new HashMap<>();
    private Instant lastChange = Instant.EPOCH;

    public HostQueue(String host, Pace pace, Duration patience) {
        this.host = host;
        this.pace = pace;
        this.patience = patience;
    }

    /** The right to send one request; give it back by closing. */
    final class Turn implements AutoCloseable {

        private final Call call;
        private boolean sent;

        Turn(Call call) {
            this.call = call;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (sent && call.changes()) {
                    lastChange = pace.now();
                }
                line.remove(this);
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Waits for a turn. Throws {@link CancellationException} when cancelled, or that the limit ends too late to wait. */
    Turn enter(String account, Call call, Watch watch) throws GitHubException {
        Turn turn = new Turn(call);
        boolean ready = false;
        try {
            standInLine(turn, watch);
            waitUntilAllowed(account, call, watch);
            spend(turn);
            ready = true;
            return turn;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        } finally {
            if (!ready) {
                turn.close();
            }
        }
    }

    /**
     * Until when a limit holds that refused a request; empty when none did. A server that does not say how long is left alone
     * for a minute, then two, four, … up to sixteen.
     */
    Optional<Instant> refusedUntil(String account, Reply reply, Instant now) {
        lock.lock();
        try {
            int times = strikes.getOrDefault(account, 0);
            Optional<Instant> until = Limits.refusedUntil(reply, now, Duration.ofMinutes(1L << Math.min(times, 4)));
            strikes.put(account, until.isPresent() ? times + 1 : 0);
            return until;
        } finally {
            lock.unlock();
        }
    }

    /** Sends nothing of an account until then; {@code resource} names one of the server's counters, or {@code *} for all. */
    void rest(String account, String resource, Instant until) {
        lock.lock();
        try {
            rests.merge(account + " " + resource, until, (a, b) -> a.isAfter(b) ? a : b);
        } finally {
            lock.unlock();
        }
    }

    private void standInLine(Turn turn, Watch watch) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            line.addLast(turn);
            while (line.peekFirst() != turn) {
                check(watch);
                moved.await(SLICE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    private void waitUntilAllowed(String account, Call call, Watch watch) throws InterruptedException, GitHubException {
        while (true) {
            check(watch);
            Instant now = pace.now();
            Instant start = earliest(account, call, now);
            Duration wait = Duration.between(now, start);
            if (!wait.isPositive()) {
                return;
            }
            if (wait.compareTo(patience) > 0) {
                throw GitHubException.limited(0, Failures.tooMany(host, start), start);
            }
            pace.sleep(wait.compareTo(SLICE) < 0 ? wait : SLICE);
        }
    }

    private Instant earliest(String account, Call call, Instant now) {
        lock.lock();
        try {
            Instant start = minute.free(now, call.points());
            start = later(start, rests.get(account + " *"));
            start = later(start, rests.get(account + " " + call.resource()));
            if (call.changes()) {
                start = later(start, lastChange.plus(BETWEEN_CHANGES));
                start = later(start, changesPerMinute.free(now, 1));
                start = later(start, changesPerHour.free(now, 1));
            }
            return start;
        } finally {
            lock.unlock();
        }
    }

    private void spend(Turn turn) {
        lock.lock();
        try {
            Instant now = pace.now();
            minute.spend(now, turn.call.points());
            if (turn.call.changes()) {
                changesPerMinute.spend(now, 1);
                changesPerHour.spend(now, 1);
                lastChange = now;
            }
            turn.sent = true;
            if (turn.call.isTransfer()) {
                line.remove(turn); // a long upload must not hold up the rest
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private static Instant later(Instant a, Instant b) {
        return b == null || a.isAfter(b) ? a : b;
    }

    private static void check(Watch watch) {
        if (watch.cancelled()) {
            throw new CancellationException("cancelled");
        }
    }
}
