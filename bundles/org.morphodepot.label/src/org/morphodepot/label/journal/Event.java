package org.morphodepot.label.journal;

import org.morphodepot.label.Edit;

/** What a journal records after its base, in the order in which it happened. */
sealed interface Event {

    record Applied(Edit edit) implements Event {
    }

    record Undone() implements Event {
    }

    record Redone() implements Event {
    }

    /**
     * The state after so many steps (all other events) of the journal was saved and has this id; more steps may have
     * been recorded while it was being saved.
     */
    record Saved(String snapshot, long steps) implements Event {
    }
}
