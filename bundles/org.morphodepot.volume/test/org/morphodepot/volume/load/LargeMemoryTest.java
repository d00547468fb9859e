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
            MemorySegment memory = LargeMemory.zeros(bytes, arena);
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
            MemorySegment memory = LargeMemory.zeros(1000, arena);
            assertEquals(-1, memory.mismatch(arena.allocate(1000)));
        }
    }
}
