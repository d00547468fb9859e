package org.morphodepot.label.statistics;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

import org.morphodepot.volume.Progress;

/** Something measured on a thread of its own beside something else. Closing stops it, and waits until it has. */
final class Aside<T> implements AutoCloseable {

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private volatile boolean unwanted;

    private Aside() {
    }

    /** @param work gets a progress that is cancelled with {@code progress}, and reports to nobody */
    static <T> Aside<T> run(String name, Progress progress, Function<Progress, T> work) {
        Aside<T> aside = new Aside<>();
        Progress quiet = aside.quiet(progress);
        Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                aside.result.complete(work.apply(quiet));
            } catch (RuntimeException | Error e) {
                aside.result.completeExceptionally(e);
            }
        });
        return aside;
    }

    private Progress quiet(Progress progress) {
        return new Progress() {
            @Override
            public void report(long done, long total, String what) {
                // the other half of the work says how far it is
            }

            @Override
            public boolean cancelled() {
                return unwanted || progress.cancelled();
            }
        };
    }

    /** Waits; fails as the work did. */
    T result() {
        try {
            return result.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException r ? r : e;
        }
    }

    @Override
    public void close() {
        unwanted = true;
        result.handle((_, _) -> null).join();
    }
}
