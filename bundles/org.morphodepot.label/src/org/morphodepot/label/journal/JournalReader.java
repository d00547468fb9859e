package org.morphodepot.label.journal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.morphodepot.label.StoredBlocks;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/** Reads what is complete in a journal file. */
final class JournalReader {

    static final byte[] MAGIC = {'M', 'D', 'L', 'J'};
    static final int VERSION = 1;
    /** Magic, version, three bytes for later. */
    static final int START = 8;

    private final List<Event> events = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private long begin;
    private String base;
    private final JournalFile file;
    private final StoredEdit edit = new StoredEdit();
    /** Where the record of the present edit begins. */
    private long start;
    private Place place;
    private long valid = START;
    private long complete = START;
    private boolean damaged;

    private JournalReader(JournalFile file) {
        this.file = file;
    }

    /**
     * @param base id of the state the events start from; empty when not even that is there
     * @param events complete ones
     * @param entries where each of the events is in the file
     * @param begin where the first of them begins
     * @param length bytes up to the end of the last complete event
     * @param damaged whether bytes changed after they were written; an end cut off by a crash is no damage
     */
    record Contents(String base, List<Event> events, List<Entry> entries, long begin, long length, boolean damaged) {
    }

    static Contents read(JournalFile journal) throws IOException {
        JournalReader reader = new JournalReader(journal);
        Path file = journal.path();
        long size = Files.size(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (size < START || !Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                return new Contents("", List.of(), List.of(), 0, 0, size >= START);
            }
            int version = in.readUnsignedByte();
            if (version > VERSION) {
                throw new VolumeException(Kind.UNSUPPORTED, "The journal " + file
                        + " was written by a newer version of "
                        + "the workbench; open the work there, or update");
            }
            in.readNBytes(START - MAGIC.length - 1);
            boolean more = true;
            while (more) {
                more = reader.next(in, size);
            }
        }
        return new Contents(reader.base == null ? "" : reader.base, List.copyOf(reader.events),
                List.copyOf(reader.entries), reader.begin, reader.complete, reader.damaged);
    }

    /** Reads one record; false when there is no further whole one. */
    private boolean next(DataInputStream in, long size) throws IOException {
        if (size - valid < Record.HEAD) {
            return false;
        }
        int length = in.readInt();
        int checksum = in.readInt();
        if (length < 1 || length > Record.LARGEST || length > size - valid - 8) {
            return false;
        }
        Record found = new Record(in.readUnsignedByte(), in.readNBytes(length - 1));
        if (found.checksum() != checksum) {
            damaged = valid + 8 + length < size;
            return false;
        }
        try {
            take(found);
        } catch (IOException | RuntimeException e) {
            damaged = true;
            return false;
        }
        long from = found.kind() == Record.BLOCKS ? start : valid;
        valid += 8 + length;
        if (edit.isComplete()) {
            complete = valid;
            begin = events.isEmpty() ? valid : begin;
        }
        if (entries.size() < events.size()) {
            entries.add(placed(Entry.of(events.getLast(), from, valid)));
        }
        return true;
    }

    private Entry placed(Entry entry) {
        return entry.place() == null ? entry : new Entry(entry.kind(), entry.from(), entry.to(), null, place);
    }

    private void take(Record found) throws IOException {
        switch (found.kind()) {
            case Record.EDIT -> {
                start = valid;
                edit.begin(found);
                takeEdit();
            }
            case Record.BLOCKS -> {
                edit.go(found);
                takeEdit();
            }
            case Record.UNDONE -> events.add(new Event.Undone());
            case Record.REDONE -> events.add(new Event.Redone());
            default -> {
                try (DataInputStream in = found.open()) {
                    takeText(found.kind(), in);
                }
            }
        }
    }

    private void takeText(int kind, DataInputStream in) throws IOException {
        switch (kind) {
            case Record.BASE -> base = EditCodec.readText(in);
            case Record.SAVED -> events.add(new Event.Saved(EditCodec.readText(in), in.readLong()));
            default -> throw new IOException("unknown kind of record: " + kind);
        }
    }

    /** The blocks were looked at to know that they can be read; they need no memory until they are wanted. */
    private void takeEdit() {
        edit.takeBlocks();
        if (edit.isComplete()) {
            place = new Place(start);
            events.add(new Event.Applied(EditCodec.withBlocks(edit.head(), StoredBlocks.onDisk(edit.size(), file.at(place)))));
        }
    }
}
