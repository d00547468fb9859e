package org.morphodepot.volume.load;

/**
 * How many workers it takes to keep the processors busy: a few when the store answers at once, many when most of a worker's
 * time is waiting. More than that only push each other's voxels out of the cache, which costs a tenth of a load. Not
 * thread-safe: the owner holds a lock.
 */
final class Crew {

    /** One decodes per processor, and the others have their bytes by then. */
    private static final int MORE_THAN_PROCESSORS = 2;

    /** Below this part of the processors' time there is something to gain. */
    private static final double BUSY = 0.75;
    private static final double SPARE = 1.5;

    private final int processors;
    private final int most;
    private int limit;
    private long worked;
    private long passed;
    private int parts;

    Crew(int processors, int most) {
        this.processors = processors;
        this.most = most;
        this.limit = Math.min(most, processors + MORE_THAN_PROCESSORS);
    }

    /** So many workers; at least 1. */
    int limit() {
        return limit;
    }

    /** A worker needed {@code nanos} for a part, during {@code processor} nanoseconds of which it was not waiting. */
    void done(long processor, long nanos) {
        worked += processor;
        passed += nanos;
        parts++;
        if (parts >= limit) {
            judge(Math.max(0.01, worked / (double) Math.max(1, passed)));
            worked = 0;
            passed = 0;
            parts = 0;
        }
    }

    private void judge(double share) {
        if (limit * share < BUSY * processors) {
            limit = Math.clamp((int) Math.ceil(processors * SPARE / share), limit, most);
        }
    }

    /** The store refused, stalled or broke off. */
    void trouble() {
        limit = Math.max(1, limit / 2);
    }
}
