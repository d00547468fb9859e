package org.morphodepot.volume.zarr.write;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.zarr.ngff.ImageSpace;
import org.morphodepot.volume.zarr.ngff.LabelNames;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;

/**
 * The metadata of a written image: OME-NGFF 0.4 on Zarr v2, or 0.5 on Zarr v3. What NGFF has no words for, such as
 * oblique directions, is kept in an attribute of our own.
 *
 * @param window for display; empty for labels
 * @param fields of the source; of labels their names and colours are kept ({@link LabelNames})
 */
public record NgffDocuments(PyramidPlan plan, String name, Reduction reduction, boolean isLabel, String space,
        Optional<DisplayRange> window, List<HeaderField> fields) {

    private static final Map<String, String> UNITS = Map.of("mm", "millimeter", "um", "micrometer",
            "\u00b5m", "micrometer", "\u03bcm", "micrometer", "micron", "micrometer", "nm", "nanometer", "m", "meter",
            "cm", "centimeter");

    /** All documents by key, the one that makes the group an image last. */
    public Map<String, byte[]> all() {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        for (int i = 0; i < plan.levels().size(); i++) {
            documents.put(i + (plan.zarr() == 2 ? "/.zarray" : "/zarr.json"),
                    bytes(plan.zarr() == 2 ? arrayV2(i) : arrayV3(i)));
        }
        if (plan.zarr() == 2) {
            JsonObject group = new JsonObject();
            group.addProperty("zarr_format", 2);
            documents.put(".zgroup", bytes(group));
            documents.put(".zattrs", bytes(attributes()));
        } else {
            JsonObject group = new JsonObject();
            group.addProperty("zarr_format", 3);
            group.addProperty("node_type", "group");
            group.add("attributes", attributes());
            documents.put("zarr.json", bytes(group));
        }
        return documents;
    }

    private static byte[] bytes(JsonObject json) {
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            out.setIndent("  ");
            out.setSerializeNulls(true);
            new Gson().getAdapter(JsonElement.class).write(out, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private JsonObject arrayV2(int index) {
        JsonObject array = new JsonObject();
        array.addProperty("zarr_format", 2);
        array.add("shape", integers(shape(index)));
        array.add("chunks", integers(chunk(index)));
        array.addProperty("dtype", numpy());
        array.add("compressor", plan.compression().v2());
        addFill(array);
        array.add("filters", null);
        array.addProperty("order", "C");
        array.addProperty("dimension_separator", "/");
        return array;
    }

    private String numpy() {
        String id = plan.type().id();
        char family = id.startsWith("u") ? 'u' : id.charAt(0);
        return (plan.type().bytes() == 1 ? "|" : "<") + family + plan.type().bytes();
    }

    private void addFill(JsonObject array) {
        switch (plan.type()) {
            case BOOL -> array.addProperty("fill_value", false);
            case FLOAT16, FLOAT32, FLOAT64 -> array.addProperty("fill_value", 0.0);
            default -> array.addProperty("fill_value", 0);
        }
    }

    private JsonObject arrayV3(int index) {
        JsonObject array = new JsonObject();
        array.addProperty("zarr_format", 3);
        array.addProperty("node_type", "array");
        array.add("shape", integers(shape(index)));
        array.addProperty("data_type", plan.type().id());
        JsonObject chunks = new JsonObject();
        chunks.add("chunk_shape", integers(perAxis(plan.levels().get(index).shard())));
        array.add("chunk_grid", named("regular", chunks));
        JsonObject separator = new JsonObject();
        separator.addProperty("separator", "/");
        array.add("chunk_key_encoding", named("default", separator));
        addFill(array);
        JsonArray codecs = plan.compression().v3(plan.type().bytes());
        array.add("codecs", plan.sharded() ? ShardFormat.codecs(integers(chunk(index)), codecs) : codecs);
        JsonArray names = new JsonArray();
        plan.axes().names().forEach(names::add);
        array.add("dimension_names", names);
        array.add("attributes", new JsonObject());
        return array;
    }

    private static JsonObject named(String name, JsonObject configuration) {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.add("configuration", configuration);
        return json;
    }

    private long[] shape(int index) {
        return plan.axes().perAxis(plan.axes().leading(), longs(plan.levels().get(index).size()));
    }

    private long[] chunk(int index) {
        return perAxis(plan.levels().get(index).chunk());
    }

    private long[] perAxis(int[] zyx) {
        long[] ones = new long[plan.axes().leading().length];
        Arrays.fill(ones, 1);
        return plan.axes().perAxis(ones, longs(zyx));
    }

    private static long[] longs(int[] values) {
        return Arrays.stream(values).asLongStream().toArray();
    }

    private JsonObject attributes() {
        JsonObject ome = new JsonObject();
        if (plan.zarr() == 3) {
            ome.addProperty("version", "0.5");
        }
        JsonArray images = new JsonArray();
        images.add(multiscale());
        ome.add("multiscales", images);
        window.filter(_ -> !isLabel && plan.axes().volumes() == 1).ifPresent(range -> ome.add("omero", omero(range)));
        if (isLabel) {
            JsonObject label = new JsonObject();
            label.addProperty("version", plan.zarr() == 2 ? "0.4" : "0.5");
            LabelNames.write(fields, label);
            ome.add("image-label", label);
        }
        JsonObject attributes = plan.zarr() == 2 ? ome : new JsonObject();
        if (plan.zarr() == 3) {
            attributes.add("ome", ome);
        }
        plan.axes().geometry().ifPresent(geometry -> attributes.add(ImageSpace.ATTRIBUTE, ours(geometry)));
        return attributes;
    }

    private JsonObject multiscale() {
        JsonObject image = new JsonObject();
        if (plan.zarr() == 2) {
            image.addProperty("version", "0.4");
        }
        image.addProperty("name", name);
        JsonArray axes = new JsonArray();
        plan.axes().names().forEach(axis -> axes.add(axis(axis)));
        image.add("axes", axes);
        JsonArray datasets = new JsonArray();
        for (int i = 0; i < plan.levels().size(); i++) {
            datasets.add(dataset(i));
        }
        image.add("datasets", datasets);
        image.addProperty("type", reduction.name());
        return image;
    }

    private JsonObject axis(String axisName) {
        JsonObject axis = new JsonObject();
        axis.addProperty("name", axisName);
        boolean spatial = "xyz".contains(axisName);
        axis.addProperty("type", spatial ? "space" : axisName.equals("t") ? "time" : "channel");
        String unit = plan.axes().geometry().map(Geometry::unit).orElse("");
        if (spatial && !unit.isEmpty()) {
            axis.addProperty("unit", UNITS.getOrDefault(unit, unit));
        }
        return axis;
    }

    /** A voxel of a level has its centre in the middle of the voxels it stands for. */
    private JsonObject dataset(int index) {
        double[] scale = new double[plan.axes().rank()];
        double[] translation = new double[scale.length];
        Arrays.fill(scale, 1);
        int spatial = plan.axes().spatial();
        for (int i = 0; i < spatial; i++) {
            int from = 3 - spatial + i;
            int to = scale.length - spatial + i;
            long factor = plan.levels().get(index).scale()[from];
            double spacing = plan.axes().spacing()[from];
            scale[to] = spacing * factor;
            translation[to] = plan.axes().origin()[from] + spacing * (factor - 1) / 2;
        }
        JsonArray steps = new JsonArray();
        steps.add(step("scale", scale));
        steps.add(step("translation", translation));
        JsonObject dataset = new JsonObject();
        dataset.addProperty("path", String.valueOf(index));
        dataset.add("coordinateTransformations", steps);
        return dataset;
    }

    private static JsonObject step(String type, double[] values) {
        JsonObject step = new JsonObject();
        step.addProperty("type", type);
        step.add(type, numbers(values));
        return step;
    }

    private JsonObject omero(DisplayRange range) {
        JsonObject bounds = new JsonObject();
        for (String key : List.of("min", "start")) {
            bounds.addProperty(key, range.low());
        }
        for (String key : List.of("max", "end")) {
            bounds.addProperty(key, range.high());
        }
        JsonObject channel = new JsonObject();
        channel.addProperty("label", name);
        channel.addProperty("active", true);
        channel.addProperty("color", "FFFFFF");
        channel.add("window", bounds);
        JsonArray channels = new JsonArray();
        channels.add(channel);
        JsonObject omero = new JsonObject();
        omero.add("channels", channels);
        return omero;
    }

    private JsonObject ours(Geometry geometry) {
        JsonObject place = new JsonObject();
        place.add("directions", numbers(geometry.directions()));
        place.add("origin", numbers(geometry.origin()));
        place.addProperty("space", space);
        JsonObject ours = new JsonObject();
        ours.add("geometry", place);
        return ours;
    }

    private static JsonArray numbers(double[] values) {
        JsonArray array = new JsonArray();
        Arrays.stream(values).forEach(array::add);
        return array;
    }

    private static JsonArray integers(long[] values) {
        JsonArray array = new JsonArray();
        Arrays.stream(values).forEach(array::add);
        return array;
    }
}
