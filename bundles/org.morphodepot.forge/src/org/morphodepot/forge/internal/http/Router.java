package org.morphodepot.forge.internal.http;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the handler of a request by method and path. {@code {name}} takes one part, {@code {name*}} all that is left. */
public final class Router {

    /** Answers a request. */
    public interface Handler {
        Reply answer(Call call) throws IOException;
    }

    private record Route(String method, String[] parts, Handler handler) {
    }

    private final List<Route> routes = new ArrayList<>();

    /** {@code route} is a method and a path, as in {@code "GET /repos/{owner}/{repo}"}. Earlier routes win. */
    public Router on(String route, Handler handler) {
        int space = route.indexOf(' ');
        routes.add(new Route(route.substring(0, space), route.substring(space + 2).split("/"), handler));
        return this;
    }

    public Reply answer(Call call) throws IOException {
        String path = call.path().replaceAll("^/+|/+$", "");
        String[] parts = path.split("/");
        String method = call.method().equals("HEAD") ? "GET" : call.method();
        for (Route route : routes) {
            Optional<Map<String, String>> match = route.method().equals(method) ? match(route.parts(), parts) : Optional.empty();
            if (match.isPresent()) {
                call.parts(match.get());
                return route.handler().answer(call);
            }
        }
        throw Problem.notFound();
    }

    private static Optional<Map<String, String>> match(String[] route, String[] parts) {
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < route.length; i++) {
            String wanted = route[i];
            if (wanted.endsWith("*}")) {
                found.put(wanted.substring(1, wanted.length() - 2), rest(parts, i));
                return Optional.of(found);
            }
            if (i >= parts.length) {
                return Optional.empty();
            }
            if (wanted.startsWith("{")) {
                found.put(wanted.substring(1, wanted.length() - 1), decoded(parts[i]));
            } else if (!wanted.equals(parts[i])) {
                return Optional.empty();
            }
        }
        return parts.length == route.length ? Optional.of(found) : Optional.empty();
    }

    private static String rest(String[] parts, int from) {
        StringBuilder rest = new StringBuilder();
        for (int i = from; i < parts.length; i++) {
            rest.append(i == from ? "" : "/").append(decoded(parts[i]));
        }
        return rest.toString();
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "Bad Request");
        }
    }
}
