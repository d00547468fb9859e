package org.morphodepot.volume.cache;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.morphodepot.volume.Volume;
import org.morphodepot.volume.load.Pace;

/**
 * Everything on its way. Bounds how many fetches run, as many as serve the store best, and how many bytes are between asked
 * and decoded. A cancelled fetch gives up its place at once, even when its store does not let go of the thread;
 * {@link #STUCK} bounds how many such threads there may be. Guarded by the lock of the cache.
 */
final class Jobs {

    /** Cancelled fetches that have not ended yet; beyond this nothing new starts. */
    private static final int STUCK = 64;

    private final Pace pace;
    private final long maxBytes;
    private final Map<Place, Job> jobs = new HashMap<>();
    private final Deque<Job> asked = new ArrayDeque<>();
    private int fetching;
    private int stuck;
    private long bytes;

    Jobs(Pace pace, long maxBytes) {
        this.pace = pace;
        this.maxBytes = maxBytes;
    }

    boolean contains(Place place) {
        return jobs.containsKey(place);
    }

    int size() {
        return jobs.size();
    }

    /** Decoded size of what is being fetched or decoded. */
    long bytes() {
        return bytes;
    }

    /** The job for {@code place}; a new one waits to be {@link #nextAsked() started}. */
    Job ask(Place place) {
        return jobs.computeIfAbsent(place, p -> {
            Job job = new Job(p);
            asked.add(job);
            return job;
        });
    }

    /** The job that callers wait for longest and that has not been started; null when there is none. */
    Job nextAsked() {
        return asked.peek();
    }

    /** Whether a fetch of this decoded size may start now. */
    boolean hasRoom(long size) {
        return fetching < pace.limit() && stuck < STUCK && (bytes == 0 || bytes + size <= maxBytes);
    }

    /** Counts a job as running on {@code worker}. */
    void start(Job job, Thread worker) {
        asked.remove(job);
        jobs.put(job.place(), job);
        job.fetchOn(worker);
        fetching++;
        bytes += job.bytes();
    }

    /** The worker is through with the store: {@code good} tells how it went for what is still wanted. */
    void fetched(Job job, boolean good, long now) {
        if (!job.cancelled() && good) {
            measure(job, now);
        }
        if (job.fetching()) {
            job.fetched();
            if (job.cancelled()) {
                stuck--;
            } else {
                fetching--;
            }
        }
    }

    private void measure(Job job, long now) {
        if (fetching >= pace.limit()) {
            pace.done(job.bytes(), now);
        } else {
            pace.idle(now);
        }
    }

    /** The store refused, stalled or broke off. */
    void trouble(long now) {
        pace.trouble(now);
    }

    /** Takes out a finished job; false when it was cancelled meanwhile. */
    boolean finish(Job job) {
        if (!jobs.remove(job.place(), job)) {
            return false;
        }
        bytes -= job.bytes();
        return true;
    }

    /** Takes out the job of {@code place} unless a caller waits for it; null when there is nothing to cancel. */
    Job cancelUnlessAwaited(Place place) {
        Job job = jobs.get(place);
        return job == null || job.awaited() ? null : cancel(job);
    }

    /** Takes out every job of a volume, also awaited ones. */
    List<Job> cancel(Volume volume) {
        List<Job> ofVolume = new ArrayList<>(jobs.values());
        ofVolume.removeIf(job -> job.place().volume() != volume);
        ofVolume.forEach(this::cancel);
        return ofVolume;
    }

    List<Job> cancelAll() {
        List<Job> all = List.copyOf(jobs.values());
        all.forEach(this::cancel);
        return all;
    }

    private Job cancel(Job job) {
        jobs.remove(job.place());
        asked.remove(job);
        job.markCancelled();
        if (job.started()) {
            bytes -= job.bytes();
        }
        if (job.fetching()) {
            fetching--;
            stuck++;
        }
        return job;
    }
}
