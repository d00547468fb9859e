package org.morphodepot.volume.zarr.array;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Does many similar things on a few virtual threads. The first failure stops the rest and is thrown. */
public final class Workers {

    private Workers() {
    }

    /** One of the things to do, by its number. */
    @FunctionalInterface
    public interface Task {
        void run(int number) throws IOException;
    }

    /** Runs tasks 0 to {@code count - 1} on at most {@code threads} threads and returns when all are done. */
    public static void run(int count, int threads, Task task) throws IOException {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < Math.min(count, threads); i++) {
                workers.add(executor.submit(() -> {
                    work(count, next, stop, task);
                    return null;
                }));
            }
            await(workers, executor);
        }
    }

    private static void work(int count, AtomicInteger next, AtomicBoolean stop, Task task) throws IOException {
        boolean done = false;
        try {
            for (int i = next.getAndIncrement(); i < count && !stop.get(); i = next.getAndIncrement()) {
                task.run(i);
            }
            done = true;
        } finally {
            if (!done) {
                stop.set(true);
            }
        }
    }

    private static void await(List<Future<?>> workers, ExecutorService executor) throws IOException {
        try {
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException runtime -> throw runtime;
                case Error error -> throw error;
                default -> throw new IOException(e.getCause());
            }
        }
    }
}
