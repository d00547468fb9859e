package org.morphodepot.volume.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.morphodepot.volume.cache.Eventually.eventually;
import static org.morphodepot.volume.cache.Eventually.settle;
import static org.morphodepot.volume.cache.FakeVolume.key;
import static org.morphodepot.volume.cache.FakeVolume.keys;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.morphodepot.volume.ChunkKey;

@Timeout(30)
class ChunkCacheTest {

    private static final int PER_CHUNK = FakeVolume.CHUNK_BYTES + 256;

    private final FakeVolume volume = new FakeVolume();
    private ChunkCache cache = new ChunkCache(1 << 20, 4, 2);

    @AfterEach
    void close() {
        cache.close();
    }

    @Test
    void peek_saysAbsentLoadingReady() {
        volume.hold(3);
        assertInstanceOf(ChunkState.Absent.class, cache.peek(volume, key(3)));
        cache.want("view", volume, keys(3));
        assertInstanceOf(ChunkState.Loading.class, cache.peek(volume, key(3)));
        volume.release(3);
        eventually("ready", () -> isReady(3));
        ChunkState.Ready ready = (ChunkState.Ready) cache.peek(volume, key(3));
        assertEquals(3, ready.chunk().value(35, 5, 5));
    }

    @Test
    void peek_doesNotWaitWhileTheStoreHangs() {
        int[] all = IntStream.range(0, 50).toArray();
        for (int x : all) {
            volume.hold(x);
        }
        volume.turnDeaf();
        cache.want("view", volume, keys(all));
        long start = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            cache.peek(volume, key(i % 100));
        }
        assertTrue(System.nanoTime() - start < 5_000_000_000L);
        for (int x : all) {
            volume.release(x);
        }
    }

    @Test
    void want_fetchesInTheOrderOfTheList() {
        cache = new ChunkCache(1 << 20, 1, 1);
        cache.want("view", volume, keys(9, 2, 5, 2, 7));
        eventually("all here", () -> isReady(7));
        assertEquals(keys(9, 2, 5, 7), volume.fetched());
    }

    @Test
    void want_interleavesRequesters_newestFirst() {
        cache = new ChunkCache(1 << 20, 1, 1);
        volume.hold(0);
        cache.want("blocker", volume, keys(0));
        cache.want("older", volume, keys(10, 11, 12));
        cache.want("newer", volume, keys(20, 21));
        volume.release(0);
        eventually("all here", () -> isReady(12));
        assertEquals(keys(0, 20, 10, 21, 11, 12), volume.fetched());
    }

    @Test
    void want_dropsQueuedRequestsNobodyWants() {
        cache = new ChunkCache(1 << 20, 1, 1);
        volume.hold(0);
        cache.want("other", volume, keys(0));
        cache.want("view", volume, keys(1, 2, 3));
        cache.want("view", volume, keys(4));
        assertInstanceOf(ChunkState.Absent.class, cache.peek(volume, key(2)));
        volume.release(0);
        eventually("the new one", () -> isReady(4));
        settle();
        assertEquals(keys(0, 4), volume.fetched());
    }

    @Test
    void want_interruptsRunningFetchesNobodyWants() {
        volume.hold(1);
        volume.hold(2);
        cache.want("view", volume, keys(1, 2));
        cache.want("other", volume, keys(2));
        eventually("both started", () -> volume.fetched().size() == 2);
        cache.want("view", volume, keys(5));
        eventually("stale one interrupted", () -> volume.interrupted().equals(keys(1)));
        volume.release(2);
        eventually("shared one arrives", () -> isReady(2) && isReady(5));
        assertEquals(1, cache.usage().cancelled());
    }

    @Test
    void want_getsOnWhenTheStoreIgnoresInterrupts() {
        volume.turnDeaf();
        IntStream.range(0, 4).forEach(volume::hold);
        cache.want("view", volume, keys(0, 1, 2, 3));
        eventually("all four stuck", () -> volume.fetched().size() == 4);
        cache.want("view", volume, keys(8));
        eventually("the new one", () -> isReady(8));
        IntStream.range(0, 4).forEach(volume::release);
    }

    @Test
    void want_sameChunkByManyRequesters_isFetchedOnce() {
        volume.hold(1);
        cache.want("a", volume, keys(1));
        cache.want("b", volume, keys(1));
        cache.want("a", volume, keys(1, 2));
        volume.release(1);
        eventually("both", () -> isReady(1) && isReady(2));
        assertEquals(2, volume.fetched().size());
    }

    @Test
    void want_refusesKeysOutsideTheGrid() {
        assertThrows(IllegalArgumentException.class, () -> cache.want("v", volume, keys(100)));
        assertThrows(IllegalArgumentException.class, () -> cache.want("v", volume, List.of(new ChunkKey(1, 0, 0, 0))));
        assertThrows(IllegalArgumentException.class, () -> cache.get(volume, new ChunkKey(-1, 0, 0, 0)));
    }

    @Test
    void budget_dropsTheLeastRecentlyUsedUnwanted() throws Exception {
        cache = new ChunkCache(3 * PER_CHUNK, 4, 2);
        for (int x : new int[] {1, 2, 3}) {
            cache.get(volume, key(x));
        }
        cache.peek(volume, key(1));
        cache.get(volume, key(4));
        assertTrue(isReady(1) && isReady(3) && isReady(4));
        assertInstanceOf(ChunkState.Absent.class, cache.peek(volume, key(2)));
        assertEquals(1, cache.usage().evicted());
        assertEquals(3 * PER_CHUNK, cache.usage().bytes());
    }

    @Test
    void budget_keepsWhatIsWanted() throws Exception {
        cache = new ChunkCache(3 * PER_CHUNK, 4, 2);
        cache.want("view", volume, keys(1, 2));
        eventually("both", () -> isReady(1) && isReady(2));
        for (int x = 10; x < 30; x++) {
            cache.get(volume, key(x));
        }
        assertTrue(isReady(1) && isReady(2) && isReady(29));
        cache.want("view", volume, List.of());
        cache.get(volume, key(30));
        cache.get(volume, key(31));
        cache.get(volume, key(32));
        assertTrue(!isReady(1) && !isReady(2));
    }

    @Test
    void budget_leavesOutTheEndOfTooLongLists() {
        cache = new ChunkCache(5 * PER_CHUNK, 2, 2);
        cache.want("view", volume, keys(IntStream.range(0, 50).toArray()));
        eventually("as many as fit", () -> cache.usage().loading() == 0 && cache.usage().chunks() >= 4);
        settle();
        assertTrue(cache.usage().bytes() <= 5 * PER_CHUNK, () -> cache.usage().toString());
        assertTrue(isReady(0) && isReady(1) && isReady(2) && isReady(3));
        assertTrue(volume.fetched().size() <= 6, () -> "no churn: " + volume.fetched());
    }

    @Test
    void budget_makesRoomForMoreWantedChunksOfAnotherRequester() {
        cache = new ChunkCache(6 * PER_CHUNK, 2, 2);
        cache.want("greedy", volume, keys(IntStream.range(0, 50).toArray()));
        eventually("full", () -> cache.usage().loading() == 0 && cache.usage().chunks() >= 5);
        cache.want("modest", volume, keys(90, 91));
        eventually("its chunks", () -> isReady(90) && isReady(91));
        assertTrue(isReady(0) && isReady(1), "the greedy one keeps its most wanted");
    }

    @Test
    void budget_chunkLargerThanAllOfIt_isStillShown() {
        cache = new ChunkCache(100, 2, 2);
        cache.want("view", volume, keys(1, 2));
        eventually("the first", () -> isReady(1));
        settle();
        assertInstanceOf(ChunkState.Loading.class, cache.peek(volume, key(2)));
    }

    @Test
    void listener_hearsOfEachChunkOnce_andMayCallBack() {
        List<ChunkKey> heard = Collections.synchronizedList(new ArrayList<>());
        cache.addListener(loaded -> {
            assertInstanceOf(ChunkState.Ready.class, cache.peek(loaded.volume(), loaded.key()));
            heard.add(loaded.key());
        });
        cache.addListener(loaded -> {
            throw new IllegalStateException("a listener that always fails");
        });
        cache.want("view", volume, keys(1, 2, 3));
        eventually("heard of all", () -> heard.size() == 3);
        cache.want("view", volume, keys(3, 2, 1));
        settle();
        assertEquals(3, heard.size());
    }

    @Test
    void forget_dropsEverythingOfTheVolume() {
        FakeVolume other = new FakeVolume();
        volume.hold(2);
        cache.want("view", volume, keys(1, 2));
        cache.want("view2", other, keys(1));
        eventually("what can come", () -> isReady(1) && cache.peek(other, key(1)) instanceof ChunkState.Ready);
        cache.forget(volume);
        assertInstanceOf(ChunkState.Absent.class, cache.peek(volume, key(1)));
        assertInstanceOf(ChunkState.Absent.class, cache.peek(volume, key(2)));
        assertInstanceOf(ChunkState.Ready.class, cache.peek(other, key(1)));
        eventually("the hanging fetch", () -> volume.interrupted().equals(keys(2)));
        assertEquals(PER_CHUNK, cache.usage().bytes());
    }

    @Test
    void close_returnsWhileStoresHangAndIgnoreInterrupts() throws Exception {
        volume.turnDeaf();
        IntStream.range(0, 4).forEach(volume::hold);
        cache.want("view", volume, keys(0, 1, 2, 3, 4, 5));
        eventually("stuck", () -> volume.fetched().size() == 4);
        CountDownLatch closed = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            cache.close();
            closed.countDown();
        });
        closed.await();
        cache.close();
        assertInstanceOf(ChunkState.Absent.class, cache.peek(volume, key(0)));
        cache.want("view", volume, keys(7));
        IntStream.range(0, 4).forEach(volume::release);
        settle();
        assertEquals(4, volume.fetched().size());
        assertEquals(0, cache.usage().bytes());
    }

    @Test
    void close_fromAListener_doesNotDeadlock() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        cache.addListener(loaded -> {
            cache.close();
            closed.countDown();
        });
        cache.want("view", volume, keys(IntStream.range(0, 40).toArray()));
        closed.await();
    }

    @Test
    void manyThreads_leaveConsistentCounts() throws Exception {
        cache = new ChunkCache(20 * PER_CHUNK, 8, 2);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 6; t++) {
            int seed = t;
            threads.add(Thread.ofVirtual().start(() -> roam(seed)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        eventually("quiet", () -> cache.usage().loading() == 0);
        CacheUsage usage = cache.usage();
        assertEquals(0, usage.wanted());
        assertEquals(usage.chunks() * (long) PER_CHUNK, usage.bytes());
        assertTrue(usage.bytes() <= usage.budget());
    }

    private void roam(int seed) {
        java.util.Random random = new java.util.Random(seed);
        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(90);
            cache.want("roamer " + seed, volume, keys(IntStream.range(from, from + 10).toArray()));
            cache.peek(volume, key(from));
            if (i % 10 == 0) {
                assertEquals(from, getQuietly(from));
            }
        }
        cache.want("roamer " + seed, volume, List.of());
    }

    private double getQuietly(int x) {
        try {
            return cache.get(volume, key(x)).value(10 * x, 0, 0);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private boolean isReady(int x) {
        return cache.peek(volume, key(x)) instanceof ChunkState.Ready;
    }
}
