package org.morphodepot.github.internal;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers where repositories went that were renamed or given away, so that the detour is made once. Thread-safe. */
public final class Moved {

    private static final int MOST = 1000;

    private final Map<String, String> prefixes = new ConcurrentHashMap<>();

    URI now(URI uri) {
        String prefix = prefix(uri);
        String other = prefixes.get(prefix);
        return other == null ? uri : URI.create(other + uri.toString().substring(prefix.length()));
    }

    /** Learns from a permanent redirect that keeps what stands behind the repository. */
    void learn(URI from, URI to) {
        String prefix = prefix(from);
        String rest = from.toString().substring(prefix.length());
        if (!prefix.isEmpty() && to.toString().endsWith(rest) && prefixes.size() < MOST) {
            prefixes.put(prefix, to.toString().substring(0, to.toString().length() - rest.length()));
        }
    }

    /** Up to {@code /repos/owner/name}; empty when it is about something else. */
    private static String prefix(URI uri) {
        String text = uri.toString();
        int start = text.indexOf("/repos/");
        if (start < 0) {
            return "";
        }
        int owner = text.indexOf('/', start + 7);
        if (owner < 0) {
            return "";
        }
        int end = owner + 1;
        while (end < text.length() && text.charAt(end) != '/' && text.charAt(end) != '?') {
            end++;
        }
        return text.substring(0, end);
    }
}
