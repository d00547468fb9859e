package org.morphodepot.volume.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.morphodepot.volume.spi.StoreBusyException;

/** How many requests are under way at once. */
@Timeout(30)
class ChunkCachePaceTest {

    private static final int FIRST = 24;

    private final FakeVolume volume = new FakeVolume();

    private static void settle(FakeVolume volume, int count) throws InterruptedException {
        for (int i = 0; i < 400 && volume.fetched().size() < count; i++) {
            Thread.sleep(10);
        }
        Thread.sleep(60);
        assertEquals(count, volume.fetched().size());
    }

    @Test
    void storeInTrouble_getsHalfOfTheRequests() throws Exception {
        IntStream.range(0, 100).forEach(volume::hold);
        volume.fail(0, new StoreBusyException("slow down", null));
        try (ChunkCache cache = new ChunkCache(1 << 20)) {
            cache.want(this, volume, FakeVolume.keys(IntStream.range(0, 100).toArray()));
            settle(volume, FIRST);
            volume.release(0);
            settle(volume, FIRST + 1); // its place was taken before it was known why
            IntStream.rangeClosed(1, FIRST / 2).forEach(volume::release);
            settle(volume, FIRST + 1);
            volume.release(FIRST / 2 + 1);
            settle(volume, FIRST + 2);
            IntStream.range(FIRST / 2 + 2, 100).forEach(volume::release);
        }
    }

    @Test
    void fixedNumber_isKept() throws Exception {
        IntStream.range(0, 100).forEach(volume::hold);
        try (ChunkCache cache = new ChunkCache(1 << 20, 5, 1)) {
            cache.want(this, volume, FakeVolume.keys(IntStream.range(0, 100).toArray()));
            settle(volume, 5);
            volume.release(0);
            settle(volume, 6);
            assertTrue(cache.usage().loading() <= 5);
            IntStream.range(1, 100).forEach(volume::release);
        }
    }
}
