package org.morphodepot.forge.internal.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** A request that was let in: who asks ({@code login}, null for nobody), for what, with which values. */
public final class Call {

    private final String method;
    private final Site site;
    private final String login;
    private final Map<String, String> query;
    private final byte[] body;
    private final Map<String, String> headers;
    private Map<String, String> parts = Map.of();
    private JsonObject json;

    public Call(String method, Site site, String login, String rawQuery, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.site = site;
        this.login = login;
        this.query = form(rawQuery);
        this.headers = headers;
        this.body = body;
    }

    /** The values of a query or of a form. */
    public static Map<String, String> form(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            values.put(decoded(key), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "Bad Request");
        }
    }

    public String method() {
        return method;
    }

    public String path() {
        return site.path();
    }

    public Links links() {
        return site.links();
    }

    /** Null when nobody signed in. */
    public String login() {
        return login;
    }

    /** Who asks; refuses when nobody signed in. */
    public String me() {
        if (login == null) {
            throw new Problem(401, "Requires authentication");
        }
        return login;
    }

    public byte[] body() {
        return body;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    void parts(Map<String, String> matched) {
        parts = matched;
    }

    /** A part of the path by its name in the route. */
    public String part(String name) {
        return parts.get(name);
    }

    public int number(String name) {
        try {
            return Integer.parseInt(part(name));
        } catch (NumberFormatException e) {
            throw Problem.notFound();
        }
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    /** The whole query, to name another page. */
    public Map<String, String> queries() {
        return query;
    }

    /** A whole number from the query within bounds. */
    public int count(String name, int otherwise, int most) {
        try {
            return query(name).map(value -> Math.clamp(Integer.parseInt(value), 1, most)).orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** The body as an object; an empty one when there is none. */
    public JsonObject json() {
        if (json == null) {
            try {
                String text = new String(body, StandardCharsets.UTF_8);
                json = text.isBlank() ? new JsonObject() : JsonParser.parseString(text).getAsJsonObject();
            } catch (JsonParseException | IllegalStateException | StackOverflowError e) {
                throw new Problem(400, "Problems parsing JSON");
            }
        }
        return json;
    }

    public boolean has(String key) {
        return json().has(key);
    }

    /** A text of the body; empty when it is missing, null or something else. */
    public Optional<String> text(String key) {
        JsonElement value = json().get(key);
        return value != null && value.isJsonPrimitive() ? Optional.of(value.getAsString()) : Optional.empty();
    }

    public Optional<Boolean> truth(String key) {
        JsonElement value = json().get(key);
        return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean()
                ? Optional.of(value.getAsBoolean()) : Optional.empty();
    }

    /** A list of texts, or of objects with a name; empty when there is none. */
    public Optional<List<String>> texts(String key) {
        JsonElement value = json().get(key);
        if (value instanceof JsonArray array) {
            return Optional.of(texts(array));
        }
        return value != null && value.isJsonPrimitive() ? Optional.of(List.of(value.getAsString())) : Optional.empty();
    }

    private static List<String> texts(JsonArray array) {
        List<String> texts = new ArrayList<>();
        for (JsonElement one : array) {
            if (one.isJsonPrimitive()) {
                texts.add(one.getAsString());
            } else if (one.isJsonObject() && one.getAsJsonObject().has("name")) {
                texts.add(one.getAsJsonObject().get("name").getAsString());
            }
        }
        return texts;
    }
}
