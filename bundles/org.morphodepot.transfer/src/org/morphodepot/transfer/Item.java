package org.morphodepot.transfer;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** One file of a transfer and how far it is. Any thread may ask. */
public final class Item {

    /** What has become of a file. */
    public enum State {
        /** Its turn has not come. */
        WAITING,
        RUNNING,
        DONE,
        /** It is there already. */
        SKIPPED,
        FAILED,
        CANCELLED
    }

    private final String key;
    private final long size;
    private final AtomicLong done = new AtomicLong();
    private volatile State state = State.WAITING;
    private volatile String problem = "";
    private volatile String sha256 = "";
    private volatile long startNanos;
    private volatile long endNanos;

    Item(String key, long size) {
        this.key = key;
        this.size = size;
    }

    /** Name below the folder that is copied. */
    public String key() {
        return key;
    }

    public long size() {
        return size;
    }

    /** Bytes that have come through. */
    public long done() {
        return Math.min(size, done.get());
    }

    public State state() {
        return state;
    }

    /** Why it failed, in one line. */
    public Optional<String> problem() {
        return Optional.of(problem).filter(text -> !text.isEmpty());
    }

    /** In hexadecimal, when it was asked for. */
    public Optional<String> sha256() {
        return Optional.of(sha256).filter(text -> !text.isEmpty());
    }

    /** Seconds it took, or has taken so far. */
    public double seconds() {
        long end = endNanos == 0 ? System.nanoTime() : endNanos;
        return startNanos == 0 ? 0 : (end - startNanos) / 1e9;
    }

    void start() {
        startNanos = System.nanoTime();
        endNanos = 0;
        problem = "";
        done.set(0);
        state = State.RUNNING;
    }

    void add(long bytes) {
        done.addAndGet(bytes);
    }

    void checksum(String hexadecimal) {
        sha256 = hexadecimal;
    }

    void end(State last, String why) {
        endNanos = System.nanoTime();
        problem = why;
        state = last;
    }
}
