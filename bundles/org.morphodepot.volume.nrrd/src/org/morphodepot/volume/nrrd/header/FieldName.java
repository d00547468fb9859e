package org.morphodepot.volume.nrrd.header;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fields the format defines. Spellings differ in case and blanks between writers; old files use other words for
 * some.
 */
public enum FieldName {
    CONTENT, NUMBER, TYPE, BLOCK_SIZE, DIMENSION, SPACE, SPACE_DIMENSION, SIZES, SPACINGS, THICKNESSES, AXIS_MINS,
    AXIS_MAXS, SPACE_DIRECTIONS, CENTERINGS("centers"), KINDS, LABELS, UNITS, MIN, MAX, OLD_MIN, OLD_MAX, ENDIAN,
    ENCODING, LINE_SKIP, BYTE_SKIP, SAMPLE_UNITS, SPACE_UNITS, SPACE_ORIGIN, MEASUREMENT_FRAME, DATA_FILE;

    private static final Map<String, FieldName> BY_SPELLING = bySpelling();

    private final String[] otherWords;

    FieldName(String... otherWords) {
        this.otherWords = otherWords;
    }

    /** The field a header line begins with, if the format knows it. */
    public static Optional<FieldName> of(String key) {
        return Optional.ofNullable(BY_SPELLING.get(key.toLowerCase(Locale.ROOT).replace(" ", "")));
    }

    /** As written in headers, such as {@code space directions}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<String, FieldName> bySpelling() {
        Map<String, FieldName> names = new HashMap<>();
        for (FieldName field : values()) {
            names.put(field.text().replace(" ", ""), field);
            for (String word : field.otherWords) {
                names.put(word, field);
            }
        }
        return names;
    }
}
