package org.morphodepot.depot;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.morphodepot.volume.VolumeException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * The answers about a specimen and its scan: {@code MorphoDepotAccession.json}. Answers are read by key, whatever the
 * question's text was when the file was written; keys we do not know are kept. What was not changed is written with the
 * bytes it had. Immutable.
 */
public final class Accession {

    public static final String FILE = "MorphoDepotAccession.json";

    private static final int LARGEST = 1 << 20;
    private static final int VERSION = 2;
    private static final Pattern TUPLE = Pattern.compile("\\s*[(\\[]([^)\\]]*)[)\\]]\\s*");

    private final JsonObject json;
    private final String text;

    private Accession(JsonObject json, String text) {
        this.json = json;
        this.text = text;
    }

    /** @throws VolumeException when there is none or it is no JSON object */
    public static Accession read(Path folder) throws IOException {
        return parse(DepotText.read(folder.resolve(FILE), LARGEST));
    }

    /** From the file's text. */
    public static Accession parse(String text) throws VolumeException {
        return new Accession(JsonText.parseObject(text, FILE), text);
    }

    /** A form without answers, as the extension starts it. */
    public static Accession blank() {
        JsonObject json = new JsonObject();
        for (Question question : Question.values()) {
            JsonArray pair = new JsonArray();
            pair.add(question.text());
            pair.add(question.isManyOf() ? new JsonArray() : new JsonPrimitive(""));
            json.add(question.key(), pair);
        }
        json.addProperty("fileFormatVersion", VERSION);
        return new Accession(json, new JsonText(4, true, false, "").write(json));
    }

    /** The file's text: that it was read from, until an answer is changed. */
    public String text() {
        return text;
    }

    public void write(Path folder) throws IOException {
        DepotText.write(folder.resolve(FILE), text);
    }

    /** The answer as written; empty when there is none. The first one where many can be ticked. */
    public String answer(Question question) {
        List<String> all = answers(question);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** All answers as written, without empty ones. */
    public List<String> answers(Question question) {
        List<String> all = new ArrayList<>();
        JsonElement value = value(question.key());
        if (value != null && value.isJsonArray()) {
            value.getAsJsonArray().forEach(one -> all.add(JsonText.string(one)));
        } else {
            all.add(JsonText.string(value));
        }
        return all.stream().filter(answer -> !answer.isBlank()).toList();
    }

    /** All answers in today's words, for filters. */
    public Set<String> meanings(Question question) {
        if (question == Question.SUBJECT_TYPE && answers(question).isEmpty()) {
            return Set.of("Biological specimen"); // files of before October 2025 had no other
        }
        return answers(question).stream().map(question::canonical).collect(Collectors.toSet());
    }

    /** The text of a key that is no question, such as {@code specimenIdentifier}; empty when missing or null. */
    public String extra(String key) {
        return JsonText.string(value(key));
    }

    /** Index 1 of a pair of question and answer, else the value itself. */
    private JsonElement value(String key) {
        JsonElement value = json.get(key);
        if (value != null && value.isJsonArray() && Question.of(key).isPresent()) {
            JsonArray pair = value.getAsJsonArray();
            return pair.size() > 1 ? pair.get(1) : null;
        }
        return value;
    }

    /** With another answer; the question's text stays as it is in the file. Blank means unanswered. */
    public Accession with(Question question, String answer) {
        return question.isManyOf() ? with(question, answer.isBlank() ? List.of() : List.of(answer))
                : with(question, new JsonPrimitive(answer));
    }

    /** With other ticks. */
    public Accession with(Question question, List<String> ticked) {
        JsonArray answers = new JsonArray();
        ticked.forEach(answers::add);
        return with(question, answers);
    }

    private Accession with(Question question, JsonElement answer) {
        JsonArray pair = new JsonArray();
        if (json.get(question.key()) instanceof JsonArray old && old.size() == 2) {
            pair.add(old.get(0));
        } else {
            pair.add(question.text());
        }
        pair.add(answer);
        return changed(question.key(), pair);
    }

    /** With the scan's size and spacing, as Python writes tuples of them. */
    public Accession withScan(List<Integer> dimensions, List<Double> spacing) {
        return changed("scanDimensions", new JsonPrimitive(tuple(dimensions)))
                .changed("scanSpacing", new JsonPrimitive(tuple(spacing)));
    }

    private static String tuple(List<?> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    private Accession changed(String key, JsonElement value) {
        if (value.equals(json.get(key))) {
            return this;
        }
        JsonObject copy = json.deepCopy();
        copy.add(key, value);
        return new Accession(copy, JsonText.styleOf(text, false).write(copy));
    }

    /** Voxels along i, j, k; empty when the file does not tell. */
    public Optional<List<Integer>> scanDimensions() {
        return numbers("scanDimensions").filter(all -> all.stream().allMatch(n -> n.signum() > 0 && n.scale() <= 0
                && n.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0))
                .map(all -> all.stream().map(BigDecimal::intValue).toList());
    }

    /** Millimetres along i, j, k; what the person typed, which can differ from the scan's own. */
    public Optional<List<Double>> scanSpacing() {
        return numbers("scanSpacing").map(all -> all.stream().map(BigDecimal::doubleValue).toList());
    }

    private Optional<List<BigDecimal>> numbers(String key) {
        Matcher m = TUPLE.matcher(extra(key));
        if (!m.matches()) {
            return Optional.empty();
        }
        String[] parts = m.group(1).split(",");
        List<BigDecimal> all = new ArrayList<>();
        for (String part : parts) {
            if (!part.strip().matches("[-+0-9.eE]{1,32}")) {
                return Optional.empty();
            }
            try {
                all.add(new BigDecimal(part.strip()));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return all.size() == 3 ? Optional.of(all) : Optional.empty();
    }

    /** Questions the form demands an answer to and that have none. */
    public Set<Question> unanswered(boolean archival) {
        Set<Question> needed = EnumSet.of(Question.MODALITY, Question.LICENSE, Question.REPOSITORY, Question.TIER);
        if (meanings(Question.SUBJECT_TYPE).contains("Other")) {
            needed.add(Question.OTHER_SUBJECT_DESCRIPTION);
        } else {
            needed.addAll(EnumSet.of(Question.SPECIMEN_SOURCE, Question.SPECIES, Question.SEX, Question.STAGE,
                    Question.CONTRAST, Question.CONTENTS));
        }
        if (meanings(Question.CONTENTS).contains("Partial specimen")) {
            needed.add(Question.AREAS);
        }
        if (archival) {
            needed.add(Question.REDISTRIBUTION);
        }
        needed.removeIf(question -> question == Question.SPECIES ? isSpecies() : !answers(question).isEmpty());
        return needed;
    }

    private boolean isSpecies() {
        return answer(Question.SPECIES).strip().matches("\\S+\\s+\\S+");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Accession accession && text.equals(accession.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return answer(Question.SPECIES) + " (" + answer(Question.REPOSITORY) + ")";
    }
}
