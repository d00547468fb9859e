package org.morphodepot.depot;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

import org.morphodepot.depot.TaskBlock.Baseline;
import org.morphodepot.depot.TaskBlock.Structure;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VoxelBox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/** The fields of a task block. Fields of the wrong type count as missing; only the version is needed. */
final class TaskJson {

    private static final String SCHEMA = "morphodepot-task";
    private static final Set<String> KNOWN = Set.of("schema", "version", "structures", "region", "instructions", "presets",
            "effortMinutes", "due", "baseline");
    private static final int MOST_STRUCTURES = 10_000;

    private TaskJson() {
    }

    static TaskBlock read(JsonObject json) throws VolumeException {
        int version = number(json.get("version")).orElse(0);
        if (!JsonText.string(json.get("schema")).equals(SCHEMA) || version < 1) {
            throw new VolumeException(Kind.MALFORMED, "The task's hidden block is not of the form " + SCHEMA + ".");
        }
        Map<String, String> unknown = new LinkedHashMap<>();
        json.asMap().forEach((key, value) -> {
            if (!KNOWN.contains(key)) {
                unknown.put(key, value.toString());
            }
        });
        return new TaskBlock(version, structures(json.get("structures")), region(json.get("region")),
                JsonText.string(json.get("instructions")), presets(json.get("presets")),
                number(json.get("effortMinutes")), due(json.get("due")), baseline(json.get("baseline")), unknown);
    }

    private static List<Structure> structures(JsonElement list) throws VolumeException {
        List<Structure> all = new ArrayList<>();
        if (list == null || !list.isJsonArray()) {
            return all;
        }
        if (list.getAsJsonArray().size() > MOST_STRUCTURES) {
            throw new VolumeException(Kind.TOO_LARGE, "The task's hidden block names too many structures.");
        }
        for (JsonElement one : list.getAsJsonArray()) {
            if (one.isJsonObject()) {
                JsonObject s = one.getAsJsonObject();
                all.add(new Structure(number(s.get("label")), JsonText.string(s.get("name")), term(s.get("term"))));
            }
        }
        return all;
    }

    private static Concept term(JsonElement value) {
        return value instanceof JsonObject term ? new Concept(JsonText.string(term.get("scheme")),
                JsonText.string(term.get("code")), JsonText.string(term.get("meaning"))) : Concept.NONE;
    }

    private static Optional<VoxelBox> region(JsonElement value) {
        if (value == null || !value.isJsonObject()) {
            return Optional.empty();
        }
        List<Integer> min = triple(value.getAsJsonObject().get("min"));
        List<Integer> max = triple(value.getAsJsonObject().get("max"));
        if (min.size() != 3 || max.size() != 3) {
            return Optional.empty();
        }
        VoxelBox box = new VoxelBox(min.get(0), min.get(1), min.get(2), max.get(0), max.get(1), max.get(2));
        return box.isEmpty() || min.stream().anyMatch(n -> n < 0) ? Optional.empty() : Optional.of(box);
    }

    private static List<Integer> triple(JsonElement list) {
        List<Integer> all = new ArrayList<>();
        if (list != null && list.isJsonArray() && list.getAsJsonArray().size() == 3) {
            list.getAsJsonArray().forEach(one -> number(one).ifPresent(all::add));
        }
        return all;
    }

    private static Map<String, String> presets(JsonElement value) {
        Map<String, String> all = new LinkedHashMap<>();
        if (value != null && value.isJsonObject()) {
            value.getAsJsonObject().asMap().forEach((key, one) -> all.put(key, JsonText.string(one)));
        }
        return all;
    }

    private static Optional<LocalDate> due(JsonElement value) {
        try {
            String text = JsonText.string(value);
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Baseline> baseline(JsonElement value) {
        if (value == null || !value.isJsonObject()) {
            return Optional.empty();
        }
        return Optional.of(new Baseline(JsonText.string(value.getAsJsonObject().get("release")),
                JsonText.string(value.getAsJsonObject().get("sha256"))));
    }

    private static OptionalInt number(JsonElement value) {
        String digits = JsonText.string(value);
        try {
            return digits.isEmpty() || digits.length() > 20 ? OptionalInt.empty()
                    : OptionalInt.of(new BigDecimal(digits).intValueExact());
        } catch (ArithmeticException e) {
            return OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    static JsonObject write(TaskBlock block) {
        JsonObject json = new JsonObject();
        json.addProperty("schema", SCHEMA);
        json.addProperty("version", block.version());
        JsonArray structures = new JsonArray();
        block.structures().forEach(structure -> structures.add(structure(structure)));
        json.add("structures", structures);
        block.region().ifPresent(box -> json.add("region", region(box)));
        if (!block.instructions().isEmpty()) {
            json.addProperty("instructions", block.instructions());
        }
        if (!block.presets().isEmpty()) {
            JsonObject presets = new JsonObject();
            new TreeMap<>(block.presets()).forEach(presets::addProperty);
            json.add("presets", presets);
        }
        block.effortMinutes().ifPresent(minutes -> json.addProperty("effortMinutes", minutes));
        block.due().ifPresent(day -> json.addProperty("due", day.toString()));
        block.baseline().ifPresent(baseline -> json.add("baseline", baseline(baseline)));
        new TreeMap<>(block.unknown()).forEach((key, text) -> json.add(key, JsonParser.parseString(text)));
        return json;
    }

    private static JsonObject structure(Structure structure) {
        JsonObject json = new JsonObject();
        structure.label().ifPresent(label -> json.addProperty("label", label));
        json.addProperty("name", structure.name());
        if (!structure.term().isEmpty()) {
            JsonObject term = new JsonObject();
            term.addProperty("scheme", structure.term().scheme());
            term.addProperty("code", structure.term().code());
            term.addProperty("meaning", structure.term().meaning());
            json.add("term", term);
        }
        return json;
    }

    private static JsonObject region(VoxelBox box) {
        JsonObject json = new JsonObject();
        JsonArray min = new JsonArray();
        JsonArray max = new JsonArray();
        for (int axis = 0; axis < 3; axis++) {
            min.add(new JsonPrimitive(box.min(axis)));
            max.add(new JsonPrimitive(box.max(axis)));
        }
        json.add("min", min);
        json.add("max", max);
        return json;
    }

    private static JsonObject baseline(Baseline baseline) {
        JsonObject json = new JsonObject();
        if (!baseline.release().isEmpty()) {
            json.addProperty("release", baseline.release());
        }
        if (!baseline.sha256().isEmpty()) {
            json.addProperty("sha256", baseline.sha256());
        }
        return json;
    }
}
