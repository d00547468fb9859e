package org.morphodepot.volume.nrrd.header;

import java.util.Optional;

import org.morphodepot.volume.HeaderField;

/**
 * Reads and writes one header line. A comment is a field of the name {@code #}; everything after the separator is kept
 * as it is, so that {@code text(parse(line))} equals the line.
 */
public final class HeaderLine {

    /** Name under which comment lines are kept. */
    public static final String COMMENT = "#";

    private HeaderLine() {
    }

    /** The field in {@code line}; empty when it has neither {@code ": "} nor {@code ":="}. */
    public static Optional<HeaderField> parse(String line) {
        if (line.startsWith(COMMENT)) {
            return Optional.of(new HeaderField(COMMENT, line.substring(1), false));
        }
        int colon = line.indexOf(": ");
        if (colon >= 0 && FieldName.of(line.substring(0, colon)).isPresent()) {
            return Optional.of(field(line, colon, 2, false));
        }
        int assign = line.indexOf(":=");
        if (assign >= 0) {
            return Optional.of(field(line, assign, 2, true));
        }
        if (colon >= 0) {
            return Optional.of(field(line, colon, 2, false));
        }
        int bare = line.indexOf(':');
        return bare < 0 ? Optional.empty() : Optional.of(field(line, bare, 1, false));
    }

    /** The line of a field. */
    public static String text(HeaderField field) {
        if (field.key().equals(COMMENT) && !field.custom()) {
            return COMMENT + field.value();
        }
        return field.key() + (field.custom() ? ":=" : ": ") + field.value();
    }

    private static HeaderField field(String line, int at, int separator, boolean custom) {
        return new HeaderField(line.substring(0, at), line.substring(at + separator), custom);
    }
}
