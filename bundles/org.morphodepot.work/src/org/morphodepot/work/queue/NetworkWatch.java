package org.morphodepot.work.queue;

import java.time.Duration;
import java.util.concurrent.CancellationException;

import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.client.GitHubHosts;

/**
 * Asks forges that could not be reached, every few seconds, whether they are there again. Without a network that costs nobody
 * anything; with one the first answer ends it.
 */
final class NetworkWatch {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** A question into nowhere must not hold up those of people, which stand in the same line. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SyncQueue queue;
    private final GitHubHosts hosts;
    private final Thread worker = Thread.ofVirtual().name("network watch").unstarted(this::work);

    NetworkWatch(SyncQueue queue, GitHubHosts hosts) {
        this.queue = queue;
        this.hosts = hosts;
    }

    void start() {
        worker.start();
    }

    void stop() {
        worker.interrupt();
    }

    private void work() {
        try {
            while (true) {
                queue.awaitLost();
                Thread.sleep(PAUSE);
                for (ForgeAddress forge : queue.awaitLost()) {
                    look(forge);
                }
            }
        } catch (InterruptedException e) {
            // the desk is closed
        }
    }

    /** An answer is told to everybody who listens to the hosts, the queue among them. */
    private void look(ForgeAddress forge) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean there;
        try {
            there = hosts.isThere(forge, () -> System.nanoTime() - end > 0);
        } catch (CancellationException e) {
            there = false;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!there) {
            queue.unreached(forge);
        }
    }
}
