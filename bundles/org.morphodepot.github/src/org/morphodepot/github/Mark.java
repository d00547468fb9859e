package org.morphodepot.github;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A hidden line that makes a text findable again, so that something is posted once although the answer got lost. Keep the
 * mark with the wish (for instance in the offline queue) and use the same one at every try.
 */
public record Mark(String value) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

    public Mark {
        if (!PLAIN.matcher(value).matches() || value.contains("--")) {
            throw new IllegalArgumentException("A mark is letters, digits, dots, colons and single dashes.");
        }
    }

    public static Mark random() {
        return new Mark(UUID.randomUUID().toString());
    }

    /** The text with the mark below, invisible on the web. */
    public String stamp(String text) {
        return isIn(text) ? text : text.isEmpty() ? line() : text.stripTrailing() + "\n\n" + line();
    }

    public boolean isIn(String text) {
        return text.contains(line());
    }

    private String line() {
        return "<!-- morphodepot:mark=" + value + " -->";
    }
}
