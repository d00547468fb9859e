package org.morphodepot.github.internal.json;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** Text to values and back. */
public final class Json {

    private static final Gson WRITER = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    /** Makes a noun of an answer's object. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Fields fields) throws GitHubException;
    }

    private Json() {
    }

    /** Texts, numbers, booleans, nulls, lists and maps as JSON. */
    public static String text(Map<String, ?> values) {
        return WRITER.toJson(values);
    }

    /** Strict; the answer of {@code host}. */
    public static JsonElement parse(byte[] body, String host) throws GitHubException {
        try (JsonReader in = new JsonReader(new StringReader(new String(body, StandardCharsets.UTF_8)))) {
            in.setStrictness(Strictness.STRICT);
            JsonElement element = JsonParser.parseReader(in);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw malformed(host);
            }
            return element;
        } catch (IOException | JsonParseException | IllegalStateException e) {
            throw malformed(host);
        }
    }

    public static Fields object(byte[] body, String host) throws GitHubException {
        JsonElement element = parse(body, host);
        if (!element.isJsonObject()) {
            throw malformed(host);
        }
        return new Fields(element.getAsJsonObject());
    }

    /** Empty when it is not an object. */
    public static Optional<Fields> tryObject(byte[] body) {
        try {
            return Optional.of(object(body, ""));
        } catch (GitHubException e) {
            return Optional.empty();
        }
    }

    /** Of an array, or of an object with the array in {@code field}. Nulls in it are left out. */
    public static <T> List<T> list(byte[] body, String host, String field, Reader<T> reader) throws GitHubException {
        JsonElement element = parse(body, host);
        if (!field.isEmpty() && element.isJsonObject()) {
            element = element.getAsJsonObject().get(field);
        }
        if (element == null || !element.isJsonArray()) {
            throw malformed(host);
        }
        List<T> all = new ArrayList<>();
        for (JsonElement one : element.getAsJsonArray()) {
            if (one.isJsonObject()) {
                all.add(reader.read(new Fields(one.getAsJsonObject())));
            } else if (!one.isJsonNull()) {
                throw malformed(host);
            }
        }
        return all;
    }

    private static GitHubException malformed(String host) {
        return GitHubException.of(Kind.MALFORMED, 0, "What answered is not " + (host.isEmpty() ? "GitHub" : host)
                + ", or something on the way changed it. Check whether the network wants you to log in.");
    }
}
