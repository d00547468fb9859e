package org.morphodepot.volume.nrrd.header;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.nrrd.file.Faults;

/** The known fields of one header by name, read as numbers, words or vectors. */
final class Fields {

    /** Longest value that is interpreted; even sixteen axes need a few hundred characters. */
    private static final int LONGEST = 64 << 10;
    private static final Pattern VECTOR = Pattern.compile("\\G\\s*(?:\\(([^()]*)\\)|(none|\\?\\?\\?))(?=\\s|\\(|$)");

    private final Map<FieldName, String> values = new EnumMap<>(FieldName.class);
    private final Faults faults;

    Fields(List<HeaderField> fields, Faults faults) throws VolumeException {
        this.faults = faults;
        for (HeaderField field : fields) {
            Optional<FieldName> name = field.custom() ? Optional.empty() : FieldName.of(field.key());
            if (name.isPresent() && name.get() != FieldName.CONTENT) {
                put(name.get(), field.value().strip());
            }
        }
    }

    private void put(FieldName name, String value) throws VolumeException {
        if (value.length() > LONGEST) {
            throw faults.malformed("its header field " + Faults.quote(name.text()) + " is " + value.length()
                    + " characters long");
        }
        if (values.put(name, value) != null) {
            throw faults.malformed("its header gives " + Faults.quote(name.text()) + " twice");
        }
    }

    Faults faults() {
        return faults;
    }

    Optional<String> text(FieldName name) {
        return Optional.ofNullable(values.get(name)).filter(v -> !v.isEmpty());
    }

    String required(FieldName name) throws VolumeException {
        return text(name).orElseThrow(
                () -> faults.malformed("its header has no " + Faults.quote(name.text()) + " field"));
    }

    /** The words of a field separated by blanks; empty when the field is missing. */
    List<String> words(FieldName name) {
        return text(name).map(v -> List.of(v.split("\\s+"))).orElse(List.of());
    }

    long integer(FieldName name, long otherwise) throws VolumeException {
        Optional<String> text = text(name);
        return text.isEmpty() ? otherwise : integer(name, text.get());
    }

    long integer(FieldName name, String word) throws VolumeException {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw wrong(name, word, "a whole number");
        }
    }

    /** One number per axis; empty when the field is missing. NaN means unknown. */
    double[] numbers(FieldName name, int axes) throws VolumeException {
        List<String> words = words(name);
        if (words.isEmpty()) {
            return new double[0];
        }
        if (words.size() != axes) {
            throw count(name, words.size(), axes);
        }
        double[] numbers = new double[axes];
        for (int i = 0; i < axes; i++) {
            numbers[i] = number(name, words.get(i));
        }
        return numbers;
    }

    /** Strings in double quotes, or bare words; empty when the field is missing. */
    List<String> quoted(FieldName name) {
        String text = text(name).orElse("");
        List<String> strings = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            if (Character.isWhitespace(first)) {
                at++;
            } else {
                int end = first == '"' ? text.indexOf('"', at + 1) : endOfWord(text, at);
                end = end < 0 ? text.length() : end;
                strings.add(text.substring(first == '"' ? at + 1 : at, end));
                at = first == '"' ? end + 1 : end;
            }
        }
        return strings;
    }

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /**
     * Vectors such as {@code (1,0,0) none}; {@code none} gives an empty array. Empty list when the field is
     * missing.
     */
    List<double[]> vectors(FieldName name) throws VolumeException {
        List<double[]> vectors = new ArrayList<>();
        String text = text(name).orElse("");
        Matcher matcher = VECTOR.matcher(text);
        int end = 0;
        while (matcher.find()) {
            vectors.add(matcher.group(1) == null ? new double[0] : vector(name, matcher.group(1)));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw wrong(name, text.substring(end).strip(), "a vector such as (1,0,0)");
        }
        return vectors;
    }

    VolumeException count(FieldName name, int found, int expected) {
        return faults.malformed("its header gives " + found + " values for " + Faults.quote(name.text()) + " but has "
                + expected + (expected == 1 ? " axis" : " axes"));
    }

    VolumeException wrong(FieldName name, String word, String instead) {
        return faults.malformed("its header field " + Faults.quote(name.text()) + " says " + Faults.quote(word)
                + " where " + instead + " is expected");
    }

    private double[] vector(FieldName name, String text) throws VolumeException {
        String[] words = text.split(",", -1);
        double[] vector = new double[words.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = number(name, words[i].strip());
        }
        return vector;
    }

    private double number(FieldName name, String word) throws VolumeException {
        try {
            return word.equalsIgnoreCase("nan") || word.equals("???") ? Double.NaN : Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw wrong(name, word, "a number");
        }
    }
}
