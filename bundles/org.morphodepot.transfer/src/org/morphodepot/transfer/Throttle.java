package org.morphodepot.transfer;

import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What every byte passes: holds it back while the transfer is paused or beyond its share of the line, and throws it out when
 * the transfer was cancelled. Thread-safe.
 */
final class Throttle {

    private static final long LONGEST_SLEEP = 200_000_000;

    private final long nanosPerMebibyte;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long free = System.nanoTime();
    private volatile boolean paused;
    private volatile boolean cancelled;

    Throttle(OptionalLong bytesPerSecond) {
        nanosPerMebibyte = bytesPerSecond.isEmpty() ? 0 : Math.max(1, (long) (1e9 * (1 << 20) / bytesPerSecond.getAsLong()));
    }

    /** Waits until {@code bytes} may go. */
    void pass(int bytes) {
        if (nanosPerMebibyte == 0 && !paused && !cancelled) {
            return;
        }
        lock.lock();
        try {
            awaitGo();
            if (nanosPerMebibyte == 0) {
                return;
            }
            long turn = Math.max(System.nanoTime(), free);
            free = turn + (long) (nanosPerMebibyte * (bytes / (double) (1 << 20)));
            for (long wait = turn - System.nanoTime(); wait > 0; wait = turn - System.nanoTime()) {
                changed.await(Math.min(wait, LONGEST_SLEEP), TimeUnit.NANOSECONDS);
                awaitGo();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled();
        } finally {
            lock.unlock();
        }
    }

    private void awaitGo() throws InterruptedException {
        while (paused && !cancelled) {
            changed.await();
        }
        if (cancelled) {
            throw cancelled();
        }
    }

    private static CancellationException cancelled() {
        return new CancellationException("cancelled");
    }

    void pause(boolean on) {
        change(() -> paused = on);
    }

    void cancel() {
        change(() -> cancelled = true);
    }

    private void change(Runnable setting) {
        lock.lock();
        try {
            setting.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isPaused() {
        return paused;
    }

    boolean isCancelled() {
        return cancelled;
    }
}
