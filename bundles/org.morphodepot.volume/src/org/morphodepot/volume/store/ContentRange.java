package org.morphodepot.volume.store;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Content-Range} of an answer: {@code bytes FIRST-LAST/TOTAL}, or {@code bytes * /TOTAL} (without the blank)
 * when the range asked for is outside the object (RFC 9110, 14.4).
 *
 * @param first first byte; -1 when the range was not satisfiable
 * @param last last byte, inclusive; -1 when the range was not satisfiable
 * @param total size of the object; empty when the server does not say
 */
record ContentRange(long first, long last, OptionalLong total) {

    private static final Pattern FORM = Pattern.compile("\\s*bytes\\s+(?:(\\d{1,18})-(\\d{1,18})|\\*)/(\\d{1,18}|\\*)\\s*",
            Pattern.CASE_INSENSITIVE);

    /** Reads the header; empty when it is missing or makes no sense. */
    static Optional<ContentRange> of(HttpHeaders headers) {
        return headers.firstValue("Content-Range").flatMap(ContentRange::of);
    }

    static Optional<ContentRange> of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long first = parts.group(1) == null ? -1 : Long.parseLong(parts.group(1));
        long last = parts.group(2) == null ? -1 : Long.parseLong(parts.group(2));
        String size = parts.group(3);
        OptionalLong total = size.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(size));
        boolean consistent = last >= first && (total.isEmpty() || last < Math.max(total.getAsLong(), 1));
        return consistent ? Optional.of(new ContentRange(first, last, total)) : Optional.empty();
    }

    /** Number of bytes in the answer. */
    long length() {
        return first < 0 ? 0 : last - first + 1;
    }
}
