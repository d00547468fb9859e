package org.morphodepot.testing.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a server answers. {@code Content-Length} is added when it is sent. */
public record WebReply(int status, Map<String, String> headers, byte[] body) {

    public static WebReply of(int status) {
        return new WebReply(status, Map.of(), new byte[0]);
    }

    public static WebReply of(int status, String body) {
        return of(status, body.getBytes(StandardCharsets.UTF_8));
    }

    public static WebReply of(int status, byte[] body) {
        return new WebReply(status, Map.of(), body);
    }

    /** This reply with one more header. */
    public WebReply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WebReply(status, more, body);
    }

    /**
     * 200 with all of {@code content}, or as the request's {@code Range} asks 206 with a part of it or 416.
     */
    public static WebReply ranged(WebRequest request, byte[] content) {
        return request.header("range").map(range -> ByteRange.reply(range, content)).orElseGet(() -> of(200, content))
                .with("Accept-Ranges", "bytes");
    }
}
