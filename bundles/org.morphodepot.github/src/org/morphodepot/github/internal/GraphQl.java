package org.morphodepot.github.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;
import org.morphodepot.github.internal.json.Fields;
import org.morphodepot.github.internal.json.Json;

/** Questions in GraphQL. Their errors come with status 200 and are raised here. */
public final class GraphQl {

    private final Api api;

    public GraphQl(Api api) {
        this.api = api;
    }

    /** The {@code data} of the answer. */
    public Fields ask(String document, Map<String, ?> variables) throws GitHubException {
        return send(document, variables, false, false);
    }

    /** As {@link #ask}; fields that are null because they are gone or hidden are no error. */
    public Fields askForWhatIsLeft(String document, Map<String, ?> variables) throws GitHubException {
        return send(document, variables, false, true);
    }

    public Fields change(String document, Map<String, ?> variables) throws GitHubException {
        return send(document, variables, true, false);
    }

    private Fields send(String document, Map<String, ?> variables, boolean changes, boolean goneIsFine)
            throws GitHubException {
        String body = Json.text(Map.of("query", document, "variables", variables));
        Fields answer = api.send(Call.graphql(api.address().graphql(), body, changes));
        List<Fields> errors = answer.details("errors").stream().filter(e -> !goneIsFine || !isGone(e)).toList();
        if (!errors.isEmpty()) {
            throw failure(errors);
        }
        if (answer.object("data").isEmpty()) {
            throw GitHubException.of(Kind.MALFORMED, 200, api.address().host() + " gave an answer without data.");
        }
        return answer.child("data");
    }

    private static boolean isGone(Fields error) {
        return error.text("type").equals("NOT_FOUND");
    }

    private GitHubException failure(List<Fields> errors) {
        String host = api.address().host();
        String said = Failures.shortened(errors.stream().map(e -> e.text("message")).limit(3).collect(Collectors.joining("; ")));
        String type = errors.getFirst().text("type");
        if (type.equals("RATE_LIMITED") || type.equals("RATE_LIMIT") || said.toLowerCase(Locale.ROOT).contains("rate limit")) {
            Instant until = api.pace().now().plus(Duration.ofMinutes(1));
            api.restGraphQl(until);
            return GitHubException.limited(200, Failures.tooMany(host, until), until);
        }
        Kind kind = switch (type) {
            case "NOT_FOUND" -> Kind.NOT_FOUND;
            case "FORBIDDEN", "INSUFFICIENT_SCOPES", "SERVICE_UNAVAILABLE_FOR_USER" -> Kind.FORBIDDEN;
            case "UNPROCESSABLE" -> Kind.VALIDATION;
            case "INTERNAL", "SERVICE_UNAVAILABLE" -> Kind.SERVER;
            default -> said.startsWith("Something went wrong") ? Kind.SERVER : Kind.VALIDATION;
        };
        return GitHubException.of(kind, 200, host + " could not answer: " + said);
    }
}
