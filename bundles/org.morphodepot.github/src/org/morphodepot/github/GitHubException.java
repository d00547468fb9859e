package org.morphodepot.github;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A question to a forge that has no answer. Says of which kind, and in one line for people what happened and what to do.
 * A list that could not be asked for is always this exception, never an empty list. No message holds a token.
 */
public final class GitHubException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What a caller may decide on. */
    public enum Kind {
        /** The server could not be reached or the connection broke; whether a write arrived is not known. */
        OFFLINE,
        /** The sign-in is missing, wrong, expired or revoked. */
        UNAUTHORISED,
        /** The server knows who asks and says no: rights or scopes are missing. */
        FORBIDDEN,
        /** There is no such thing, or it may not be seen. */
        NOT_FOUND,
        /** Too many requests: nothing is sent before {@link GitHubException#until()}. */
        RATE_LIMITED,
        /** The state of things does not allow it: not mergeable, changed meanwhile. */
        CONFLICT,
        /** The server understood and refused what was sent. */
        VALIDATION,
        /** The server has trouble of its own; whether a write was done is not known. */
        SERVER,
        /** The answer is not what a forge sends; often a log-in page of the network. */
        MALFORMED
    }

    private final Kind kind;
    private final int status;
    private final transient Instant until;

    private GitHubException(Kind kind, int status, String message, Instant until, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.status = status;
        this.until = until;
    }

    /** Of a kind, with the HTTP status or 0. */
    public static GitHubException of(Kind kind, int status, String message) {
        return new GitHubException(kind, status, message, null, null);
    }

    /** Without an answer from the server. */
    public static GitHubException of(Kind kind, String message, Throwable cause) {
        return new GitHubException(kind, 0, message, null, cause);
    }

    /** A limit that ends at {@code until}. */
    public static GitHubException limited(int status, String message, Instant until) {
        return new GitHubException(Kind.RATE_LIMITED, status, message, Objects.requireNonNull(until), null);
    }

    public Kind kind() {
        return kind;
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** When to ask again at the earliest; only of {@link Kind#RATE_LIMITED}. */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    /** The HTTP status, 0 when there was no answer. */
    public int status() {
        return status;
    }

    /** Whether a write may have been done although it failed: look before doing it again. */
    public boolean leavesDoubt() {
        return kind == Kind.OFFLINE || kind == Kind.SERVER || kind == Kind.MALFORMED;
    }
}
