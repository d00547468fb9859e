package org.morphodepot.testing.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a client asked.
 *
 * @param path decoded, with leading slash
 * @param query as sent, without the question mark; empty when there is none
 * @param headers names in lower case
 */
public record WebRequest(String method, String path, String query, Map<String, String> headers, byte[] body) {

    /** A header by its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    WebRequest without(String header) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new WebRequest(method, path, query, fewer, body);
    }
}
