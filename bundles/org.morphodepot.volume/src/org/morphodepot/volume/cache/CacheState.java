package org.morphodepot.volume.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.load.Pace;
import org.morphodepot.volume.spi.StoreBusyException;

/**
 * Everything a cache knows, and its decisions: what is here, what is wanted, what may start, what has to go. Has no threads
 * and does no I/O; guarded by the lock of the cache.
 */
final class CacheState {

    private static final ChunkState LOADING = new ChunkState.Loading();
    private static final ChunkState ABSENT = new ChunkState.Absent();

    private final long budget;
    private final WantLists wants = new WantLists();
    private final ReadyChunks ready;
    private final Jobs jobs;
    private final Failures failures;
    private final Tally tally = new Tally();

    CacheState(long budget, Pace pace, Failures.Backoff backoff) {
        this.budget = budget;
        ready = new ReadyChunks(budget);
        jobs = new Jobs(pace, Math.max(1, budget / 8));
        failures = new Failures(backoff);
    }

    ChunkState look(Place place) {
        ChunkState.Ready here = ready.touch(place);
        tally.looked(here != null);
        if (here != null) {
            return here;
        }
        ChunkState.Failed failed = failures.state(place);
        if (failed != null) {
            return failed;
        }
        return jobs.contains(place) || wants.contains(place) ? LOADING : ABSENT;
    }

    /** Replaces a want list; gives the jobs that nobody wants any more. */
    List<Job> want(Object requester, WantList list) {
        WantLists.Change change = wants.replace(requester, list);
        change.added().forEach(ready::pin);
        List<Job> stale = new ArrayList<>();
        for (Place place : change.released()) {
            ready.unpin(place);
            cancelUnlessAwaited(place, stale);
        }
        return stale;
    }

    /** The job for a caller that will wait for it; {@link #leave} must follow. */
    Job join(Place place) {
        Job job = jobs.ask(place);
        job.join();
        return job;
    }

    /** A caller stopped waiting; gives the job back when nobody else waits for it or wants it. */
    List<Job> leave(Job job) {
        List<Job> stale = new ArrayList<>();
        job.leave();
        if (!wants.contains(job.place())) {
            cancelUnlessAwaited(job.place(), stale);
        }
        return stale;
    }

    private void cancelUnlessAwaited(Place place, List<Job> stale) {
        Job job = jobs.cancelUnlessAwaited(place);
        if (job != null) {
            stale.add(job);
            tally.cancelled(1);
        }
    }

    /** The job that should start now; empty when there is none or no room for it. */
    Optional<Job> nextJob(long now) {
        Job asked = jobs.nextAsked();
        if (asked != null) {
            return jobs.hasRoom(asked.bytes()) ? Optional.of(asked) : Optional.empty();
        }
        return wants.next(p -> !ready.hasWanted(p) && !jobs.contains(p) && !failures.resting(p, now)).map(this::jobFor);
    }

    private Job jobFor(WantLists.Candidate candidate) {
        Job job = new Job(candidate.place());
        return jobs.hasRoom(job.bytes()) && makeRoom(job.bytes(), candidate.rank()) ? job : null;
    }

    /** Whether the budget allows {@code bytes} more of wanted chunks, dropping what is wanted less than {@code rank}. */
    private boolean makeRoom(long bytes, int rank) {
        while (ready.wantedBytes() > 0 && ready.wantedBytes() + jobs.bytes() + bytes > budget) {
            Optional<Place> worst = wants.leastWantedAfter(rank, ready::hasWanted);
            if (worst.isEmpty()) {
                return false;
            }
            ready.dropWanted(worst.get());
        }
        return true;
    }

    void started(Job job, Thread worker) {
        jobs.start(job, worker);
    }

    void fetched(Job job, boolean good, long now) {
        jobs.fetched(job, good, now);
    }

    /** Takes in a chunk; empty when its job was cancelled meanwhile. */
    Optional<ChunkState> arrived(Job job, Chunk chunk, long storedBytes) {
        if (!jobs.finish(job)) {
            return Optional.empty();
        }
        failures.remove(job.place());
        tally.fetched(storedBytes);
        return Optional.of(ready.put(job.place(), chunk, wants.contains(job.place())));
    }

    /** Notes a failure; empty when the job was cancelled meanwhile. */
    Optional<ChunkState> failed(Job job, Exception cause, long now) {
        if (!jobs.finish(job)) {
            return Optional.empty();
        }
        tally.failed();
        if (cause instanceof StoreBusyException
                || cause instanceof VolumeException known && known.kind() == VolumeException.Kind.UNREACHABLE) {
            jobs.trouble(now);
        }
        return Optional.of(failures.add(job.place(), cause, now));
    }

    /** Makes wanted places that have rested since their failure candidates again. */
    void rewind() {
        wants.rewind();
    }

    /** Nanoseconds until the first failed place that is wanted may be tried again; empty when there is none. */
    OptionalLong untilRetry(long now) {
        return failures.isEmpty() ? OptionalLong.empty() : failures.firstRetry(wants::contains, now);
    }

    /** Drops all of a volume; gives its jobs. */
    List<Job> forget(Volume volume) {
        wants.forget(volume).forEach(ready::unpin);
        ready.forget(volume);
        failures.forget(volume);
        List<Job> stale = jobs.cancel(volume);
        tally.cancelled(stale.size());
        return stale;
    }

    /** Drops everything; gives all jobs. */
    List<Job> clear() {
        wants.clear();
        ready.clear();
        failures.clear();
        return jobs.cancelAll();
    }

    CacheUsage usage() {
        return tally.usage(budget, ready, wants.size(), jobs.size());
    }
}
