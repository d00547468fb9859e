package org.morphodepot.label.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.io.AtomicFile;

/**
 * A journal without what nobody can see any more: before the state that is opened, edits that were undone and then
 * forgotten for others, what was undone and redone, and states that were saved before. What came after stays record by
 * record. The bytes of edits are copied as they are.
 */
final class JournalCompaction {

    private static final int LEAST = 1 << 20;

    private final JournalReader.Contents old;
    private final int start;
    /** Indices of the edits that the history before the opened state holds, and how many of them are in it. */
    private final List<Integer> edits = new ArrayList<>();
    private int position;
    private long stepsBefore;

    private JournalCompaction(JournalReader.Contents old, int start) {
        this.old = old;
        this.start = start;
        for (int i = 0; i < start; i++) {
            stepsBefore += old.events().get(i) instanceof Event.Saved ? 0 : 1;
            take(i);
        }
    }

    /** Whether a journal is large enough to be looked at. */
    static boolean isLarge(Path journal) throws IOException {
        return Files.isRegularFile(journal) && Files.size(journal) > LEAST;
    }

    /**
     * What to do about a journal whose state is opened; empty when it would not become much smaller, or is damaged.
     *
     * @param start number of events before that state; -1 when the journal does not know it
     */
    static Optional<JournalCompaction> of(JournalReader.Contents old, int start) {
        if (old.damaged() || start < 1) {
            return Optional.empty();
        }
        return Optional.of(new JournalCompaction(old, start)).filter(JournalCompaction::pays);
    }

    private void take(int i) {
        switch (old.events().get(i)) {
            case Event.Applied _ -> {
                edits.subList(position, edits.size()).clear();
                edits.add(i);
                position++;
            }
            case Event.Undone _ -> position = Math.max(0, position - 1);
            case Event.Redone _ -> position = Math.min(edits.size(), position + 1);
            case Event.Saved _ -> {
                // only the state that is opened stays known
            }
        }
    }

    /** Whether a quarter of the journal and a mebibyte would go. */
    private boolean pays() {
        long kept = old.length() - from(start);
        for (int edit : edits) {
            kept += old.ends().get(edit) - from(edit);
        }
        long gone = old.length() - kept;
        return gone > LEAST && gone > old.length() / 4;
    }

    /** Where an event begins. */
    private long from(int event) {
        return event == 0 ? old.begin() : old.ends().get(event - 1);
    }

    /** Writes the compacted journal in the place of the old one, whole or not at all. */
    void replace(Path journal, String snapshot) throws IOException {
        try (FileChannel in = FileChannel.open(journal, StandardOpenOption.READ);
                AtomicFile target = AtomicFile.create(journal)) {
            WritableByteChannel out = Channels.newChannel(target.out());
            copy(in, 0, old.begin(), out);
            for (int edit : edits) {
                copy(in, from(edit), old.ends().get(edit), out);
            }
            for (int i = position; i < edits.size(); i++) {
                put(Record.of(Record.UNDONE, body -> { }), target.out());
            }
            long steps = edits.size() + (edits.size() - position);
            saved(new Event.Saved(snapshot, steps), target.out());
            for (int i = start; i < old.events().size(); i++) {
                rest(i, steps, in, target.out(), out);
            }
            target.commit();
        }
    }

    private void rest(int i, long steps, FileChannel in, OutputStream target, WritableByteChannel out) throws IOException {
        if (!(old.events().get(i) instanceof Event.Saved known)) {
            copy(in, from(i), old.ends().get(i), out);
        } else if (known.steps() >= stepsBefore) {
            saved(new Event.Saved(known.snapshot(), known.steps() - stepsBefore + steps), target);
        }
    }

    private static void saved(Event.Saved event, OutputStream out) throws IOException {
        put(JournalFile.record(event), out);
    }

    private static void put(Record record, OutputStream out) throws IOException {
        ByteBuffer bytes = record.bytes();
        out.write(bytes.array(), 0, bytes.limit());
    }

    private static void copy(FileChannel in, long from, long to, WritableByteChannel out) throws IOException {
        for (long at = from; at < to;) {
            at += in.transferTo(at, Math.min(to - at, 1 << 20), out);
        }
    }
}
