package org.morphodepot.github.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.net.ssl.SSLException;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;
import org.morphodepot.github.Scope;
import org.morphodepot.github.internal.json.Fields;
import org.morphodepot.github.internal.json.Json;

/** Turns what went wrong into one line for people. */
final class Failures {

    private static final int LONGEST = 300;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private Failures() {
    }

    static GitHubException offline(String host, IOException e) {
        String why = switch (root(e)) {
            case UnknownHostException _, UnresolvedAddressException _ -> "its name is not known here";
            case HttpConnectTimeoutException _ -> "it does not answer";
            case HttpTimeoutException _ -> "it takes too long to answer";
            case SSLException ssl -> "the connection is not secure (" + shortened(ssl.getMessage()) + ")";
            case ConnectException _ -> "the connection was refused";
            default -> "the connection broke off";
        };
        return GitHubException.of(Kind.OFFLINE, "Could not reach " + host + ": " + why
                + ". Check the network and try again.", e);
    }

    /** Whether there is no connection at all, so that trying again at once makes no sense. */
    static boolean isUnreachable(GitHubException e) {
        Throwable root = e.getCause() == null ? e : root(e.getCause());
        return root instanceof ConnectException || root instanceof UnknownHostException || root instanceof SSLException
                || root instanceof UnresolvedAddressException;
    }

    private static Throwable root(Throwable e) {
        Throwable root = e;
        for (int depth = 0; root.getCause() != null && depth < 10; depth++) {
            if (root instanceof HttpTimeoutException || root instanceof SSLException) {
                return root;
            }
            root = root.getCause();
        }
        return root;
    }

    static String tooMany(String host, Instant until) {
        return host + " asks for a pause: too many requests. It goes on by itself after "
                + CLOCK.format(until.plusSeconds(59).atZone(ZoneId.systemDefault())) + ".";
    }

    /** Throws what a status above 299 means; {@code limit} is when a limit ends that the server named. */
    static void check(String host, Reply reply, Optional<Instant> limit) throws GitHubException {
        int status = reply.status();
        if (status >= 200 && status < 300) {
            return;
        }
        if (limit.isPresent()) {
            throw GitHubException.limited(status, tooMany(host, limit.get()), limit.get());
        }
        throw GitHubException.of(kind(status), status, message(host, reply));
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401 -> Kind.UNAUTHORISED;
            case 403, 407, 451 -> Kind.FORBIDDEN;
            case 404, 410 -> Kind.NOT_FOUND;
            case 405, 409, 412, 423 -> Kind.CONFLICT;
            default -> status >= 500 ? Kind.SERVER : status >= 400 ? Kind.VALIDATION : Kind.MALFORMED;
        };
    }

    private static String message(String host, Reply reply) {
        String said = said(reply);
        return switch (kind(reply.status())) {
            case UNAUTHORISED -> host + " does not accept the sign-in" + said + " Sign in again.";
            case FORBIDDEN -> host + " does not allow this" + said + missingRights(reply);
            case NOT_FOUND -> "Not found on " + host + said + " It was removed, renamed, or you may not see it.";
            case CONFLICT -> host + " cannot do this now" + said + " Refresh and try again.";
            case SERVER -> host + " has trouble (" + reply.status() + ")" + said + " Try again in a few minutes.";
            case MALFORMED -> host + " gave an answer that makes no sense here (" + reply.status() + ").";
            default -> host + " refused this" + said;
        };
    }

    private static String said(Reply reply) {
        Optional<Fields> fields = Json.tryObject(reply.body());
        if (fields.isEmpty() || fields.get().text("message").isBlank()) {
            return ".";
        }
        String details = fields.get().details("errors").stream().map(Failures::detail).filter(text -> !text.isBlank())
                .limit(5).collect(Collectors.joining("; "));
        String message = fields.get().text("message").strip();
        String text = shortened(details.isEmpty() ? message : message + ": " + details);
        return ": " + text + (text.endsWith(".") || text.endsWith("…") ? "" : ".");
    }

    private static String detail(Fields error) {
        String message = error.text("message");
        return message.isBlank() ? (error.text("field") + " " + error.text("code").replace('_', ' ')).strip() : message;
    }

    private static String missingRights(Reply reply) {
        Set<String> wanted = Scope.words(reply.header("X-Accepted-OAuth-Scopes").orElse(""));
        Set<String> granted = Scope.words(reply.header("X-OAuth-Scopes").orElse(""));
        Optional<String> permissions = reply.header("X-Accepted-GitHub-Permissions");
        boolean classic = reply.header("X-OAuth-Scopes").isPresent();
        if (classic && !wanted.isEmpty() && wanted.stream().noneMatch(granted::contains)) {
            return " The sign-in lacks the right " + shortened(String.join(" or ", wanted)) + ": sign in again and allow it.";
        }
        return permissions.isPresent() && !classic ? " The token needs " + shortened(permissions.get()) + "." : "";
    }

    static String shortened(String text) {
        String line = String.valueOf(text).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
