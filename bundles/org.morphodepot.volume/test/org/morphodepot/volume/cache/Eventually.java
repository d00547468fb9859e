package org.morphodepot.volume.cache;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.function.BooleanSupplier;

/** Waits for what other threads will do soon. */
final class Eventually {

    private Eventually() {
    }

    static void eventually(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("did not happen: " + what);
            }
            pause();
        }
    }

    /** Gives other threads time to do something they must not do. */
    static void settle() {
        for (int i = 0; i < 20; i++) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
