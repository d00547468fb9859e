package org.morphodepot.volume.cache;

/** Counts what a cache did. Guarded by the lock of the cache. */
final class Tally {

    private long hits;
    private long misses;
    private long fetched;
    private long fetchedBytes;
    private long failed;
    private long cancelled;

    void looked(boolean found) {
        if (found) {
            hits++;
        } else {
            misses++;
        }
    }

    void fetched(long storedBytes) {
        fetched++;
        fetchedBytes += storedBytes;
    }

    void failed() {
        failed++;
    }

    void cancelled(int jobs) {
        cancelled += jobs;
    }

    CacheUsage usage(long budget, ReadyChunks ready, int wanted, int loading) {
        return new CacheUsage(budget, ready.used(), ready.size(), wanted, loading, hits, misses, fetched, fetchedBytes, failed,
                cancelled, ready.evicted());
    }
}
