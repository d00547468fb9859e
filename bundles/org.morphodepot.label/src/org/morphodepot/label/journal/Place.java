package org.morphodepot.label.journal;

/** Where an edit begins in the journal file; another place once the journal was compacted. Any thread. */
final class Place {

    private static final long NOWHERE = -1;

    private volatile long offset;

    Place(long offset) {
        this.offset = offset;
    }

    /** -1 when the journal no longer has it. */
    long offset() {
        return offset;
    }

    void moveTo(long other) {
        offset = other;
    }

    void vanish() {
        offset = NOWHERE;
    }
}
