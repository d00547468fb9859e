package org.morphodepot.volume.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.morphodepot.testing.RealData;
import org.morphodepot.testing.web.LoopbackServer;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Every array that other programs wrote reads as zarr-python reads it, or is refused with a reason. */
class ConformanceTest {

    private final Volumes volumes = Volumes.fromClassPath();

    @BeforeEach
    void dataIsHere() {
        assumeTrue(RealData.isHere());
    }

    /** What other readers found, by path below the data folder. */
    private static Map<String, JsonObject> expected() throws IOException {
        Map<String, JsonObject> all = new LinkedHashMap<>();
        add(all, "zarr_expected.json", "");
        add(all, "omezarr/zarr-python/expected.json", "omezarr/zarr-python/");
        return all;
    }

    private static JsonObject json(String text) {
        return new Gson().fromJson(text, JsonObject.class);
    }

    private static void add(Map<String, JsonObject> all, String file, String prefix) throws IOException {
        JsonObject json = json(Files.readString(RealData.path(file)));
        json.entrySet().forEach(entry -> all.put(prefix + entry.getKey(), entry.getValue().getAsJsonObject()));
    }

    @Test
    void everyArray_hasTheValuesOtherReadersFind() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonObject> entry : expected().entrySet()) {
            check(Address.of(RealData.path(entry.getKey())), entry.getValue(), wrong);
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void everyArray_hasTheSameValuesOverHttp() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (LoopbackServer server = LoopbackServer.of(RealData.path(""))) {
            for (Map.Entry<String, JsonObject> entry : expected().entrySet()) {
                check(server.address("/" + entry.getKey().replace(" ", "%20")), entry.getValue(), wrong);
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    private void check(Address address, JsonObject expected, List<String> wrong) throws IOException {
        try (Dataset dataset = volumes.open(address)) {
            List<Long> shape = new ArrayList<>();
            expected.getAsJsonArray("shape").forEach(n -> shape.addFirst(n.getAsLong()));
            assertEquals(shape, dataset.info().size(), address.toString());
            assertEquals(expected.get("dtype").getAsString(), dataset.info().type(), address.toString());
            assertEquals("zarr", dataset.info().format());
            if (expected.has("format")) {
                assertEquals(expected.get("format").getAsInt(),
                        dataset.info().levels().getFirst().zarrFormat().orElseThrow());
            }
            String sum = Digest.of(dataset);
            if (!expected.has("sha256") || !expected.get("sha256").getAsString().equals(sum)) {
                wrong.add(address + ": " + sum + " instead of " + expected);
            }
        } catch (VolumeException e) {
            boolean refused = e.kind() == Kind.UNSUPPORTED && !expected.has("sha256");
            if (!refused || e.getMessage().lines().count() != 1) {
                wrong.add(address + ": " + e.kind() + " " + e.getMessage());
            }
        }
    }

    @Test
    void everyArrayOfTheFolders_isCovered() throws IOException {
        TreeSet<String> arrays = new TreeSet<>();
        for (String folder : List.of("zarr", "omezarr")) {
            try (Stream<Path> files = Files.walk(RealData.path(folder))) {
                for (Path file : files.toList()) {
                    if (isArray(file)) {
                        arrays.add(RealData.path("").relativize(file.getParent()).toString().replace('\\', '/'));
                    }
                }
            }
        }
        arrays.removeAll(expected().keySet());
        assertEquals("[]", arrays.toString(), "arrays without expected values");
    }

    private static boolean isArray(Path file) throws IOException {
        String name = file.getFileName().toString();
        return name.equals(".zarray") || name.equals("zarr.json") && Files.readString(file).contains("\"array\"")
                && json(Files.readString(file)).get("node_type").getAsString().equals("array");
    }

    @Test
    void everyImage_hasTheLevelsItsGroupNames() throws IOException {
        int images = 0;
        for (Path group : groups()) {
            JsonObject ome = ome(group);
            if (ome == null || !ome.has("multiscales")) {
                continue;
            }
            images++;
            JsonElement datasets = ome.getAsJsonArray("multiscales").get(0).getAsJsonObject().get("datasets");
            try (Dataset dataset = volumes.open(Address.of(group)); Volume volume = dataset.volume()) {
                assertEquals("ome-zarr", dataset.info().format());
                assertEquals(datasets.getAsJsonArray().size(), volume.levels().size());
                for (Level level : volume.levels()) {
                    String path = datasets.getAsJsonArray().get(level.index()).getAsJsonObject().get("path")
                            .getAsString();
                    compare(volume, level, Address.of(group.resolve(path)));
                }
            }
        }
        assertEquals(13 * 2 + 4 + 1, images);
    }

    /** A level seen through the image is the array opened on its own, chunk by chunk. */
    private void compare(Volume image, Level level, Address address) throws IOException {
        try (Dataset dataset = volumes.open(address); Volume array = dataset.volume()) {
            assertEquals(array.levels().getFirst().size(), level.size(), address.toString());
            for (int z = 0; z < level.chunks(2); z++) {
                for (int y = 0; y < level.chunks(1); y++) {
                    for (int x = 0; x < level.chunks(0); x++) {
                        Chunk expected = array.read(new ChunkKey(0, x, y, z));
                        Chunk chunk = image.read(new ChunkKey(level.index(), x, y, z));
                        assertEquals(expected.box(), chunk.box());
                        assertArrayEquals(expected.voxels().bytes(), chunk.voxels().bytes(), address.toString());
                    }
                }
            }
        }
    }

    @Test
    void everyOtherGroup_isRefusedWithAWayOn() throws IOException {
        int groups = 0;
        for (Path group : groups()) {
            JsonObject ome = ome(group);
            if (ome == null || !ome.has("multiscales")) {
                groups++;
                VolumeException e = assertThrows(VolumeException.class, () -> volumes.open(Address.of(group)).close());
                assertEquals(Kind.UNSUPPORTED, e.kind());
                assertEquals(1, e.getMessage().lines().count());
            }
        }
        assertFalse(groups == 0);
    }

    private static List<Path> groups() throws IOException {
        List<Path> groups = new ArrayList<>();
        for (String folder : List.of("zarr", "omezarr")) {
            try (Stream<Path> folders = Files.walk(RealData.path(folder))) {
                folders.filter(Files::isDirectory).filter(f -> !Files.exists(f.resolve(".zarray")))
                        .filter(f -> Files.exists(f.resolve(".zgroup")) || isGroupV3(f.resolve("zarr.json")))
                        .forEach(groups::add);
            }
        }
        return groups;
    }

    private static boolean isGroupV3(Path json) {
        try {
            return Files.exists(json) && !isArray(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonObject ome(Path group) throws IOException {
        Path v3 = group.resolve("zarr.json");
        Path v2 = group.resolve(".zattrs");
        if (!Files.exists(v3)) {
            return Files.exists(v2) ? json(Files.readString(v2)) : null;
        }
        JsonObject attributes = json(Files.readString(v3)).getAsJsonObject("attributes");
        return attributes == null || !attributes.has("ome") ? attributes : attributes.getAsJsonObject("ome");
    }

    /** Each array as the scan it is part of: reading all chunks gives the same values as streaming does. */
    @Test
    void chunksOfEveryArray_makeUpItsValues() throws IOException {
        for (Map.Entry<String, JsonObject> entry : expected().entrySet()) {
            if (entry.getValue().has("sha256") && entry.getValue().getAsJsonArray("shape").size() <= 3) {
                try (Dataset dataset = volumes.open(Address.of(RealData.path(entry.getKey())));
                        Volume volume = dataset.volume()) {
                    assertEquals(entry.getValue().get("sha256").getAsString(), Digest.ofChunks(volume), entry.getKey());
                }
            }
        }
    }

    @Test
    void cancelledReading_stops() throws IOException {
        Progress cancelled = new Progress() {
            @Override
            public void report(long done, long total, String what) {
                // nobody is watching
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        try (Dataset dataset = volumes.open(Address.of(RealData.path("zarr/zarrs/hierarchy.zarr/a/foo")))) {
            assertThrows(java.util.concurrent.CancellationException.class, () -> dataset.values((b, o, n) -> {
            }, cancelled));
        }
    }
}
