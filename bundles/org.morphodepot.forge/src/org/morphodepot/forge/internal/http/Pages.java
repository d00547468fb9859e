package org.morphodepot.forge.internal.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Gives one page of a list with links to the others. */
public final class Pages {

    private Pages() {
    }

    public static <T> Reply of(Call call, List<T> all, Function<? super T, ?> show) {
        return of(call, all, shown -> shown, show);
    }

    /** The same inside another document, as searches have it. */
    public static <T> Reply of(Call call, List<T> all, Function<List<Object>, ?> around, Function<? super T, ?> show) {
        int size = call.count("per_page", 30, 100);
        int page = call.count("page", 1, Integer.MAX_VALUE / 200);
        int last = Math.max(1, (all.size() + size - 1) / size);
        int from = Math.min(all.size(), (page - 1) * size);
        List<Object> shown = new ArrayList<>();
        all.subList(from, Math.min(all.size(), from + size)).forEach(one -> shown.add(show.apply(one)));
        Reply reply = Reply.ok(around.apply(shown));
        List<String> links = new ArrayList<>();
        if (page > 1) {
            links.add(link(call, page - 1, "prev"));
        }
        if (page < last) {
            links.add(link(call, page + 1, "next"));
            links.add(link(call, last, "last"));
        }
        if (page > 1) {
            links.add(link(call, 1, "first"));
        }
        return links.isEmpty() ? reply : reply.with("Link", String.join(", ", links));
    }

    private static String link(Call call, int page, String name) {
        Map<String, String> query = new LinkedHashMap<>(call.queries());
        query.put("page", String.valueOf(page));
        List<String> pairs = new ArrayList<>();
        query.forEach((key, value) -> pairs.add(key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return "<" + call.links().api() + call.path() + "?" + String.join("&", pairs) + ">; rel=\"" + name + "\"";
    }
}
