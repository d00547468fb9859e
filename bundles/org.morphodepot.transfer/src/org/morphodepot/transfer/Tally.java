package org.morphodepot.transfer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.morphodepot.transfer.Item.State;

/** Counts files and bytes of a transfer. Thread-safe. */
final class Tally {

    private final AtomicLong found = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong skipped = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong deleted = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong endedBytes = new AtomicLong();
    private final Set<Item> running = ConcurrentHashMap.newKeySet();
    private final Rate rate = new Rate();
    private volatile boolean searching;
    private volatile long startNanos;

    void start() {
        searching = true;
        if (startNanos == 0) {
            startNanos = System.nanoTime();
        }
    }

    void found() {
        searching = false;
    }

    void add(Item item) {
        found.incrementAndGet();
        if (item.state() == State.SKIPPED) {
            skipped.incrementAndGet();
        } else {
            bytes.addAndGet(item.size());
            running.add(item);
        }
    }

    /** A failed file is about to be added once more. */
    void again() {
        found.decrementAndGet();
        failed.decrementAndGet();
    }

    void ended(Item item) {
        running.remove(item);
        switch (item.state()) {
            case DONE -> {
                done.incrementAndGet();
                endedBytes.addAndGet(item.size());
            }
            case FAILED -> {
                failed.incrementAndGet();
                bytes.addAndGet(-item.size());
            }
            case CANCELLED, WAITING, RUNNING, SKIPPED -> bytes.addAndGet(-item.size());
        }
    }

    void deleted() {
        deleted.incrementAndGet();
    }

    Totals totals() {
        long through = endedBytes.get();
        for (Item item : running) {
            through += item.done();
        }
        long now = System.nanoTime();
        return new Totals(searching, found.get(), done.get(), skipped.get(), failed.get(), deleted.get(), bytes.get(), through,
                rate.at(now, through), startNanos == 0 ? 0 : (now - startNanos) / 1e9);
    }
}
