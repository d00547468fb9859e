package org.morphodepot.label.tool;

import java.util.LinkedHashMap;
import java.util.Map;

/** Immutable values of a tool's options by option id. A range is stored as {@code id.low} and {@code id.high}. */
public record Settings(Map<String, String> values) {

    public Settings {
        values = Map.copyOf(values);
    }

    public static final Settings NONE = new Settings(Map.of());

    public double number(String id, double fallback) {
        String value = values.get(id);
        return value == null ? fallback : Double.parseDouble(value);
    }

    public boolean toggle(String id, boolean fallback) {
        String value = values.get(id);
        return value == null ? fallback : Boolean.parseBoolean(value);
    }

    public String choice(String id, String fallback) {
        return values.getOrDefault(id, fallback);
    }

    public Settings with(String id, Object value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(id, String.valueOf(value));
        return new Settings(changed);
    }
}
