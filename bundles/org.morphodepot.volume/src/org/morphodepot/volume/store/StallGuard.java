package org.morphodepot.volume.store;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes connections whose server has neither sent nor taken a byte for too long: a channel waits for ever, and the streams of
 * sockets that do not need two further system calls for each read. Its thread lives while there are connections. Thread-safe.
 */
final class StallGuard {

    private final long stallNanos;
    private final Set<DirectConnection> watched = ConcurrentHashMap.newKeySet();
    private boolean running;

    StallGuard(Duration stall) {
        stallNanos = stall.toNanos();
    }

    synchronized void watch(DirectConnection connection) {
        watched.add(connection);
        if (!running) {
            running = true;
            Thread.ofVirtual().name("stalled-connections").start(this::look);
        }
    }

    void forget(DirectConnection connection) {
        watched.remove(connection);
    }

    private void look() {
        do {
            try {
                Thread.sleep(Math.clamp(stallNanos / 4_000_000, 10, 1000));
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts this thread", e);
            }
            long now = System.nanoTime();
            for (DirectConnection connection : watched) {
                if (connection.isStalled(now, stallNanos)) {
                    connection.close();
                }
            }
        } while (!ends());
    }

    private synchronized boolean ends() {
        running = !watched.isEmpty();
        return !running;
    }
}
