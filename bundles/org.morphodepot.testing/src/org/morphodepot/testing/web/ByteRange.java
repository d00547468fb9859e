package org.morphodepot.testing.web;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers one {@code Range} of RFC 9110: from-to, from-, or -suffix. */
final class ByteRange {

    private static final Pattern FORM = Pattern.compile("bytes=(\\d*)-(\\d*)");

    private ByteRange() {
    }

    static WebReply reply(String range, byte[] content) {
        Matcher m = FORM.matcher(range);
        if (!m.matches() || m.group(1).isEmpty() && m.group(2).isEmpty()) {
            return WebReply.of(200, content);
        }
        boolean suffix = m.group(1).isEmpty();
        long first = suffix ? Math.max(0, content.length - Long.parseLong(m.group(2))) : Long.parseLong(m.group(1));
        long last = suffix || m.group(2).isEmpty() ? content.length - 1
                : Math.min(content.length - 1, Long.parseLong(m.group(2)));
        if (first >= content.length || last < first) {
            return WebReply.of(416).with("Content-Range", "bytes */" + content.length);
        }
        return WebReply.of(206, Arrays.copyOfRange(content, (int) first, (int) last + 1)).with("Content-Range",
                "bytes " + first + "-" + last + "/" + content.length);
    }
}
