package org.morphodepot.label.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JournalWriterTest {

    /** A disk that may be full. */
    private static final class Disk implements JournalWriter.Sink {

        private final List<Event> appended = new ArrayList<>();
        private final List<Event> forced = new ArrayList<>();
        private int gathered;
        private volatile CountDownLatch forcing = new CountDownLatch(0);
        private boolean full;
        private int failures;
        private int everAppended;

        @Override
        public synchronized void append(Event event) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            appended.add(event);
            everAppended++;
        }

        @Override
        public synchronized void gather() {
            gathered = appended.size();
        }

        @Override
        public void force() throws IOException {
            try {
                forcing.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            synchronized (this) {
                if (failures > 0) {
                    failures--;
                    throw new IOException("Input/output error");
                }
                List<Event> done = appended.subList(0, gathered);
                forced.addAll(done);
                done.clear();
            }
        }

        @Override
        public synchronized void takeBack() {
            appended.clear();
        }

        synchronized int appended() {
            return appended.size();
        }

        synchronized void setFull(boolean nowFull) {
            full = nowFull;
        }
    }

    private final Disk disk = new Disk();
    private final JournalWriter writer = new JournalWriter(disk);

    @Test
    void events_areWrittenInOrder() throws Exception {
        for (int i = 0; i < 100; i++) {
            writer.write(new Event.Saved("s" + i, i));
        }
        writer.close();
        assertEquals(100, disk.forced.size());
        assertEquals(new Event.Saved("s99", 99), disk.forced.getLast());
    }

    @Test
    void fullDisk_isToldAndTriedAgain() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        writer.onTrouble(() -> {
            told.add(writer.trouble().map(IOException::getMessage).orElse("well"));
            throw new IllegalStateException("a bad listener");
        });
        writer.write(new Event.Undone()).get(10, TimeUnit.SECONDS);
        disk.setFull(true);
        CompletableFuture<Void> waiting = writer.write(new Event.Redone());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (writer.trouble().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertTrue(writer.trouble().isPresent());
        assertFalse(waiting.isDone());
        disk.setFull(false);
        waiting.get(10, TimeUnit.SECONDS);
        assertTrue(writer.trouble().isEmpty());
        writer.close();
        assertEquals(List.of(new Event.Undone(), new Event.Redone()), disk.forced);
        assertEquals(List.of("No space left on device", "well"), told);
    }

    @Test
    void slowDisk_doesNotKeepEventsInMemory() throws Exception {
        disk.forcing = new CountDownLatch(1);
        CompletableFuture<Void> first = writer.write(new Event.Undone());
        Thread.sleep(20);
        CompletableFuture<Void> second = writer.write(new Event.Redone());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (disk.appended() < 2 && System.nanoTime() < end) {
            Thread.sleep(1);
        }
        assertEquals(2, disk.appended(), "the second is in the file while the first is being forced");
        assertFalse(first.isDone() || second.isDone());
        disk.forcing.countDown();
        second.get(10, TimeUnit.SECONDS);
        writer.close();
        assertEquals(List.of(new Event.Undone(), new Event.Redone()), disk.forced);
    }

    @Test
    void eventsThatCouldNotBeForced_areWrittenAgainInOrder() throws Exception {
        disk.failures = 1;
        writer.write(new Event.Undone());
        writer.write(new Event.Redone()).get(10, TimeUnit.SECONDS);
        writer.close();
        assertEquals(List.of(new Event.Undone(), new Event.Redone()), disk.forced);
        assertTrue(disk.everAppended > 2);
    }

    @Test
    void fullDiskAtTheEnd_isAFailureAndNotAHang() throws Exception {
        disk.setFull(true);
        CompletableFuture<Void> lost = writer.write(new Event.Undone());
        writer.close();
        assertThrows(ExecutionException.class, lost::get);
    }
}
