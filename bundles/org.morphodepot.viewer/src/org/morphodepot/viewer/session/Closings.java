package org.morphodepot.viewer.session;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions that are being closed, which takes as long as the disk takes. Any thread. */
final class Closings {

    private static final System.Logger LOG = System.getLogger(Closings.class.getName());

    private final Set<CompletableFuture<Void>> running = ConcurrentHashMap.newKeySet();

    /** What closes something. */
    @FunctionalInterface
    interface Closing {
        void close() throws Exception;
    }

    /** Closes on a thread of its own; a failure is logged. */
    void begin(String name, Closing closing) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        running.add(done);
        Thread.ofPlatform().daemon().name("closing " + name).start(() -> {
            try {
                closing.close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.WARNING, "closing " + name, e);
            } finally {
                running.remove(done);
                done.complete(null);
            }
        });
    }

    /** Waits until all that began is closed; never on the UI thread while the workbench is used. */
    void await() {
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    }
}
