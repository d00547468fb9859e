package org.morphodepot.volume.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.morphodepot.volume.cache.Eventually.eventually;
import static org.morphodepot.volume.cache.Eventually.settle;
import static org.morphodepot.volume.cache.FakeVolume.key;
import static org.morphodepot.volume.cache.FakeVolume.keys;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

@Timeout(30)
class ChunkCacheFailureTest {

    private static final long MILLI = 1_000_000L;
    private static final VolumeException DOWN = new VolumeException(Kind.UNREACHABLE, "example.org does not answer");

    private final FakeVolume volume = new FakeVolume();
    private final ChunkCache cache = new ChunkCache(1 << 20, 4, 2,
            new Failures.Backoff(100 * MILLI, 400 * MILLI, 3600_000 * MILLI));

    @AfterEach
    void close() {
        cache.close();
    }

    @Test
    void failure_isRememberedAndToldToListeners() {
        CompletableFuture<ChunkCache.Loaded> heard = new CompletableFuture<>();
        cache.addListener(loaded -> {
            if (loaded.key().equals(key(1))) {
                heard.complete(loaded);
            }
        });
        volume.fail(1, DOWN);
        cache.want("view", volume, keys(1, 2));
        ChunkState.Failed failed = assertInstanceOf(ChunkState.Failed.class, heard.join().state());
        assertSame(DOWN, failed.cause());
        eventually("the other one", () -> cache.peek(volume, key(2)) instanceof ChunkState.Ready);
        cache.want("view", volume, List.of());
        assertInstanceOf(ChunkState.Failed.class, cache.peek(volume, key(1)));
    }

    @Test
    void failure_isTriedAgainAfterARest_lessAndLessOften() {
        volume.fail(1, DOWN);
        long start = System.nanoTime();
        cache.want("view", volume, keys(1));
        eventually("third try", () -> volume.fetched().size() == 3);
        assertTrue(System.nanoTime() - start >= 300 * MILLI, "100 ms, then 200 ms");
        volume.mend(1);
        eventually("success at last", () -> cache.peek(volume, key(1)) instanceof ChunkState.Ready);
        assertTrue(cache.usage().failed() >= 3);
    }

    @Test
    void failure_repeatedWantsDoNotShortenTheRest() {
        try (ChunkCache patient = new ChunkCache(1 << 20, 4, 2)) {
            volume.fail(1, new VolumeException(Kind.MALFORMED, "chunk 1 is damaged"));
            for (int i = 0; i < 50; i++) {
                patient.want("view", volume, keys(1));
                eventually("failed", () -> patient.usage().failed() == 1);
            }
            settle();
            assertEquals(1, volume.fetched().size());
        }
    }

    @Test
    void failure_nobodyWantsIt_isNotTriedAgain() throws Exception {
        try (ChunkCache slow = new ChunkCache(1 << 20, 4, 2, new Failures.Backoff(500 * MILLI, 500 * MILLI, 500 * MILLI))) {
            volume.fail(1, DOWN);
            slow.want("view", volume, keys(1));
            eventually("failed", () -> slow.usage().failed() == 1);
            slow.want("view", volume, List.of());
            Thread.sleep(700);
            assertEquals(1, volume.fetched().size());
            slow.want("view", volume, keys(1));
            eventually("wanted again, tried again", () -> volume.fetched().size() == 2);
        }
    }

    @Test
    void damagedChunk_restsLong() {
        volume.fail(1, new VolumeException(Kind.MALFORMED, "chunk 1 is damaged"));
        cache.want("view", volume, keys(1));
        eventually("failed", () -> cache.usage().failed() == 1);
        settle();
        settle();
        assertEquals(1, volume.fetched().size());
    }

    @Test
    void decoder_outOfMemoryOrBroken_isAFailureLikeAnyOther() {
        volume.fail(1, new OutOfMemoryError("too much"));
        volume.fail(2, new ArrayIndexOutOfBoundsException("oops"));
        cache.want("view", volume, keys(1, 2, 3));
        eventually("all decided", () -> cache.usage().failed() >= 2);
        ChunkState.Failed failed = (ChunkState.Failed) cache.peek(volume, key(1));
        assertEquals(Kind.TOO_LARGE, ((VolumeException) failed.cause()).kind());
        eventually("the decoders live", () -> cache.peek(volume, key(3)) instanceof ChunkState.Ready);
    }

    @Test
    void get_loadsAndSharesWorkUnderWay() throws Exception {
        volume.hold(5);
        cache.want("view", volume, keys(5));
        CompletableFuture<Chunk> one = CompletableFuture.supplyAsync(() -> get(5));
        CompletableFuture<Chunk> two = CompletableFuture.supplyAsync(() -> get(5));
        eventually("started", () -> volume.fetched().size() == 1);
        volume.release(5);
        assertSame(one.get(), two.get());
        assertEquals(1, volume.fetched().size());
        assertSame(one.get(), cache.get(volume, key(5)));
    }

    @Test
    void get_goesBeforeWhatIsOnlyWanted() throws Exception {
        try (ChunkCache narrow = new ChunkCache(1 << 20, 1, 1)) {
            volume.hold(0);
            narrow.want("view", volume, keys(0, 1, 2, 3));
            CompletableFuture<Chunk> asked = CompletableFuture.supplyAsync(() -> getFrom(narrow, 9));
            eventually("asked", () -> narrow.peek(volume, key(9)) instanceof ChunkState.Loading);
            volume.release(0);
            asked.get();
            assertEquals(key(9), volume.fetched().get(1));
        }
    }

    @Test
    void get_throwsTheCauseAndTriesAgainAtOnce() throws Exception {
        volume.fail(1, DOWN);
        VolumeException thrown = assertThrows(VolumeException.class, () -> cache.get(volume, key(1)));
        assertEquals(Kind.UNREACHABLE, thrown.kind());
        assertEquals(DOWN.getMessage(), thrown.getMessage());
        volume.mend(1);
        assertEquals(1, cache.get(volume, key(1)).value(10, 0, 0));
    }

    @Test
    void get_interrupted_cancelsTheFetch() throws Exception {
        volume.hold(1);
        CompletableFuture<IOException> thrown = new CompletableFuture<>();
        Thread caller = Thread.ofPlatform().start(() -> {
            thrown.complete(assertThrows(InterruptedIOException.class, () -> cache.get(volume, key(1))));
        });
        eventually("started", () -> volume.fetched().size() == 1);
        caller.interrupt();
        thrown.get();
        eventually("the fetch too", () -> volume.interrupted().equals(keys(1)));
    }

    @Test
    void get_keepsAFetchThatNobodyWantsAnyMore() throws Exception {
        volume.hold(1);
        cache.want("view", volume, keys(1));
        CompletableFuture<Chunk> asked = CompletableFuture.supplyAsync(() -> get(1));
        eventually("started", () -> volume.fetched().size() == 1);
        settle();
        cache.want("view", volume, List.of());
        settle();
        volume.release(1);
        asked.get();
        assertEquals(List.of(), volume.interrupted());
    }

    @Test
    void get_whileForgottenOrClosed_fails() throws Exception {
        volume.hold(1);
        CompletableFuture<Chunk> asked = CompletableFuture.supplyAsync(() -> get(1));
        eventually("started", () -> volume.fetched().size() == 1);
        cache.forget(volume);
        assertThrows(ExecutionException.class, asked::get);
        cache.close();
        assertThrows(VolumeException.class, () -> cache.get(volume, key(2)));
    }

    private Chunk get(int x) {
        return getFrom(cache, x);
    }

    private Chunk getFrom(ChunkCache source, int x) {
        try {
            return source.get(volume, key(x));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
