package org.morphodepot.cli.bench;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Figures in the order in which they are printed, for people and for programs. */
final class Report {

    private final JsonObject json = new JsonObject();
    private final Map<String, String> lines = new LinkedHashMap<>();

    /** Only in the JSON. */
    Report add(String key, JsonElement value) {
        json.add(key, value);
        return this;
    }

    Report add(String key, String title, String value) {
        json.addProperty(key, value);
        lines.put(title, value);
        return this;
    }

    Report seconds(String key, String title, double seconds) {
        json.addProperty(key, Math.round(seconds * 1e4) / 1e4);
        lines.put(title, String.format(Locale.ROOT, seconds < 1 ? "%.0f ms" : "%.2f s",
                seconds < 1 ? seconds * 1e3 : seconds));
        return this;
    }

    Report bytes(String key, String title, long bytes) {
        json.addProperty(key, bytes);
        lines.put(title, bytes < 0 ? "not known here" : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6));
        return this;
    }

    Report rate(String key, String title, double megabytesPerSecond) {
        json.addProperty(key, Math.round(megabytesPerSecond * 10) / 10.0);
        lines.put(title, String.format(Locale.ROOT, "%.0f MB/s", megabytesPerSecond));
        return this;
    }

    Report count(String key, String title, long count) {
        json.add(key, new JsonPrimitive(count));
        lines.put(title, String.format(Locale.ROOT, "%,d", count));
        return this;
    }

    Report durations(String key, String title, Durations durations) {
        json.add(key, durations.json());
        lines.put(title, durations.toString());
        return this;
    }

    void print(PrintWriter out, boolean asJson) {
        if (asJson) {
            out.println(json);
            return;
        }
        int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
        lines.forEach((title, value) -> out.println(title + " ".repeat(width + 2 - title.length()) + value));
    }
}
