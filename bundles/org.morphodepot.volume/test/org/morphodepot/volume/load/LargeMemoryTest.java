package org.morphodepot.volume.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.junit.jupiter.api.Test;

class LargeMemoryTest {

    /** More than an array could hold; only the touched pages are really there. */
    @Test
    void memoryBeyondTwoGigabytes_isZeroAndWritable() {
        long bytes = (5L << 30) + 3;
        MemorySegment kept;
        try (Arena arena = Arena.ofShared()) {
            MemorySegment memory = LargeMemory.of(bytes, arena).bytes();
            kept = memory;
            assertEquals(bytes, memory.byteSize());
            for (long at = 0; at < bytes; at += 1L << 30) {
                assertEquals(0, memory.get(ValueLayout.JAVA_BYTE, at));
            }
            memory.set(ValueLayout.JAVA_BYTE, bytes - 1, (byte) 7);
            assertEquals(7, memory.get(ValueLayout.JAVA_BYTE, bytes - 1));
        }
        assertThrows(IllegalStateException.class, () -> kept.get(ValueLayout.JAVA_BYTE, 0));
    }

    @Test
    void littleMemory_isZero() {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment memory = LargeMemory.of(1000, arena).bytes();
            assertEquals(-1, memory.mismatch(arena.allocate(1000)));
        }
    }

    /** Preparing changes nothing that can be seen, whatever its end, and whoever else does it. */
    @Test
    void preparedMemory_isAsItWas() throws InterruptedException {
        long bytes = (20L << 20) + 1234;
        try (Arena arena = Arena.ofShared()) {
            LargeMemory memory = LargeMemory.of(bytes, arena);
            memory.bytes().set(ValueLayout.JAVA_BYTE, 3L << 20, (byte) 5);
            memory.prepare(0);
            memory.prepare(1);
            Thread other = Thread.ofPlatform().start(() -> memory.prepare(Long.MAX_VALUE));
            memory.prepare(bytes);
            other.join();
            assertEquals(5, memory.bytes().get(ValueLayout.JAVA_BYTE, 3L << 20));
            memory.bytes().set(ValueLayout.JAVA_BYTE, 3L << 20, (byte) 0);
            assertEquals(-1, memory.bytes().mismatch(arena.allocate(bytes)));
        }
    }
}
