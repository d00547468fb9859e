package org.morphodepot.volume.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The head of an HTTP/1.1 answer.
 *
 * @param length bytes of the body; -1 when the server does not say it in the simplest way
 * @param plain whether the body is the object as it is: not encoded, not in chunks
 * @param reusable whether the connection stays open afterwards
 * @param others further fields, of those that are used, by their names in lower case
 */
record DirectAnswer(int status, long length, boolean plain, boolean reusable, Map<String, String> others) {

    private static final int LONGEST_HEAD = 64 << 10;

    /** Reads up to the blank line. */
    static DirectAnswer read(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        int[] left = {LONGEST_HEAD};
        String first = line(in, line, left);
        if (!first.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
            throw new IOException("not an HTTP answer");
        }
        DirectAnswer answer = new DirectAnswer(Integer.parseInt(first.substring(9, 12)), -1, true,
                first.startsWith("HTTP/1.1"), Map.of());
        for (String field = line(in, line, left); !field.isEmpty(); field = line(in, line, left)) {
            answer = answer.with(field);
        }
        return answer;
    }

    private DirectAnswer with(String field) throws IOException {
        int colon = field.indexOf(':');
        if (colon <= 0) {
            throw new IOException("not an HTTP answer");
        }
        String text = field.substring(colon + 1).strip();
        String value = text.toLowerCase(Locale.ROOT);
        return switch (field.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "content-length" -> new DirectAnswer(status, length(value), plain, reusable, others);
            case "transfer-encoding" -> new DirectAnswer(status, length, false, reusable, others);
            case "content-encoding" -> new DirectAnswer(status, length, plain && value.equals("identity"), reusable,
                    others);
            case "connection" -> new DirectAnswer(status, length, plain, reusable && !value.equals("close"),
                    others);
            case "etag", "content-range", "retry-after" -> and(field.substring(0, colon).toLowerCase(Locale.ROOT), text);
            default -> this;
        };
    }

    private DirectAnswer and(String name, String value) {
        Map<String, String> more = new HashMap<>(others);
        more.put(name, value);
        return new DirectAnswer(status, length, plain, reusable, more);
    }

    /** The ETag; empty when there is none. */
    String tag() {
        return EntityTag.checked(others.getOrDefault("etag", ""));
    }

    /** Which part of the object the body is; empty when the server does not say. */
    Optional<ContentRange> range() {
        return Optional.ofNullable(others.get("content-range")).flatMap(ContentRange::of);
    }

    /** How long the server wants to be left alone; zero when it does not say. */
    Duration retryAfter() {
        String text = others.getOrDefault("retry-after", "");
        return text.matches("\\d{1,6}") ? Patience.bounded(Duration.ofSeconds(Long.parseLong(text))) : Duration.ZERO;
    }

    /** Two different lengths are a trick to make us and a proxy disagree. */
    private long length(String value) throws IOException {
        if (!value.matches("\\d{1,18}") || length >= 0 && length != Long.parseLong(value)) {
            throw new IOException("not an HTTP answer");
        }
        return Long.parseLong(value);
    }

    private static String line(InputStream in, StringBuilder line, int[] left) throws IOException {
        line.setLength(0);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (--left[0] < 0) {
                throw new IOException("not an HTTP answer");
            }
            line.append((char) c);
        }
        int end = line.length();
        return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
    }

    /** The request for an object, or for a range of it when there is one. */
    static byte[] request(String authority, String target, Optional<String> range) {
        return ("GET " + target + " HTTP/1.1\r\nHost: " + authority
                + "\r\nUser-Agent: MorphoDepot-Workbench\r\nAccept: */*\r\nAccept-Encoding: identity\r\n"
                + range.map(bytes -> "Range: " + bytes + "\r\n").orElse("") + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
