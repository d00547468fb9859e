package org.morphodepot.mylyn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Looking for news in the background. */
@Timeout(20)
class BackgroundSyncTest {

    @Test
    void pause_growsWithFailuresUpToAnHour() {
        assertEquals(Duration.ofMinutes(5), BackgroundSync.pause(0));
        assertEquals(Duration.ofMinutes(20), BackgroundSync.pause(2));
        assertEquals(Duration.ofHours(1), BackgroundSync.pause(40));
    }

    @Test
    void askedFor_looksAtOnceAndTellsTheOutcome() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        try (BackgroundSync sync = new BackgroundSync(_ -> {
            int n = looks.incrementAndGet();
            return n == 2 ? Optional.of("Could not reach") : n == 3 ? throwing() : Optional.empty();
        })) {
            while (sync.last().isEmpty()) {
                Thread.sleep(5);
            }
            assertEquals(Optional.of("Could not reach"), sync.nowAndWait());
            assertTrue(sync.last().isPresent());
            assertTrue(sync.nowAndWait().orElseThrow().contains("error log"));
            assertEquals(Optional.empty(), sync.nowAndWait());
            assertEquals(4, looks.get());
        }
    }

    @Test
    void answerAfterALookIntoNowhere_isFollowedByAnotherLook() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        try (BackgroundSync sync = new BackgroundSync(_ -> looks.incrementAndGet() == 1 ? Optional.of("Could not reach")
                : Optional.empty())) {
            while (sync.trouble().isEmpty()) {
                Thread.sleep(5);
            }
            sync.answered();
            while (sync.last().isEmpty()) {
                Thread.sleep(5);
            }
            sync.answered();
            assertEquals(2, looks.get());
        }
    }

    @Test
    void lookThatFailsThoughTheForgeAnswers_isNotRepeatedAtOnce() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        AtomicReference<BackgroundSync> self = new AtomicReference<>();
        try (BackgroundSync sync = new BackgroundSync(_ -> {
            looks.incrementAndGet();
            Optional.ofNullable(self.get()).ifPresent(BackgroundSync::answered);
            return Optional.of("That was not allowed");
        })) {
            self.set(sync);
            sync.nowAndWait();
            sync.nowAndWait();
            int before = looks.get();
            sync.answered();
            Thread.sleep(50);
            assertEquals(before, looks.get());
        }
    }

    private static Optional<String> throwing() {
        throw new IllegalStateException("broken");
    }
}
