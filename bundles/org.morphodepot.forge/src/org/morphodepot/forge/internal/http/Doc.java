package org.morphodepot.forge.internal.http;

import java.util.Collection;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Writes a JSON object key by key; nulls are kept, as GitHub keeps them. */
public final class Doc {

    private final JsonObject json = new JsonObject();

    public static Doc with(String key, Object value) {
        return new Doc().put(key, value);
    }

    public Doc put(String key, Object value) {
        json.add(key, element(value));
        return this;
    }

    public JsonObject json() {
        return json;
    }

    /** A text, number, truth, list, document or null as JSON. */
    public static JsonElement element(Object value) {
        return switch (value) {
            case null -> JsonNull.INSTANCE;
            case JsonElement ready -> ready;
            case Doc doc -> doc.json;
            case String text -> new JsonPrimitive(text);
            case Number number -> new JsonPrimitive(number);
            case Boolean truth -> new JsonPrimitive(truth);
            case Collection<?> many -> array(many);
            default -> new JsonPrimitive(value.toString());
        };
    }

    private static JsonArray array(Collection<?> many) {
        JsonArray array = new JsonArray();
        many.forEach(one -> array.add(element(one)));
        return array;
    }
}
