package org.morphodepot.github.internal;

import java.util.concurrent.atomic.AtomicLong;

/** How much was asked, for the people who pay for it with their limits. Thread-safe. */
public final class Counts {

    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong unchanged = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();

    void sent(Call call, Reply reply) {
        requests.incrementAndGet();
        if (reply.status() == 304) {
            unchanged.incrementAndGet();
        }
        if (call.changes()) {
            changes.incrementAndGet();
        }
    }

    public long requests() {
        return requests.get();
    }

    /** Of these, answered by 304: they cost nothing. */
    public long unchanged() {
        return unchanged.get();
    }

    public long changes() {
        return changes.get();
    }
}
