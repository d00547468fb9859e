package org.morphodepot.label.journal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Writes what a compaction keeps, and after it everything that the journal gets meanwhile. The bytes of edits stay. */
final class JournalCopy {

    private static final int PIECE = 1 << 20;

    private final JournalCompaction plan;
    private final WritableByteChannel out;
    private final BooleanSupplier stopped;
    private final List<Entry> entries = new ArrayList<>();
    private long end;
    /** Number of events of the old file that were taken. */
    private int taken;

    /** @param stopped asked now and then: true makes copying fail */
    JournalCopy(JournalCompaction plan, WritableByteChannel out, BooleanSupplier stopped) {
        this.plan = plan;
        this.out = out;
        this.stopped = stopped;
    }

    /** Writes what leads to the state. */
    void begin(FileChannel old) throws IOException {
        copy(old, 0, plan.begin());
        for (Entry edit : plan.edits()) {
            keep(old, edit);
        }
        for (int i = 0; i < plan.undone(); i++) {
            put(new Event.Undone(), Record.of(Record.UNDONE, body -> { }));
        }
        for (Event.Saved known : plan.known()) {
            put(known, JournalFile.record(known));
        }
        taken = plan.start();
    }

    /** Writes the events that were not taken yet. */
    void follow(FileChannel old, List<Entry> all) throws IOException {
        while (taken < all.size()) {
            Entry entry = all.get(taken);
            if (entry.isStep()) {
                keep(old, entry);
            } else {
                Optional<Event.Saved> moved = plan.moved(entry.saved());
                if (moved.isPresent()) {
                    put(moved.get(), JournalFile.record(moved.get()));
                }
            }
            taken++;
        }
    }

    private void keep(FileChannel old, Entry entry) throws IOException {
        long from = end;
        copy(old, entry.from(), entry.to());
        entries.add(entry.at(from, end, null));
    }

    private void put(Event event, Record record) throws IOException {
        long from = end;
        ByteBuffer bytes = record.bytes();
        end += bytes.remaining();
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        entries.add(Entry.of(event, from, end));
    }

    private void copy(FileChannel old, long from, long to) throws IOException {
        for (long at = from; at < to;) {
            long count = old.transferTo(at, Math.min(to - at, PIECE), out);
            if (count <= 0 || stopped.getAsBoolean()) {
                throw new InterruptedIOException(count <= 0 ? "the journal ends too early" : "the journal is being closed");
            }
            at += count;
        }
        end += to - from;
    }

    /** The events in the new file. */
    List<Entry> entries() {
        return entries;
    }

    /** Number of events of the old file that the new one holds or does without. */
    int taken() {
        return taken;
    }

    JournalCompaction plan() {
        return plan;
    }
}
