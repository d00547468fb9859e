package org.morphodepot.volume.cache;

import java.util.LinkedHashMap;
import java.util.OptionalLong;
import java.util.function.Predicate;

import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;

/** Remembers what could not be loaded and when to try again: later after each failure. Guarded by the lock of the cache. */
final class Failures {

    private static final int REMEMBERED = 10_000;

    private final Backoff backoff;
    private final LinkedHashMap<Place, Failure> failures = new LinkedHashMap<>();

    /**
     * How long to wait, in nanoseconds.
     *
     * @param first after the first failure; doubled after each further one
     * @param longest never longer than this
     * @param damaged when the bytes are at fault, which seldom mends itself
     */
    record Backoff(long first, long longest, long damaged) {

        static final Backoff USUAL = new Backoff(1_000_000_000L, 60_000_000_000L, 600_000_000_000L);

        long after(Exception cause, int failures) {
            boolean unlikelyToMend = cause instanceof VolumeException e && switch (e.kind()) {
                case MALFORMED, UNSUPPORTED, TOO_LARGE -> true;
                case NOT_FOUND, ACCESS_DENIED, UNREACHABLE, STORAGE -> false;
            };
            return unlikelyToMend ? damaged : Math.min(longest, first << Math.min(failures - 1, 20));
        }
    }

    private record Failure(ChunkState.Failed state, int count, long retryAt) {
    }

    Failures(Backoff backoff) {
        this.backoff = backoff;
    }

    /** Notes a failure at {@code now} ({@link System#nanoTime}). */
    ChunkState.Failed add(Place place, Exception cause, long now) {
        Failure former = failures.remove(place);
        int count = former == null ? 1 : former.count() + 1;
        ChunkState.Failed state = new ChunkState.Failed(cause);
        failures.put(place, new Failure(state, count, now + backoff.after(cause, count)));
        if (failures.size() > REMEMBERED) {
            failures.pollFirstEntry();
        }
        return state;
    }

    /** The last failure; null when there was none. */
    ChunkState.Failed state(Place place) {
        Failure failure = failures.get(place);
        return failure == null ? null : failure.state();
    }

    /** Whether it is too early to try this place again. */
    boolean resting(Place place, long now) {
        Failure failure = failures.get(place);
        return failure != null && failure.retryAt() - now > 0;
    }

    /** Nanoseconds until the first of the failed places that pass {@code test} may be tried again. */
    OptionalLong firstRetry(Predicate<Place> test, long now) {
        return failures.entrySet().stream().filter(e -> test.test(e.getKey())).mapToLong(e -> e.getValue().retryAt() - now)
                .filter(wait -> wait > 0).min();
    }

    boolean isEmpty() {
        return failures.isEmpty();
    }

    void remove(Place place) {
        failures.remove(place);
    }

    void forget(Volume volume) {
        failures.keySet().removeIf(place -> place.volume() == volume);
    }

    void clear() {
        failures.clear();
    }
}
