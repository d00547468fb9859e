package org.morphodepot.volume;

import java.io.IOException;

/**
 * A scan could not be opened, read or written. The message is for people: it names the file, the cause and, where there is
 * one, the next step, in one line.
 */
public final class VolumeException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for callers that react differently. */
    public enum Kind {
        /** Nothing at that address. */
        NOT_FOUND,
        /** The server or the file system refuses access. */
        ACCESS_DENIED,
        /** The host cannot be reached or broke off. */
        UNREACHABLE,
        /** The bytes contradict the format, or each other. */
        MALFORMED,
        /** Valid, but a type, codec or layout we do not read. */
        UNSUPPORTED,
        /** Larger than a limit that protects memory or disk. */
        TOO_LARGE,
        /** Local disk trouble: full, read-only. */
        STORAGE
    }

    private final Kind kind;

    public VolumeException(Kind kind, String message) {
        this(kind, message, null);
    }

    public VolumeException(Kind kind, String message, Throwable cause) {
        super(oneLine(message), cause);
        this.kind = kind;
    }

    /** Messages quote words from files, which may hold line breaks and escapes for terminals. */
    private static String oneLine(String message) {
        return message == null ? null : message.replaceAll("\\p{Cntrl}+", " ");
    }

    public Kind kind() {
        return kind;
    }
}
