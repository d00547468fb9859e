package org.morphodepot.volume.cache;

/**
 * What a cache holds and has done so far, for an Info view.
 *
 * @param budget bytes it may hold
 * @param bytes bytes of decoded chunks it holds
 * @param chunks number of decoded chunks it holds
 * @param wanted number of chunks on want lists
 * @param loading number of chunks being fetched or decoded
 * @param hits how often {@code peek} or {@code get} found a chunk
 * @param misses how often they did not
 * @param fetched number of chunks fetched and decoded
 * @param fetchedBytes their stored (compressed) bytes
 * @param failed number of failed tries
 * @param cancelled number of requests given up because nobody wanted them any more
 * @param evicted number of chunks dropped to keep the budget
 */
public record CacheUsage(long budget, long bytes, int chunks, int wanted, int loading, long hits, long misses, long fetched,
        long fetchedBytes, long failed, long cancelled, long evicted) {
}
