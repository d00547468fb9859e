package org.morphodepot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.morphodepot.testing.RealData;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * What {@code info} says about real files agrees with what other people's readers found, or it refuses them
 * properly.
 */
class ConformanceTest {

    private static final Map<String, String> NRRD_TYPES = Map.of("signed char", "int8", "unsigned char", "uint8",
            "short", "int16", "unsigned short", "uint16", "int", "int32", "unsigned int", "uint32", "float", "float32",
            "double", "float64");
    /** The reference program refuses this one, pynrrd reads it. */
    private static final String EITHER_WAY = "byteskip_minus_five";

    @BeforeAll
    static void data() {
        assumeTrue(RealData.isHere(), "the real data is not on this machine");
        Run.needReaders();
    }

    @TestFactory
    List<DynamicTest> nrrd_agreesWithUnu() throws IOException {
        assumeTrue(RealData.isHere());
        List<DynamicTest> tests = new ArrayList<>(table("", "nrrd_expected.tsv"));
        tests.addAll(table("nrrd/teem/", "nrrd/teem/expected.tsv"));
        return tests;
    }

    private static List<DynamicTest> table(String folder, String table) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : Files.readAllLines(RealData.path(table))) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] cells = line.split("\t");
                tests.add(dynamicTest(folder + cells[0], () -> nrrd(folder + cells[0], cells)));
            }
        }
        return tests;
    }

    private static void nrrd(String path, String[] expected) {
        Run run = Run.of("info", RealData.path(path), "--json", "--checksum");
        if (expected[3].startsWith("UNREADABLE")) {
            assertTrue(path.contains(EITHER_WAY) && run.code() == 0 || !run.failed(1).isEmpty());
            return;
        }
        JsonObject json = run.json();
        assertEquals(path.endsWith(".seg.nrrd") ? "seg.nrrd" : "nrrd", json.get("format").getAsString());
        assertEquals(NRRD_TYPES.getOrDefault(expected[1], expected[1]), json.get("type").getAsString());
        assertEquals(List.of(expected[2].split(" ")), texts(json.getAsJsonArray("size")));
        assertEquals(expected[3], json.get("sha256").getAsString());
    }

    @TestFactory
    List<DynamicTest> zarr_agreesWithZarrPython() throws IOException {
        assumeTrue(RealData.isHere());
        List<DynamicTest> tests = new ArrayList<>();
        json("zarr_expected.json").entrySet().forEach(e -> tests.add(dynamicTest(e.getKey(),
                () -> zarr(e.getKey(), e.getValue().getAsJsonObject()))));
        json("omezarr/zarr-python/expected.json").entrySet().forEach(e -> tests.add(dynamicTest(
                "zarr-python/" + e.getKey(), () -> zarr("omezarr/zarr-python/" + e.getKey(),
                e.getValue().getAsJsonObject()))));
        return tests;
    }

    private static void zarr(String path, JsonObject expected) {
        Run run = Run.of("info", RealData.path(path), "--json", "--checksum");
        if (expected.has("unreadable") || expected.has("note")) {
            run.failed(1);
            return;
        }
        JsonObject json = run.json();
        assertEquals("zarr", json.get("format").getAsString());
        assertEquals(expected.get("dtype").getAsString(), json.get("type").getAsString());
        assertEquals(texts(expected.getAsJsonArray("shape")).reversed(), texts(json.getAsJsonArray("size")));
        if (expected.has("format")) {
            JsonObject level = json.getAsJsonArray("levels").get(0).getAsJsonObject();
            assertEquals(expected.get("format").getAsInt(), level.get("zarrFormat").getAsInt());
        }
        assertEquals(expected.get("sha256").getAsString(), json.get("sha256").getAsString());
    }

    /** An image is its finest array: the same size, type and values, and a level for every array. */
    @TestFactory
    List<DynamicTest> omeZarr_isItsArrays() throws IOException {
        assumeTrue(RealData.isHere());
        JsonObject arrays = json("omezarr/zarr-python/expected.json");
        List<DynamicTest> tests = new ArrayList<>();
        arrays.keySet().stream().filter(key -> key.endsWith("/s0")).map(key -> key.substring(0, key.length() - 3))
                .forEach(image -> tests.add(dynamicTest(image, () -> omeZarr(image, arrays))));
        assertFalse(tests.isEmpty());
        return tests;
    }

    private static void omeZarr(String image, JsonObject arrays) {
        JsonObject json = Run.of("info", RealData.path("omezarr/zarr-python/" + image), "--json", "--checksum").json();
        JsonObject finest = arrays.getAsJsonObject(image + "/s0");
        assertEquals("ome-zarr", json.get("format").getAsString());
        assertEquals(finest.get("dtype").getAsString(), json.get("type").getAsString());
        assertEquals(finest.get("sha256").getAsString(), json.get("sha256").getAsString());
        JsonArray levels = json.getAsJsonArray("levels");
        assertEquals(3, levels.size());
        for (int i = 0; i < 3; i++) {
            assertEquals(texts(arrays.getAsJsonObject(image + "/s" + i).getAsJsonArray("shape")).reversed(),
                    texts(levels.get(i).getAsJsonObject().getAsJsonArray("size")));
        }
    }

    @TestFactory
    List<DynamicTest> segNrrd_agreesWithPynrrd() throws IOException {
        assumeTrue(RealData.isHere());
        List<DynamicTest> tests = new ArrayList<>();
        json("seg_expected.json").entrySet().forEach(e -> tests.add(dynamicTest(e.getKey(),
                () -> segmentation(e.getKey(), e.getValue().getAsJsonObject()))));
        return tests;
    }

    private static void segmentation(String path, JsonObject expected) {
        JsonObject json = Run.of("info", RealData.path(path), "--json").json();
        assertEquals("seg.nrrd", json.get("format").getAsString());
        assertEquals(texts(expected.getAsJsonArray("sizes")), texts(json.getAsJsonArray("size")));
        assertEquals(expected.get("type"), json.get("type"));
        assertEquals(expected.get("space"), json.get("space"));
        JsonArray origin = json.getAsJsonArray("origin");
        for (int i = 0; i < 3; i++) {
            assertEquals(expected.getAsJsonArray("origin").get(i).getAsDouble(), origin.get(i).getAsDouble(), 1e-9);
        }
        JsonArray segments = json.getAsJsonArray("segments");
        JsonArray others = expected.getAsJsonArray("segments");
        assertEquals(others.size(), segments.size());
        int layers = 1;
        for (int i = 0; i < others.size(); i++) {
            segment(others.get(i).getAsJsonObject(), segments.get(i).getAsJsonObject());
            layers = Math.max(layers, others.get(i).getAsJsonObject().get("layer").getAsInt() + 1);
        }
        assertEquals(layers, json.get("layers").getAsInt());
    }

    private static void segment(JsonObject expected, JsonObject segment) {
        for (String key : List.of("id", "name", "layer", "label", "voxels")) {
            assertEquals(expected.get(key), segment.get(key), key + " of " + expected.get("name"));
        }
        String[] color = expected.get("color").getAsString().split(" ");
        for (int c = 0; c < 3; c++) {
            assertEquals(Double.parseDouble(color[c]), segment.getAsJsonArray("color").get(c).getAsDouble(), 1e-9);
        }
        JsonArray extent = segment.getAsJsonArray("extent");
        long box = 1;
        for (int axis = 0; axis < 3; axis++) {
            box *= extent.get(2 * axis + 1).getAsLong() - extent.get(2 * axis).getAsLong() + 1;
        }
        assertTrue(box >= segment.get("voxels").getAsLong(), "voxels outside the extent " + extent);
    }

    private static JsonObject json(String path) throws IOException {
        return new Gson().fromJson(Files.readString(RealData.path(path)), JsonObject.class);
    }

    private static List<String> texts(JsonArray array) {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array) {
            texts.add(element.getAsString());
        }
        return texts;
    }
}
