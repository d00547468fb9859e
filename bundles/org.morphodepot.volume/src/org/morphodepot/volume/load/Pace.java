package org.morphodepot.volume.load;

/**
 * Decides how many requests are under way at once: more while that makes the whole faster, half when the store is in
 * trouble. Measures in windows, for single requests say nothing. Not thread-safe: the owner holds a lock. Times are those of
 * {@link System#nanoTime}.
 */
public final class Pace {

    /** More connections must bring more than noise. */
    private static final double WORTH_IT = 1.05;
    private static final long WINDOW_NANOS = 100_000_000;

    /** Windows without progress after which it is left alone. */
    private static final int PATIENCE = 3;
    private static final long CALM_NANOS = 2_000_000_000L;

    private final int most;
    private int limit;
    private long windowStart;
    private long windowBytes;
    private int windowParts;
    private double best;
    private int flat;
    private long calmUntil;

    /** Starts with {@code first} requests at once and never allows more than {@code most}. */
    public Pace(int first, int most, long now) {
        this.most = most;
        this.limit = Math.min(first, most);
        this.windowStart = now;
        this.calmUntil = now;
    }

    /** So many may be under way now; at least 1. */
    public int limit() {
        return limit;
    }

    /** A part of {@code bytes} decoded bytes is there. */
    public void done(long bytes, long now) {
        windowBytes += bytes;
        windowParts++;
        long nanos = now - windowStart;
        if (nanos >= WINDOW_NANOS && windowParts >= limit) {
            judge(windowBytes / (double) nanos, now);
            restart(now);
        }
    }

    private void judge(double rate, long now) {
        if (now < calmUntil || flat == PATIENCE && rate < best * 2) {
            return;
        }
        if (rate > best * WORTH_IT) {
            best = rate;
            flat = 0;
            limit = Math.min(most, limit + Math.max(2, limit / 4));
        } else {
            flat++; // the last step brought nothing, or not yet
        }
    }

    /** The store refused, stalled or broke off. */
    public void trouble(long now) {
        if (now >= calmUntil) { // the others that were under way fail for the same reason
            limit = Math.max(1, limit / 2);
            calmUntil = now + CALM_NANOS;
            best = 0;
            flat = 0;
            restart(now);
        }
    }

    /** There is less to do than there may be: what is measured now says nothing about the store. */
    public void idle(long now) {
        restart(now);
    }

    private void restart(long now) {
        windowStart = now;
        windowBytes = 0;
        windowParts = 0;
    }
}
