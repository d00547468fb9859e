package org.morphodepot.volume.zarr.metadata;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/**
 * A JSON value that knows where it stands, so that a complaint names the file and the field. Python's bare {@code NaN}
 * and {@code Infinity} are read as texts. All accessors throw a {@link VolumeException} of kind {@code MALFORMED} when
 * the value is of another kind than asked for.
 */
public final class Json {

    private static final TypeAdapter<JsonElement> ADAPTER = new Gson().getAdapter(JsonElement.class);

    private static final int LONGEST_PROBLEM = 250;

    private final String file;
    private final String place;
    private final JsonElement element;

    private Json(String file, String place, JsonElement element) {
        this.file = file;
        this.place = place;
        this.element = element;
    }

    /** Reads a document that must be one JSON object. */
    public static Json parse(String file, byte[] bytes) throws VolumeException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try (JsonReader reader =
                new JsonReader(new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text))) {
            reader.setStrictness(Strictness.LENIENT);
            Json json = new Json(file, "", ADAPTER.read(reader));
            if (reader.peek() == JsonToken.END_DOCUMENT && json.isObject()) {
                return json;
            }
        } catch (JsonParseException | IOException | IllegalStateException | StackOverflowError e) {
            throw new VolumeException(Kind.MALFORMED, file + " is not valid JSON", e);
        }
        throw new VolumeException(Kind.MALFORMED, file + " is not one JSON object");
    }

    /** An object without members. */
    public static Json empty(String file) {
        return new Json(file, "", new JsonObject());
    }

    /** The same value as a document of its own, for metadata that lies inside another document. */
    public Json standalone(String newFile) {
        return new Json(newFile, "", element);
    }

    public String file() {
        return file;
    }

    public boolean isObject() {
        return element.isJsonObject();
    }

    public boolean isArray() {
        return element.isJsonArray();
    }

    public boolean isText() {
        return element instanceof JsonPrimitive p && p.isString();
    }

    public boolean isNumber() {
        return element instanceof JsonPrimitive p && p.isNumber();
    }

    public boolean isBoolean() {
        return element instanceof JsonPrimitive p && p.isBoolean();
    }

    /** A member; empty when missing, null, or when this is no object. */
    public Optional<Json> find(String key) {
        JsonElement member = isObject() ? element.getAsJsonObject().get(key) : null;
        return member == null || member.isJsonNull() ? Optional.empty() : Optional.of(at(key, member));
    }

    /** A member that must be there. */
    public Json get(String key) throws VolumeException {
        if (!isObject()) {
            throw wrong("must be an object");
        }
        return find(key)
                .orElseThrow(() -> new VolumeException(Kind.MALFORMED, file + ": " + child(key) + " is missing"));
    }

    /** The members of an object. */
    public List<Map.Entry<String, Json>> members() throws VolumeException {
        if (!isObject()) {
            throw wrong("must be an object");
        }
        List<Map.Entry<String, Json>> members = new ArrayList<>();
        element.getAsJsonObject().entrySet()
                .forEach(e -> members.add(Map.entry(e.getKey(), at(e.getKey(), e.getValue()))));
        return members;
    }

    /** The elements of an array. */
    public List<Json> items() throws VolumeException {
        if (!isArray()) {
            throw wrong("must be a list");
        }
        List<Json> items = new ArrayList<>();
        for (JsonElement item : element.getAsJsonArray()) {
            items.add(new Json(file, place + "[" + items.size() + "]", item));
        }
        return items;
    }

    public String text() throws VolumeException {
        if (!isText()) {
            throw wrong("must be a text");
        }
        return element.getAsString();
    }

    public boolean bool() throws VolumeException {
        if (!isBoolean()) {
            throw wrong("must be true or false");
        }
        return element.getAsBoolean();
    }

    /** Any number, for instance 1e3; texts such as {@code NaN} are no numbers. */
    public double number() throws VolumeException {
        if (!isNumber()) {
            throw wrong("must be a number");
        }
        return Double.parseDouble(element.getAsString());
    }

    /** A whole number; {@code 2.0} counts as one. */
    public long integer() throws VolumeException {
        double value = number();
        String text = element.getAsString();
        if (text.length() <= 20 && text.matches("-?[0-9]+")) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw wrong("is too large");
            }
        }
        if (value != Math.rint(value) || Math.abs(value) > 0x1p53) {
            throw wrong("must be a whole number");
        }
        return (long) value;
    }

    /** A list of whole numbers. */
    public long[] integers() throws VolumeException {
        List<Json> items = items();
        long[] values = new long[items.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = items.get(i).integer();
        }
        return values;
    }

    /** A list of finite numbers. */
    public double[] numbers() throws VolumeException {
        List<Json> items = items();
        double[] values = new double[items.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = items.get(i).number();
            if (!Double.isFinite(values[i])) {
                throw items.get(i).wrong("must be finite");
            }
        }
        return values;
    }

    /** What to throw when this value is not right: {@code problem} such as "must be positive". */
    public VolumeException wrong(String problem) {
        return new VolumeException(Kind.MALFORMED, file + ": " + name() + " " + problem + shown());
    }

    /** What to throw when this value is right but beyond us. Names that the file gives may be of any length. */
    public VolumeException unsupported(String problem) {
        String shown = problem.length() > LONGEST_PROBLEM ? problem.substring(0, LONGEST_PROBLEM) + "..." : problem;
        return new VolumeException(Kind.UNSUPPORTED, file + ": " + shown.replaceAll("\\p{Cntrl}+", " "));
    }

    private String name() {
        return place.isEmpty() ? "the document" : place;
    }

    private String shown() {
        String text = element.toString();
        return ", not " + (text.length() > 60 ? text.substring(0, 57) + "..." : text);
    }

    private Json at(String key, JsonElement member) {
        return new Json(file, child(key), member);
    }

    private String child(String key) {
        String shown = key.length() > 60 ? key.substring(0, 57) + "..." : key;
        return place.isEmpty() ? shown : place + "." + shown;
    }

    /** The value as JSON text. */
    @Override
    public String toString() {
        return element.toString();
    }
}
