package org.morphodepot.depot;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A coded term, as written.
 *
 * @param scheme such as {@code SCT} or {@code UBERON}
 * @param code such as {@code 123037004}, {@code 0000209} or {@code http://purl.obolibrary.org/obo/UBERON_0000209}
 * @param meaning for people; files often alter it, so it is never compared
 */
public record Concept(String scheme, String code, String meaning) {

    public static final Concept NONE = new Concept("", "", "");

    /** {@code …/UBERON_0000209} and {@code UBERON:209}: the last word and number. */
    private static final Pattern QUALIFIED = Pattern.compile("(?:.*[/#])?([A-Za-z][A-Za-z0-9]*)[_:](\\d+)");

    /** Whether there is no code. */
    public boolean isEmpty() {
        return code.isBlank();
    }

    /**
     * The same text for the same term, however it is written: scheme in upper case and number without leading zeros,
     * such as {@code UBERON:209}; "" for an empty concept.
     */
    public String key() {
        if (isEmpty()) {
            return "";
        }
        String trimmed = code.strip();
        Matcher qualified = QUALIFIED.matcher(trimmed);
        if (qualified.matches()) {
            return qualified.group(1).toUpperCase(Locale.ROOT) + ":" + number(qualified.group(2));
        }
        String number = trimmed.matches("\\d+") ? number(trimmed) : trimmed;
        return scheme.strip().toUpperCase(Locale.ROOT) + ":" + number;
    }

    /** Whether both name the same term. */
    public boolean isSameTerm(Concept other) {
        return key().equals(other.key());
    }

    /** {@code scheme^code^meaning} as in seg.nrrd tags. */
    String text() {
        return safe(scheme) + "^" + safe(code) + "^" + safe(meaning);
    }

    /** Reads {@code scheme^code^meaning}; missing parts are empty. */
    static Concept of(String text) {
        String[] parts = text.split("\\^", 3);
        return new Concept(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    /** Without the characters that separate concepts, terms and tags. */
    private static String safe(String text) {
        return text.replaceAll("[\\^~|\\p{Cntrl}]+", " ").strip();
    }

    private static String number(String digits) {
        String number = digits.replaceFirst("^0+", "");
        return number.isEmpty() ? "0" : number;
    }
}
