package org.morphodepot.volume.cache;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;

import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.Volume.StoredChunk;
import org.morphodepot.volume.VolumeException;

/**
 * Takes a job through its two steps: waiting for the store on a virtual thread, which may be interrupted, then decoding on
 * one of a few platform threads, so that pictures arrive one by one rather than all late.
 */
final class Loader implements AutoCloseable {

    private static final ThreadFactory FETCH = Thread.ofVirtual().name("chunk-fetch-", 0).factory();

    private final ExecutorService decoders;
    private final Outcome outcome;

    /** Told about each step, on the thread that took it. */
    interface Outcome {

        /** The store has answered or failed; the fetch thread is about to end. */
        void fetched(Job job, boolean good);

        void decoded(Job job, Chunk chunk, long storedBytes);

        void failed(Job job, Exception cause);
    }

    Loader(int decoders, Outcome outcome) {
        this.decoders = Executors.newFixedThreadPool(decoders, Thread.ofPlatform().daemon().name("chunk-decode-", 0).factory());
        this.outcome = outcome;
    }

    /** A thread that will load {@code job}; not started yet. */
    Thread worker(Job job) {
        return FETCH.newThread(() -> fetch(job));
    }

    private void fetch(Job job) {
        Optional<StoredChunk> stored;
        try {
            Place place = job.place();
            stored = job.cancelled() ? Optional.empty() : place.volume().fetch(place.key());
        } catch (Throwable e) {
            outcome.fetched(job, false);
            outcome.failed(job, asException(job, e));
            return;
        }
        outcome.fetched(job, true);
        try {
            decoders.execute(() -> decode(job, stored));
        } catch (RejectedExecutionException e) {
            outcome.failed(job, e);
        }
    }

    private void decode(Job job, Optional<StoredChunk> stored) {
        if (job.cancelled()) {
            return;
        }
        Chunk chunk;
        try {
            Volume volume = job.place().volume();
            chunk = Objects.requireNonNull(volume.decode(job.place().key(), stored));
        } catch (Throwable e) {
            outcome.failed(job, asException(job, e));
            return;
        }
        outcome.decoded(job, chunk, stored.map(StoredChunk::bytes).orElse(0L));
    }

    private static Exception asException(Job job, Throwable cause) {
        String name = job.place().volume().name();
        return switch (cause) {
            case OutOfMemoryError e -> new VolumeException(VolumeException.Kind.TOO_LARGE,
                    name + ": not enough memory for a part of the scan; close other scans or give the program more memory", e);
            case Exception e -> e;
            default -> new VolumeException(VolumeException.Kind.UNSUPPORTED, name + ": part of the scan could not be decoded: "
                    + cause, cause);
        };
    }

    @Override
    public void close() {
        decoders.shutdownNow();
    }
}
