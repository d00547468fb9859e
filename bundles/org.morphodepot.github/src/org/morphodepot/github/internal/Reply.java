package org.morphodepot.github.internal;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.github.Secret;

/**
 * What a server answered.
 *
 * @param unchanged whether the body is the one we knew, by the server's word
 */
public record Reply(int status, HttpHeaders headers, byte[] body, boolean unchanged) {

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;[^,]*\\brel=\"?next\"?");
    private static final int SHORTEST = 12;

    public Optional<String> header(String name) {
        return headers.firstValue(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Where the list goes on, by the {@code Link} header. */
    public Optional<URI> next() {
        Matcher m = NEXT.matcher(String.join(", ", headers.allValues("Link")));
        try {
            return m.find() ? Optional.of(URI.create(m.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(URI.create("invalid:")); // the list does go on: whoever follows finds out
        }
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * With the secret blotted out wherever the server repeated it, so that it cannot get any further. Secrets so short that
     * they are part of ordinary words stay: blotting them out would destroy the answer.
     */
    Reply without(Secret secret) {
        if (secret.reveal().length() < SHORTEST) {
            return this;
        }
        boolean inHeaders = headers.map().values().stream().flatMap(List::stream).anyMatch(v -> v.contains(secret.reveal()));
        String text = new String(body, StandardCharsets.ISO_8859_1);
        boolean inBody = text.contains(secret.reveal());
        if (!inHeaders && !inBody) {
            return this;
        }
        Map<String, List<String>> clean = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.map().forEach((name, values) -> clean.put(name, values.stream().map(secret::redact).toList()));
        return new Reply(status, HttpHeaders.of(clean, (name, value) -> true),
                secret.redact(text).getBytes(StandardCharsets.ISO_8859_1), unchanged);
    }

    @Override
    public String toString() {
        return status + " (" + body.length + " bytes)";
    }
}
