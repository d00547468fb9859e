package org.morphodepot.github.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.morphodepot.github.RepoName;

/** A path below the interface's base with its question; every part is encoded. */
public record Route(String path, Map<String, String> query) {

    public static Route of(Object... segments) {
        return new Route(join("", segments), Map.of());
    }

    /** Below {@code /repos/owner/name}. */
    public static Route in(RepoName repo, Object... segments) {
        return new Route(join("/repos/" + encode(repo.owner()) + "/" + encode(repo.name()), segments), Map.of());
    }

    public Route with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, String.valueOf(value));
        return new Route(path, more);
    }

    public Route with(Map<String, String> parameters) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.putAll(parameters);
        return new Route(path, more);
    }

    /** With a name that may have slashes, which stay. */
    public Route below(String name) {
        return new Route(join(path, (Object[]) name.split("/")), query);
    }

    /** Pages as long as the server allows. */
    public Route longPages() {
        return with("per_page", 100);
    }

    public URI at(URI base) {
        String question = query.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue())).sorted()
                .collect(Collectors.joining("&"));
        return URI.create(base + path + (question.isEmpty() ? "" : "?" + question));
    }

    private static String join(String start, Object... segments) {
        return Stream.of(segments).map(s -> "/" + encode(String.valueOf(s))).collect(Collectors.joining("", start, ""));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~");
    }
}
