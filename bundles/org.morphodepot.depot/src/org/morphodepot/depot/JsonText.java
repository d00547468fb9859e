package org.morphodepot.depot;

import java.io.IOException;
import java.io.StringReader;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/**
 * JSON as Python's {@code json.dump} writes it, which is what 3D Slicer uses: so a file that is read and written again has
 * the same bytes.
 *
 * @param indent blanks per level
 * @param ascii whether everything beyond ASCII is escaped
 * @param sorted whether keys are sorted
 * @param end what follows the last brace: a line end or nothing
 */
record JsonText(int indent, boolean ascii, boolean sorted, String end) {

    private static final int DEEPEST = 32;

    /** The style of a text that was read. */
    static JsonText styleOf(String text, boolean sorted) {
        int line = text.indexOf('\n');
        int indent = 0;
        while (line >= 0 && line + 1 + indent < text.length() && text.charAt(line + 1 + indent) == ' ') {
            indent++;
        }
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        return new JsonText(indent == 0 ? 4 : Math.min(indent, 8), ascii, sorted, text.endsWith("\n") ? "\n" : "");
    }

    /** {@code what} names the file in the failure. */
    static JsonElement parse(String text, String what) throws VolumeException {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonReader in = new JsonReader(new StringReader(plain))) {
            in.setNestingLimit(DEEPEST);
            JsonElement element = JsonParser.parseReader(in);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new VolumeException(Kind.MALFORMED, what + " goes on after its end");
            }
            return element;
        } catch (VolumeException e) {
            throw e;
        } catch (IOException | JsonParseException | IllegalStateException e) {
            throw new VolumeException(Kind.MALFORMED, what + " is not valid JSON. Ask the owner of the depot to mend it.", e);
        }
    }

    static JsonObject parseObject(String text, String what) throws VolumeException {
        JsonElement element = parse(text, what);
        if (!element.isJsonObject()) {
            throw new VolumeException(Kind.MALFORMED, what + " is not a JSON object");
        }
        return element.getAsJsonObject();
    }

    /** The text of a string; empty for anything else than a string, number or truth value. */
    static String string(JsonElement value) {
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    String write(JsonElement element) {
        StringBuilder out = new StringBuilder();
        write(element, 0, out);
        return out.append(end).toString();
    }

    private void write(JsonElement element, int level, StringBuilder out) {
        switch (element) {
            case JsonObject object -> object(object, level, out);
            case JsonArray array -> array(array, level, out);
            case JsonPrimitive p when p.isString() -> string(p.getAsString(), out);
            case JsonPrimitive p -> out.append(p.getAsString());
            case JsonNull _ -> out.append("null");
            default -> throw new IllegalStateException();
        }
    }

    private void object(JsonObject object, int level, StringBuilder out) {
        Map<String, JsonElement> fields = sorted ? new TreeMap<>(object.asMap()) : object.asMap();
        if (fields.isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        for (Iterator<Map.Entry<String, JsonElement>> i = fields.entrySet().iterator(); i.hasNext();) {
            Map.Entry<String, JsonElement> field = i.next();
            line(level + 1, out);
            string(field.getKey(), out);
            out.append(": ");
            write(field.getValue(), level + 1, out);
            out.append(i.hasNext() ? "," : "");
        }
        line(level, out);
        out.append('}');
    }

    private void array(JsonArray array, int level, StringBuilder out) {
        if (array.isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            out.append(i == 0 ? "" : ",");
            line(level + 1, out);
            write(array.get(i), level + 1, out);
        }
        line(level, out);
        out.append(']');
    }

    private void line(int level, StringBuilder out) {
        out.append('\n').repeat(" ", level * indent);
    }

    private void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    boolean escape = c < 0x20 || ascii && c > 0x7e;
                    out.append(escape ? String.format("\\u%04x", (int) c) : c);
                }
            }
        }
        out.append('"');
    }
}
