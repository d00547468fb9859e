package org.morphodepot.volume.store;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The head of an HTTP/1.1 answer.
 *
 * @param status the number of the answer proper; those that only announce it are passed over
 * @param reusable whether the connection stays open afterwards
 * @param fields those that are used, by their names in lower case
 */
record DirectAnswer(int status, boolean reusable, Map<String, String> fields) {

    private static final int LONGEST_HEAD = 64 << 10;
    private static final Set<String> USED = Set.of("content-length", "transfer-encoding", "content-encoding", "connection",
            "etag", "content-range", "retry-after", "last-modified");

    /** Reads up to the blank line. */
    static DirectAnswer read(DirectStream in) throws IOException {
        int left = LONGEST_HEAD;
        String first = in.line(left);
        if (!first.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
            throw new IOException("not an HTTP answer");
        }
        int status = Integer.parseInt(first.substring(9, 12));
        Map<String, String> fields = new HashMap<>();
        for (String field = in.line(left); !field.isEmpty(); field = in.line(left)) {
            left -= field.length() + 1;
            add(field, fields);
        }
        boolean reusable = first.startsWith("HTTP/1.1") && !fields.getOrDefault("connection", "").equalsIgnoreCase("close");
        return status == 100 ? read(in) : new DirectAnswer(status, reusable, fields);
    }

    private static void add(String field, Map<String, String> fields) throws IOException {
        int colon = field.indexOf(':');
        if (colon <= 0) {
            throw new IOException("not an HTTP answer");
        }
        String name = field.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!USED.contains(name)) {
            return;
        }
        String value = field.substring(colon + 1).strip();
        String before = fields.put(name, value);
        // two different lengths are a trick to make us and a proxy disagree
        if (name.equals("content-length") && (!value.matches("\\d{1,18}") || before != null && !before.equals(value))) {
            throw new IOException("not an HTTP answer");
        }
    }

    /** Bytes of the body; -1 when the server does not say it in the simplest way. */
    long length() {
        return Long.parseLong(fields.getOrDefault("content-length", "-1"));
    }

    /** Whether the body is the object as it is: not encoded, not in chunks. */
    boolean isPlain() {
        return !fields.containsKey("transfer-encoding") && isIdentity();
    }

    /** Whether the body comes in chunks and is nothing else but what was asked for. */
    boolean isChunked() {
        return fields.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked") && isIdentity()
                && !fields.containsKey("content-length");
    }

    private boolean isIdentity() {
        return fields.getOrDefault("content-encoding", "identity").equalsIgnoreCase("identity");
    }

    /** The ETag; empty when there is none. */
    String tag() {
        return EntityTag.checked(fields.getOrDefault("etag", ""));
    }

    /** When the object was changed; empty when the server does not say. */
    Optional<Instant> modified() {
        try {
            return Optional.ofNullable(fields.get("last-modified"))
                    .map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Which part of the object the body is; empty when the server does not say. */
    Optional<ContentRange> range() {
        return Optional.ofNullable(fields.get("content-range")).flatMap(ContentRange::of);
    }

    /** How long the server wants to be left alone; zero when it does not say. */
    Duration retryAfter() {
        String text = fields.getOrDefault("retry-after", "");
        return text.matches("\\d{1,6}") ? Patience.bounded(Duration.ofSeconds(Long.parseLong(text))) : Duration.ZERO;
    }

    /**
     * The head of a request.
     *
     * @param lines further lines, each with its end
     */
    static byte[] request(String method, URI uri, String lines) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        return (method + " " + target + " HTTP/1.1\r\nHost: " + uri.getRawAuthority()
                + "\r\nUser-Agent: MorphoDepot-Workbench\r\nAccept: */*\r\nAccept-Encoding: identity\r\n"
                + lines + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
