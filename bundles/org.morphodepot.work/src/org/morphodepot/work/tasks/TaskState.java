package org.morphodepot.work.tasks;

/** How far a task is. */
public enum TaskState {
    UNASSIGNED("nobody has it"),
    NOT_STARTED("not started"),
    IN_PROGRESS("in progress"),
    SUBMITTED("waits for review"),
    CHANGES_REQUESTED("changes requested"),
    MERGED("merged"),
    CLOSED("closed");

    private final String words;

    TaskState(String words) {
        this.words = words;
    }

    /** In words for people, such as {@code waits for review}. */
    public String words() {
        return words;
    }

    /** Whether nothing is left to do. */
    public boolean isOver() {
        return this == MERGED || this == CLOSED;
    }

    /** Whether it is the segmenter's turn. */
    public boolean isForSegmenter() {
        return this == NOT_STARTED || this == IN_PROGRESS || this == CHANGES_REQUESTED;
    }
}
