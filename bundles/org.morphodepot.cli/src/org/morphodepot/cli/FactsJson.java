package org.morphodepot.cli;

import java.util.List;

import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentCounts;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.LevelInfo;
import org.morphodepot.volume.VoxelBox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * The answer of {@code info --json}. Keys are a contract: never renamed, only added. What a file does not say is
 * null.
 */
final class FactsJson {

    private FactsJson() {
    }

    static JsonObject of(Facts facts) {
        JsonObject json = new JsonObject();
        json.addProperty("format", facts.format());
        json.add("size", longs(facts.info().size()));
        json.addProperty("type", facts.info().type());
        addGeometry(json, facts);
        json.add("space", text(facts.info().space()));
        JsonArray levels = new JsonArray();
        facts.info().levels().forEach(level -> levels.add(level(level)));
        json.add("levels", levels);
        facts.segments().ifPresent(s -> {
            json.addProperty("layers", s.layers());
            JsonArray segments = new JsonArray();
            s.segments().forEach(segment -> segments.add(segment(segment, s.counts().of(segment.id()))));
            json.add("segments", segments);
        });
        facts.sha256().ifPresent(sum -> json.addProperty("sha256", sum));
        return json;
    }

    private static void addGeometry(JsonObject json, Facts facts) {
        if (facts.info().geometry().isEmpty()) {
            json.add("spacing", JsonNull.INSTANCE);
            json.add("unit", JsonNull.INSTANCE);
            json.add("origin", JsonNull.INSTANCE);
            json.add("directions", JsonNull.INSTANCE);
            return;
        }
        Geometry geometry = facts.info().geometry().get();
        FileSpace space = new FileSpace(facts.info().space());
        json.add("spacing", doubles(geometry.spacing()));
        json.add("unit", text(geometry.unit()));
        json.add("origin", doubles(space.fromLps(geometry.origin())));
        JsonArray directions = new JsonArray();
        for (int axis = 0; axis < 3; axis++) {
            double[] direction = {geometry.direction(axis, 0), geometry.direction(axis, 1), geometry.direction(axis,
                    2)};
            directions.add(doubles(space.fromLps(direction)));
        }
        json.add("directions", directions);
    }

    private static JsonObject level(LevelInfo level) {
        JsonObject json = new JsonObject();
        json.add("size", longs(level.size()));
        json.add("chunk", longs(level.chunk()));
        json.add("shard", level.shard().<JsonElement>map(FactsJson::longs).orElse(JsonNull.INSTANCE));
        JsonArray codecs = new JsonArray();
        level.codecs().forEach(codecs::add);
        json.add("codecs", codecs);
        json.add("zarrFormat", level.zarrFormat().<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE));
        return json;
    }

    private static JsonObject segment(Segment segment, SegmentCounts.Count count) {
        JsonObject json = new JsonObject();
        json.addProperty("id", segment.id());
        json.addProperty("name", segment.name().strip());
        SegmentColor color = segment.color();
        json.add("color", doubles(color.red(), color.green(), color.blue()));
        json.addProperty("layer", segment.layer());
        json.addProperty("label", segment.label());
        json.add("tags", tags(segment.tags()));
        json.addProperty("voxels", count.voxels());
        json.add("extent", extent(count.box()));
        return json;
    }

    /** Such as {@code Segmentation.Status} and {@code TerminologyEntry}. */
    private static JsonObject tags(String text) {
        JsonObject json = new JsonObject();
        for (String tag : text.split("\\|")) {
            int colon = tag.indexOf(':');
            if (colon > 0) {
                json.addProperty(tag.substring(0, colon), tag.substring(colon + 1));
            }
        }
        return json;
    }

    /** First and last voxel along each axis, as in a seg.nrrd header; 0 -1 0 -1 0 -1 for nothing. */
    private static JsonArray extent(VoxelBox box) {
        JsonArray json = new JsonArray();
        for (int axis = 0; axis < 3; axis++) {
            json.add(box.min(axis));
            json.add(box.max(axis) - 1);
        }
        return json;
    }

    private static JsonElement text(String text) {
        return text.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(text);
    }

    private static JsonArray longs(List<Long> numbers) {
        JsonArray json = new JsonArray();
        numbers.forEach(json::add);
        return json;
    }

    private static JsonArray doubles(double... numbers) {
        JsonArray json = new JsonArray();
        for (double number : numbers) {
            json.add(number == 0 ? 0.0 : number);
        }
        return json;
    }
}
