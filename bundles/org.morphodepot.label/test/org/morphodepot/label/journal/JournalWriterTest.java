package org.morphodepot.label.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
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
        private boolean full;

        @Override
        public synchronized void append(Event event) throws IOException {
            appended.add(event);
            if (full) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public synchronized void force() {
            forced.addAll(appended);
            appended.clear();
        }

        @Override
        public synchronized void takeBack() {
            appended.clear();
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
    void fullDiskAtTheEnd_isAFailureAndNotAHang() throws Exception {
        disk.setFull(true);
        CompletableFuture<Void> lost = writer.write(new Event.Undone());
        writer.close();
        assertThrows(ExecutionException.class, lost::get);
    }
}
