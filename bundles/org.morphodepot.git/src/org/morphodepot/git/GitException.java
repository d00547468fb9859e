package org.morphodepot.git;

import java.io.IOException;

/** A git verb that did not succeed: of which kind, and one line for people that names the cause and the next step. */
public final class GitException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What a caller may decide on. */
    public enum Kind {
        /** The server could not be reached or the connection broke: try again later. */
        OFFLINE,
        /** The server knows who asks, or nobody asked, and it says no. */
        ACCESS_DENIED,
        /** There is no such repository, branch or commit (or it may not be seen). */
        NOT_FOUND,
        /** Somebody else pushed first: fetch and merge. */
        REJECTED_NON_FAST_FORWARD,
        /** The server refused what was pushed, for a reason it names. */
        REJECTED,
        /** Another program holds the folder. */
        LOCKED,
        /** Data in the clone is damaged or missing. */
        CORRUPT,
        /** Larger than what the server takes. */
        TOO_LARGE,
        /** A name in the depot that could write outside its folder or cannot exist on some platform. */
        HOSTILE_NAME,
        /** Work in the folder that the verb would overwrite. */
        UNSAVED_WORK,
        /** The disk is full, or the folder may not be read or written. */
        STORAGE
    }

    private final Kind kind;

    public GitException(Kind kind, String message) {
        this(kind, message, null);
    }

    public GitException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
