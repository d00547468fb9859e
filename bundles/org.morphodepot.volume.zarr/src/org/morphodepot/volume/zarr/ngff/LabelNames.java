package org.morphodepot.volume.zarr.ngff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.zarr.metadata.Json;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * Names and colours of label values: {@code colors} and {@code properties} of {@code image-label}. In the fields of a data set
 * each is one of the key {@code label 3} and the value {@code #f1d691 femur}.
 */
public final class LabelNames {

    private static final Pattern KEY = Pattern.compile("label (\\d{1,5})");
    private static final Pattern VALUE = Pattern.compile("#([0-9a-f]{6})(?: (.*))?", Pattern.DOTALL);
    private static final long MOST = 65_535;
    private static final int LONGEST_NAME = 1000;
    private static final String GREY = "#808080";

    private LabelNames() {
    }

    /** Adds what the fields say to an {@code image-label}. */
    public static void write(List<HeaderField> fields, JsonObject label) {
        JsonArray colors = new JsonArray();
        JsonArray properties = new JsonArray();
        for (HeaderField field : fields) {
            Matcher key = KEY.matcher(field.key());
            Matcher value = VALUE.matcher(field.value());
            if (key.matches() && value.matches()) {
                int number = Integer.parseInt(key.group(1));
                colors.add(color(number, Integer.parseInt(value.group(1), 16)));
                if (value.group(2) != null) {
                    JsonObject property = new JsonObject();
                    property.addProperty("label-value", number);
                    property.addProperty("name", value.group(2));
                    properties.add(property);
                }
            }
        }
        if (!colors.isEmpty()) {
            label.add("colors", colors);
        }
        if (!properties.isEmpty()) {
            label.add("properties", properties);
        }
    }

    private static JsonObject color(int number, int rgb) {
        JsonArray rgba = new JsonArray();
        for (int shift = 16; shift >= 0; shift -= 8) {
            rgba.add(rgb >> shift & 0xff);
        }
        rgba.add(255);
        JsonObject color = new JsonObject();
        color.addProperty("label-value", number);
        color.add("rgba", rgba);
        return color;
    }

    /** The same as fields, ascending; what is not as it should be counts as not there. */
    static List<HeaderField> read(Json label) {
        Map<Long, String> colors = new TreeMap<>();
        Map<Long, String> names = new TreeMap<>();
        for (Json color : items(label, "colors")) {
            take(color, colors, () -> hex(color.get("rgba").integers()));
        }
        for (Json property : items(label, "properties")) {
            take(property, names, () -> property.get("name").text());
        }
        names.keySet().forEach(value -> colors.putIfAbsent(value, GREY));
        List<HeaderField> fields = new ArrayList<>();
        colors.forEach((value, color) -> {
            String name = names.getOrDefault(value, "");
            fields.add(new HeaderField("label " + value, name.isEmpty() ? color : color + " " + name, true));
        });
        return fields;
    }

    @FunctionalInterface
    private interface Reading {
        String text() throws VolumeException;
    }

    private static void take(Json entry, Map<Long, String> into, Reading reading) {
        try {
            long value = entry.get("label-value").integer();
            String text = reading.text();
            if (value > 0 && value <= MOST && text.length() <= LONGEST_NAME) {
                into.putIfAbsent(value, text);
            }
        } catch (VolumeException e) {
            // a viewer may write what it likes; the voxels are there all the same
        }
    }

    private static String hex(long[] rgba) {
        long rgb = 0;
        for (int i = 0; i < 3; i++) {
            rgb = rgb << 8 | (i < rgba.length ? Math.clamp(rgba[i], 0, 255) : 0);
        }
        return String.format("#%06x", rgb);
    }

    private static List<Json> items(Json label, String key) {
        try {
            List<Json> items = label.find(key).filter(Json::isArray).isPresent() ? label.get(key).items() : List.of();
            return items.size() > 2 * MOST ? List.of() : items;
        } catch (VolumeException e) {
            return List.of();
        }
    }
}
