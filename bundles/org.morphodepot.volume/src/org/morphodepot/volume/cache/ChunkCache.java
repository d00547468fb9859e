package org.morphodepot.volume.cache;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.load.Pace;

/**
 * Decoded chunks of any number of volumes in memory, and the way there. Views ask with {@link #peek} what is here and say
 * with {@link #want} what they would like to see; listeners hear when something arrived. Neither waits: fetching and
 * decoding happen on threads of the cache, most wanted first, and what nobody wants any more is cancelled.
 *
 * <p>The budget counts decoded bytes. What is wanted stays, the rest goes when room is needed, least recently used first.
 * When everything wanted is more than the budget, the ends of the lists are left out (and keep saying {@code Loading})
 * rather than the budget exceeded; chunks on their way come on top, at most an eighth of the budget or one chunk.
 *
 * <p>Thread-safe. Only {@link #get} waits.
 */
public final class ChunkCache implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ChunkCache.class.getName());
    private static final int FIRST_FETCHES = 24;
    private static final int MOST_FETCHES = 64;

    private final Object lock = new Object();
    private final CacheState state;
    private boolean closed;

    private final Loader loader;
    private final RetryClock clock = new RetryClock(this::retry);
    private final List<Consumer<Loaded>> listeners = new CopyOnWriteArrayList<>();

    /** Something arrived: {@code state} is {@code Ready} or {@code Failed}. */
    public record Loaded(Volume volume, ChunkKey key, ChunkState state) {
    }

    /**
     * A cache of at most {@code budgetBytes} decoded bytes with as many fetches at a time as serve the store best, up to 64, and
     * a decoder for each processor.
     */
    public ChunkCache(long budgetBytes) {
        this(budgetBytes, new Pace(FIRST_FETCHES, MOST_FETCHES, System.nanoTime()),
                Runtime.getRuntime().availableProcessors(), Failures.Backoff.USUAL);
    }

    /** A cache with at most {@code fetches} requests to stores at a time and {@code decoders} decoding threads. */
    public ChunkCache(long budgetBytes, int fetches, int decoders) {
        this(budgetBytes, fetches, decoders, Failures.Backoff.USUAL);
    }

    ChunkCache(long budgetBytes, int fetches, int decoders, Failures.Backoff backoff) {
        this(budgetBytes, new Pace(fetches, fetches, System.nanoTime()), decoders, backoff);
    }

    private ChunkCache(long budgetBytes, Pace pace, int decoders, Failures.Backoff backoff) {
        if (budgetBytes <= 0 || pace.limit() < 1 || decoders < 1) {
            throw new IllegalArgumentException("a cache needs a budget, a fetch and a decoder");
        }
        state = new CacheState(budgetBytes, pace, backoff);
        loader = new Loader(decoders, new Arrivals());
    }

    /** What is known about a chunk now. Never blocks, never fetches. */
    public ChunkState peek(Volume volume, ChunkKey key) {
        Place place = new Place(volume, key);
        synchronized (lock) {
            return state.look(place);
        }
    }

    /**
     * Replaces the wish list of {@code requester} (for instance one slice view), most wanted first: requests of its former
     * list that nobody else wants are cancelled. A requester has one list; who shows two volumes uses two requesters. An
     * empty list ends the requester's interest: send it when the view closes. Never blocks.
     *
     * @throws IllegalArgumentException when a key is not in the volume's chunk grid
     */
    public void want(Object requester, Volume volume, List<ChunkKey> keys) {
        keys.forEach(key -> check(volume, key));
        WantList list = new WantList(volume, keys);
        List<Job> stale;
        List<Thread> workers;
        synchronized (lock) {
            if (closed) {
                return;
            }
            stale = state.want(requester, list);
            workers = startable();
            planRetry();
        }
        run(stale, workers);
    }

    /**
     * The chunk, loaded if need be before everything that is only wanted. Shares work under way. Blocks: not for the UI
     * thread, listeners or {@link Volume} implementations. An earlier failure is tried again at once.
     *
     * @throws IOException when the chunk cannot be had
     * @throws java.io.InterruptedIOException when the calling thread is interrupted
     */
    public Chunk get(Volume volume, ChunkKey key) throws IOException {
        check(volume, key);
        Place place = new Place(volume, key);
        Job job;
        List<Thread> workers;
        synchronized (lock) {
            if (closed) {
                throw new VolumeException(VolumeException.Kind.UNREACHABLE, volume.name() + " has been closed");
            }
            if (state.look(place) instanceof ChunkState.Ready here) {
                return here.chunk();
            }
            job = state.join(place);
            workers = startable();
        }
        run(List.of(), workers);
        try {
            return job.await();
        } finally {
            leave(job);
        }
    }

    private void leave(Job job) {
        List<Job> stale;
        List<Thread> workers;
        synchronized (lock) {
            stale = state.leave(job);
            workers = startable();
        }
        run(stale, workers);
    }

    /** Called on a worker thread whenever a chunk became ready or failed; must be quick. */
    public void addListener(Consumer<Loaded> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<Loaded> listener) {
        listeners.remove(listener);
    }

    /** Drops everything of a volume and cancels its requests; call it before closing the volume. Never blocks. */
    public void forget(Volume volume) {
        List<Job> stale;
        List<Thread> workers;
        synchronized (lock) {
            stale = state.forget(volume);
            workers = startable();
        }
        run(stale, workers);
    }

    /** What the cache holds and has done. */
    public CacheUsage usage() {
        synchronized (lock) {
            return state.usage();
        }
    }

    /** Cancels everything and lets go of the memory. Does not wait for threads; calling it twice does no harm. */
    @Override
    public void close() {
        List<Job> stale;
        synchronized (lock) {
            closed = true;
            stale = state.clear();
        }
        run(stale, List.of());
        clock.close();
        loader.close();
    }

    private static void check(Volume volume, ChunkKey key) {
        if (!new Place(volume, key).isInGrid()) {
            throw new IllegalArgumentException(volume.name() + " has no chunk " + key);
        }
    }

    /** Marks as many requests as may run now as started, most wanted first. Under the lock. */
    private List<Thread> startable() {
        List<Thread> workers = new ArrayList<>();
        long now = System.nanoTime();
        Optional<Job> next = closed ? Optional.empty() : state.nextJob(now);
        while (next.isPresent()) {
            Thread worker = loader.worker(next.get());
            state.started(next.get(), worker);
            workers.add(worker);
            next = state.nextJob(now);
        }
        return workers;
    }

    /** Outside the lock, for interrupting may run code of a store. */
    private static void run(List<Job> stale, List<Thread> workers) {
        stale.forEach(Job::interrupt);
        workers.forEach(Thread::start);
    }

    private void planRetry() {
        if (!closed) {
            state.untilRetry(System.nanoTime()).ifPresent(clock::wakeAfter);
        }
    }

    private void retry() {
        List<Thread> workers;
        synchronized (lock) {
            state.rewind();
            workers = startable();
            planRetry();
        }
        run(List.of(), workers);
    }

    private void tell(Job job, ChunkState outcome) {
        Loaded loaded = new Loaded(job.place().volume(), job.place().key(), outcome);
        for (Consumer<Loaded> listener : listeners) {
            try {
                listener.accept(loaded);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "a listener failed on " + loaded.key(), e);
            }
        }
    }

    /** What comes back on the loader's threads. */
    private final class Arrivals implements Loader.Outcome {

        @Override
        public void fetched(Job job, boolean good) {
            List<Thread> workers;
            synchronized (lock) {
                state.fetched(job, good, System.nanoTime());
                workers = startable();
            }
            run(List.of(), workers);
        }

        @Override
        public void decoded(Job job, Chunk chunk, long storedBytes) {
            Optional<ChunkState> ready;
            List<Thread> workers;
            synchronized (lock) {
                ready = state.arrived(job, chunk, storedBytes);
                workers = startable();
            }
            job.result().complete(chunk);
            run(List.of(), workers);
            ready.ifPresent(outcome -> tell(job, outcome));
        }

        @Override
        public void failed(Job job, Exception cause) {
            Optional<ChunkState> failed;
            List<Thread> workers;
            synchronized (lock) {
                failed = state.failed(job, cause, System.nanoTime());
                workers = startable();
                planRetry();
            }
            job.result().completeExceptionally(cause);
            run(List.of(), workers);
            failed.ifPresent(outcome -> tell(job, outcome));
        }
    }
}
