package org.morphodepot.work.queue;

import java.time.Instant;
import java.util.Optional;

import org.morphodepot.work.TaskRef;

/**
 * Something that needs the network.
 *
 * @param words what it does, for people
 * @param trouble why it was not done at the last try
 * @param since when it was asked for
 * @param next when it is tried again
 */
public record Entry(String id, TaskRef task, Kind kind, String words, State state, Optional<String> trouble, Instant since,
        Optional<Instant> next) {

    /** What is done. */
    public enum Kind {
        /** Send commits. */
        PUSH,
        /** Make sure that the draft pull request is there. */
        DRAFT,
        /** Say that it is ready for review. */
        READY,
        /** Comment on the pull request, or on the issue. */
        COMMENT,
        /** Close the draft. */
        CLOSE_DRAFT,
        /** Take oneself off the task. */
        UNASSIGN
    }

    /** How far it is. */
    public enum State {
        WAITING, RUNNING, BACKING_OFF,
        /** It waits for a person: see the trouble. */
        STOPPED,
        DONE
    }
}
