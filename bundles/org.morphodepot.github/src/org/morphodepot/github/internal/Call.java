package org.morphodepot.github.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One request to send.
 *
 * @param changes whether it changes something there: such calls keep their distance and are never sent twice
 */
public record Call(String method, URI uri, Body body, boolean changes) {

    public static final String JSON = "application/json";

    /** What is sent along. */
    public sealed interface Body {

        /** Nothing. */
        record Empty() implements Body {
        }

        /** A text. */
        record Text(String text, String type) implements Body {

            byte[] bytes() {
                return text.getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public String toString() {
                return type; // forms of the sign-in hold codes
            }
        }

        /** A file, streamed. */
        record File(Path file, long length, String type) implements Body {
        }
    }

    public static Call get(URI uri) {
        return new Call("GET", uri, new Body.Empty(), false);
    }

    /** A change without a body. */
    public static Call change(String method, URI uri) {
        return new Call(method, uri, new Body.Empty(), true);
    }

    public static Call change(String method, URI uri, String json) {
        return new Call(method, uri, new Body.Text(json, JSON), true);
    }

    public static Call form(URI uri, Map<String, String> values) {
        String text = values.entrySet().stream().map(e -> Route.encode(e.getKey()) + "=" + Route.encode(e.getValue()))
                .sorted().collect(Collectors.joining("&"));
        return new Call("POST", uri, new Body.Text(text, "application/x-www-form-urlencoded"), false);
    }

    public static Call graphql(URI uri, String json, boolean changes) {
        return new Call("POST", uri, new Body.Text(json, JSON), changes);
    }

    public static Call upload(URI uri, Path file, long length, String type) {
        return new Call("POST", uri, new Body.File(file, length, type), true);
    }

    public Call to(URI other) {
        return new Call(method, other, body, changes);
    }

    /** Long transfers do not hold up the other requests. */
    boolean isTransfer() {
        return body instanceof Body.File;
    }

    /** Which of the server's counters it counts on. */
    String resource() {
        String path = String.valueOf(uri.getPath());
        return path.endsWith("/graphql") ? "graphql" : path.contains("/search/") ? "search" : "core";
    }

    /** How many points the server takes for it. */
    int points() {
        return changes ? 5 : 1;
    }
}
