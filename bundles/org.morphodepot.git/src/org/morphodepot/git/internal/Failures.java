package org.morphodepot.git.internal;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import javax.net.ssl.SSLException;

import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.errors.TooLargePackException;
import org.morphodepot.git.GitException;
import org.morphodepot.git.GitException.Kind;
import org.morphodepot.git.GitProgress;

/** Turns what the library throws into one kind and one line. The library's exceptions know no token, see {@link TokenFor}. */
final class Failures {

    private Failures() {
    }

    /** The failure to throw; throws {@link CancellationException} itself when it came from the user. */
    static GitException of(Exception e, String place, GitProgress progress) {
        if (progress.cancelled()) {
            throw new CancellationException("cancelled");
        }
        return e instanceof GitException known ? known : new GitException(kind(e), line(kind(e), place, e), e);
    }

    private static Kind kind(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            boolean hostile = has(text, "invalid name", "invalid path", "contains '/'", "contains '..'", "contains '.git'");
            Optional<Kind> kind = hostile ? Optional.of(Kind.HOSTILE_NAME) : byType(cause).or(() -> byText(text));
            if (kind.isPresent()) {
                return kind.get();
            }
        }
        return e instanceof org.eclipse.jgit.errors.TransportException
                || e instanceof org.eclipse.jgit.api.errors.TransportException ? Kind.OFFLINE : Kind.STORAGE;
    }

    private static Optional<Kind> byType(Throwable e) {
        return Optional.ofNullable(switch (e) {
            case NoRemoteRepositoryException _ -> Kind.NOT_FOUND;
            case TooLargePackException _, TooLargeObjectInPackException _ -> Kind.TOO_LARGE;
            case LockFailedException _ -> Kind.LOCKED;
            case UnknownHostException _, SocketTimeoutException _, SocketException _, SSLException _ -> Kind.OFFLINE;
            case MissingObjectException _, CorruptObjectException _ -> Kind.CORRUPT;
            case FileSystemException _ -> Kind.STORAGE;
            default -> null;
        });
    }

    private static Optional<Kind> byText(String text) {
        if (has(text, "not authorized", "authentication is required", "not permitted", "403 ", "401 ", "access denied",
                "credentialsprovider")) {
            return Optional.of(Kind.ACCESS_DENIED);
        }
        if (has(text, "not found", "does not have", "404 ", "nothing to fetch", "invalid remote")) {
            return Optional.of(Kind.NOT_FOUND);
        }
        if (has(text, "cannot lock", "lock failed")) {
            return Optional.of(Kind.LOCKED);
        }
        if (has(text, "no space left", "disk quota", "permission denied", "input/output error", "read-only file system")) {
            return Optional.of(Kind.STORAGE);
        }
        if (has(text, "connection", "timed out", "time out", "unexpected end", "eof", "remote hung up", "502 ", "503 ",
                "504 ", "500 ", "429 ", "short read")) {
            return Optional.of(Kind.OFFLINE);
        }
        return Optional.empty();
    }

    private static boolean has(String text, String... words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String line(Kind kind, String place, Throwable e) {
        return switch (kind) {
            case OFFLINE -> "Could not reach " + place + ". Your work is safe here; try again when you are online.";
            case ACCESS_DENIED -> place + " did not let you in. Sign in again, or ask its owner for access.";
            case NOT_FOUND -> place + " was not found: it may be renamed, removed, private, or not ready yet.";
            case LOCKED -> "Another program works in " + place + ". Close it, then try again.";
            case CORRUPT -> "Data in " + place + " is damaged. Keep the folder and let the workbench make a new clone.";
            case TOO_LARGE -> "What was sent to " + place + " is larger than it takes. Crop the segmentation.";
            case STORAGE -> "Could not read or write " + place + ": " + reason(e);
            case HOSTILE_NAME -> place + " has a file with a name that is not safe: " + reason(e);
            case REJECTED, REJECTED_NON_FAST_FORWARD, UNSAVED_WORK -> place + ": " + reason(e);
        };
    }

    private static String reason(Throwable e) {
        Throwable last = e;
        while (last.getCause() instanceof IOException && last.getCause() != last) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage()).lines().findFirst().orElse("unknown reason");
    }
}
