package org.morphodepot.work;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.work.Place.Structure;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/** The block below the line of a place: {@code docs/view-link.md}. */
final class PlaceJson {

    private static final Gson GSON = new Gson(); // escapes < and >

    private PlaceJson() {
    }

    static String write(Place place) {
        JsonObject json = new JsonObject();
        json.addProperty("version", 1);
        VoxelBox box = place.box();
        json.add("min", numbers(List.of(box.x0(), box.y0(), box.z0())));
        json.add("max", numbers(List.of(box.x1(), box.y1(), box.z1())));
        json.add("focus", numbers(List.of(place.focus().x(), place.focus().y(), place.focus().z())));
        place.lps().ifPresent(at -> json.add("lps", numbers(at)));
        place.zoom().ifPresent(zoom -> json.addProperty("zoom", zoom));
        place.structure().ifPresent(one -> {
            json.addProperty("segment", one.id());
            json.addProperty("name", one.name());
        });
        return GSON.toJson(json).replace("--", "-\\u002d");
    }

    private static JsonArray numbers(List<? extends Number> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }

    /** Empty when it is damaged or about another box. What is missing or impossible in it is left out. */
    static Optional<Place> read(String text, VoxelBox line) {
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            int[] min = voxel(json, "min");
            int[] max = voxel(json, "max");
            VoxelBox box = new VoxelBox(min[0], min[1], min[2], max[0], max[1], max[2]);
            int[] focus = voxel(json, "focus");
            return box.equals(line) ? Optional.of(rest(json, box, new VoxelPoint(focus[0], focus[1], focus[2])))
                    : Optional.empty();
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static Place rest(JsonObject json, VoxelBox box, VoxelPoint focus) {
        Optional<List<Double>> lps = json.has("lps") ? Optional.of(doubles(json.get("lps"))) : Optional.empty();
        OptionalDouble zoom = json.has("zoom") ? OptionalDouble.of(json.get("zoom").getAsDouble()) : OptionalDouble.empty();
        Optional<Structure> structure = text(json, "name").map(name -> new Structure(text(json, "segment").orElse(""), name));
        return new Place(box, focus, lps, zoom, structure);
    }

    private static Optional<String> text(JsonObject json, String key) {
        return json.get(key) instanceof JsonPrimitive value && value.isString() ? Optional.of(value.getAsString())
                : Optional.empty();
    }

    private static List<Double> doubles(JsonElement element) {
        JsonArray array = element.getAsJsonArray();
        if (array.size() != 3) {
            throw new IllegalArgumentException("three numbers are wanted");
        }
        return List.of(array.get(0).getAsDouble(), array.get(1).getAsDouble(), array.get(2).getAsDouble());
    }

    private static int[] voxel(JsonObject json, String key) {
        if (!json.has(key)) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return doubles(json.get(key)).stream().mapToInt(PlaceJson::whole).toArray();
    }

    private static int whole(double value) {
        if (value != Math.rint(value) || value < 0 || value > Place.LARGEST + 1) {
            throw new IllegalArgumentException("no voxel: " + value);
        }
        return (int) value;
    }
}
