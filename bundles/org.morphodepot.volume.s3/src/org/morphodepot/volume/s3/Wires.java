package org.morphodepot.volume.s3;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Connections to one server that are open and idle. Thread-safe. */
final class Wires {

    private static final int MOST_IDLE = 64;
    private static final long LONGEST_IDLE_NANOS = 4_000_000_000L;

    private final URI endpoint;
    private final Deque<Wire> idle = new ArrayDeque<>();

    Wires(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** An idle one or, when {@code fresh} or none is idle, a new one; empty when the server cannot be reached at once. */
    Optional<Wire> take(boolean fresh) {
        synchronized (idle) {
            while (!fresh && !idle.isEmpty()) {
                Wire wire = idle.removeLast();
                if (System.nanoTime() - wire.idleSince() < LONGEST_IDLE_NANOS) {
                    return Optional.of(wire);
                }
                wire.close();
            }
        }
        try {
            return Optional.of(Wire.open(endpoint));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** After the whole answer has been read. */
    void giveBack(Wire wire, Wire.Answer answer) {
        boolean kept = answer.keep() && answer.length() >= 0;
        synchronized (idle) {
            if (kept && idle.size() < MOST_IDLE) {
                wire.rest();
                idle.addLast(wire);
                return;
            }
        }
        wire.close();
    }

    void close() {
        synchronized (idle) {
            idle.forEach(Wire::close);
            idle.clear();
        }
    }
}
