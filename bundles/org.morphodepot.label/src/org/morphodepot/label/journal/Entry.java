package org.morphodepot.label.journal;

import java.util.List;

/**
 * One event of a journal file, by where it is.
 *
 * @param kind of its (first) record
 * @param from first byte
 * @param to byte behind the last
 * @param saved the state that was saved; null for other kinds
 * @param place for those who read the edit later; null for other kinds
 */
record Entry(int kind, long from, long to, Event.Saved saved, Place place) {

    static Entry of(Event event, long from, long to) {
        return switch (event) {
            case Event.Applied _ -> new Entry(Record.EDIT, from, to, null, new Place(from));
            case Event.Undone _ -> new Entry(Record.UNDONE, from, to, null, null);
            case Event.Redone _ -> new Entry(Record.REDONE, from, to, null, null);
            case Event.Saved saved -> new Entry(Record.SAVED, from, to, saved, null);
        };
    }

    /** The same event elsewhere, which need not be of the same length. */
    Entry at(long newFrom, long newTo, Event.Saved newSaved) {
        return new Entry(kind, newFrom, newTo, newSaved, place);
    }

    boolean isStep() {
        return kind != Record.SAVED;
    }

    /** Index of what follows the given number of steps. */
    static int after(List<Entry> entries, long steps) {
        int index = 0;
        for (long n = 0; n < steps && index < entries.size(); index++) {
            n += entries.get(index).isStep() ? 1 : 0;
        }
        return index;
    }
}
