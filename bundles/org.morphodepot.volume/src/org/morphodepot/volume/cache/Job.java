package org.morphodepot.volume.cache;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/** One chunk on its way: asked for, being fetched, then being decoded. Fields are guarded by the lock of the cache. */
final class Job {

    private final Place place;
    private final long bytes;
    private final CompletableFuture<Chunk> result = new CompletableFuture<>();
    private Thread thread;
    private boolean fetching;
    private int waiters;
    private volatile boolean cancelled;

    Job(Place place) {
        this.place = place;
        this.bytes = place.bytes();
    }

    Place place() {
        return place;
    }

    /** Bytes of the decoded chunk. */
    long bytes() {
        return bytes;
    }

    /** Waits for the chunk; outside the lock. */
    Chunk await() throws IOException {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(place.volume().name() + ": stopped waiting for part of the scan");
        } catch (CancellationException e) {
            throw new VolumeException(Kind.UNREACHABLE, place.volume().name() + " was closed while it was being read", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            Kind kind = cause instanceof VolumeException v ? v.kind() : Kind.MALFORMED;
            throw new VolumeException(kind, String.valueOf(cause.getMessage()), cause);
        }
    }

    /** Completed outside the lock. */
    CompletableFuture<Chunk> result() {
        return result;
    }

    void fetchOn(Thread worker) {
        thread = worker;
        fetching = true;
    }

    boolean started() {
        return thread != null;
    }

    boolean fetching() {
        return fetching;
    }

    void fetched() {
        fetching = false;
    }

    /** Counts a thread that waits for the result. */
    void join() {
        waiters++;
    }

    void leave() {
        waiters--;
    }

    boolean awaited() {
        return waiters > 0;
    }

    void markCancelled() {
        cancelled = true;
    }

    boolean cancelled() {
        return cancelled;
    }

    /** Wakes the worker and those who wait; called outside the lock, for waking may close a channel. */
    void interrupt() {
        result.cancel(false);
        if (thread != null) {
            thread.interrupt();
        }
    }
}
