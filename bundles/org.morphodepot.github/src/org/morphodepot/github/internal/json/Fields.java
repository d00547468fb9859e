package org.morphodepot.github.internal.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** An answer's object. Fields that are missing, null or of another type are as good as empty. */
public final class Fields {

    public static final Fields EMPTY = new Fields(new JsonObject());

    private final JsonObject object;

    public Fields(JsonObject object) {
        this.object = object;
    }

    /** Empty when there is none; numbers and booleans as they are written. */
    public String text(String name) {
        return primitive(name).map(JsonPrimitive::getAsString).orElse("");
    }

    /** Throws a malformed answer when there is none. */
    public String neededText(String name) throws GitHubException {
        String text = text(name);
        if (text.isEmpty()) {
            throw lacks(name);
        }
        return text;
    }

    /** 0 when there is none. */
    public long number(String name) {
        return findNumber(name).orElse(0L);
    }

    public int smallNumber(String name) {
        return Math.clamp(number(name), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    public Optional<Long> findNumber(String name) {
        return primitive(name).filter(p -> p.isNumber() || p.isString()).flatMap(p -> {
            String digits = p.getAsString();
            try {
                return digits.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(digits).longValueExact());
            } catch (NumberFormatException e) {
                return Optional.empty();
            } catch (ArithmeticException e) {
                return Optional.empty();
            }
        });
    }

    /** A number above zero; throws a malformed answer when there is none. */
    public int neededNumber(String name) throws GitHubException {
        int number = smallNumber(name);
        if (number <= 0) {
            throw lacks(name);
        }
        return number;
    }

    public boolean flag(String name, boolean otherwise) {
        return primitive(name).filter(JsonPrimitive::isBoolean).map(JsonPrimitive::getAsBoolean).orElse(otherwise);
    }

    public Optional<Boolean> findFlag(String name) {
        return primitive(name).filter(JsonPrimitive::isBoolean).map(JsonPrimitive::getAsBoolean);
    }

    public Optional<Instant> findTime(String name) {
        String text = text(name);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** 1970 when there is none. */
    public Instant time(String name) {
        return findTime(name).orElse(Instant.EPOCH);
    }

    public Optional<Fields> object(String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonObject() ? Optional.of(new Fields(value.getAsJsonObject())) : Optional.empty();
    }

    /** An object without fields when there is none. */
    public Fields child(String name) {
        return object(name).orElse(EMPTY);
    }

    /** The objects of a list; everything else in it is left out. */
    public List<Fields> details(String name) {
        List<Fields> all = new ArrayList<>();
        for (JsonElement one : array(name)) {
            if (one.isJsonObject()) {
                all.add(new Fields(one.getAsJsonObject()));
            } else if (one.isJsonPrimitive()) {
                JsonObject wrapped = new JsonObject(); // labels and errors are sometimes plain texts
                wrapped.add("name", one);
                wrapped.add("message", one);
                all.add(new Fields(wrapped));
            }
        }
        return all;
    }

    public <T> List<T> list(String name, Json.Reader<T> reader) throws GitHubException {
        List<T> all = new ArrayList<>();
        for (Fields one : details(name)) {
            all.add(reader.read(one));
        }
        return all;
    }

    public List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        for (JsonElement one : array(name)) {
            if (one.isJsonPrimitive()) {
                all.add(one.getAsString());
            }
        }
        return all;
    }

    public boolean has(String name) {
        return object.has(name) && !object.get(name).isJsonNull();
    }

    /** Names of all fields. */
    public List<String> names() {
        return List.copyOf(object.keySet());
    }

    private JsonArray array(String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonArray() ? value.getAsJsonArray() : new JsonArray();
    }

    private Optional<JsonPrimitive> primitive(String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() ? Optional.of(value.getAsJsonPrimitive()) : Optional.empty();
    }

    private static GitHubException lacks(String name) {
        return GitHubException.of(Kind.MALFORMED, 0,
                "The server's answer lacks '" + name + "'. Try again; if it stays so, the workbench needs an update.");
    }
}
