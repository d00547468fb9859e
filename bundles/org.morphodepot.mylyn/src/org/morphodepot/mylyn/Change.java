package org.morphodepot.mylyn;

/** How a task here differs from the forge's. */
public enum Change {
    NONE(""),
    /** Found for the first time. */
    NEW("new"),
    /** Somebody changed it since it was looked at. */
    INCOMING("changed since you looked"),
    /** Something from here waits to be sent. */
    OUTGOING("waits to be sent"),
    /** Both, or what was sent does not fit. */
    CONFLICT("needs a decision");

    private final String words;

    Change(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public boolean isIncoming() {
        return this == NEW || this == INCOMING;
    }
}
