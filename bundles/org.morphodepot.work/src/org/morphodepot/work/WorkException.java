package org.morphodepot.work;

import java.io.IOException;
import java.util.concurrent.CancellationException;

import org.morphodepot.git.GitException;
import org.morphodepot.github.GitHubException;
import org.morphodepot.volume.VolumeException;

/** A use case that did not succeed: of which kind, and one line for people that names the cause and the next step. */
public final class WorkException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What a caller may decide on. */
    public enum Kind {
        /** The forge cannot be reached, or has trouble of its own: what waits is done later. */
        OFFLINE,
        /** Nobody is signed in, or the sign-in is not accepted any more. */
        SIGN_IN,
        /** The person may not do this. */
        NOT_ALLOWED,
        /** There is no such thing, or it may not be seen. */
        NOT_FOUND,
        /** Somebody else changed the same meanwhile. */
        CONFLICT,
        /** Larger than the forge, the memory or the disk takes. */
        TOO_LARGE,
        /** Data is damaged, or something failed that should not. */
        BROKEN,
        /** The person asked to stop. */
        CANCELLED
    }

    private final Kind kind;

    public WorkException(Kind kind, String message) {
        this(kind, message, null);
    }

    public WorkException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** What to throw for a failure of the bundles below. */
    public static WorkException of(IOException cause) {
        return switch (cause) {
            case WorkException known -> known;
            case GitHubException e -> new WorkException(kind(e.kind()), e.getMessage(), e);
            case GitException e -> new WorkException(kind(e.kind()), e.getMessage(), e);
            case VolumeException e -> new WorkException(kind(e.kind()), e.getMessage(), e);
            default -> new WorkException(Kind.BROKEN, String.valueOf(cause.getMessage()), cause);
        };
    }

    /** What to throw when the person asked to stop. */
    public static WorkException of(CancellationException cause) {
        return new WorkException(Kind.CANCELLED, "Stopped. Nothing is lost; start again to go on.", cause);
    }

    private static Kind kind(GitHubException.Kind kind) {
        return switch (kind) {
            case OFFLINE, SERVER, RATE_LIMITED, MALFORMED -> Kind.OFFLINE;
            case UNAUTHORISED -> Kind.SIGN_IN;
            case FORBIDDEN -> Kind.NOT_ALLOWED;
            case NOT_FOUND -> Kind.NOT_FOUND;
            case CONFLICT -> Kind.CONFLICT;
            case VALIDATION -> Kind.BROKEN;
        };
    }

    private static Kind kind(GitException.Kind kind) {
        return switch (kind) {
            case OFFLINE -> Kind.OFFLINE;
            case ACCESS_DENIED -> Kind.NOT_ALLOWED;
            case NOT_FOUND -> Kind.NOT_FOUND;
            case REJECTED_NON_FAST_FORWARD -> Kind.CONFLICT;
            case TOO_LARGE -> Kind.TOO_LARGE;
            case REJECTED, LOCKED, CORRUPT, HOSTILE_NAME, UNSAVED_WORK, STORAGE -> Kind.BROKEN;
        };
    }

    private static Kind kind(VolumeException.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> Kind.NOT_FOUND;
            case ACCESS_DENIED -> Kind.NOT_ALLOWED;
            case UNREACHABLE -> Kind.OFFLINE;
            case TOO_LARGE -> Kind.TOO_LARGE;
            case MALFORMED, UNSUPPORTED, STORAGE -> Kind.BROKEN;
        };
    }
}
