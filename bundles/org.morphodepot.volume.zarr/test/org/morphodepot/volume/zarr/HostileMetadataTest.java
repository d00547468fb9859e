package org.morphodepot.volume.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.morphodepot.testing.Damage;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.spi.WriteOptions;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Whatever the documents and chunks say, opening and reading gives a scan or one clear line. */
class HostileMetadataTest {

    private static final List<String> VALUES = List.of("null", "-1", "0", "1e308", "9223372036854775807", "1e400",
            "0.5", "true", "[]", "{}", "\"\"", "\"..\"", "\"../../etc\"", "[[[[[[1]]]]]]",
            "[1,2,3,4,5,6,7,8,9]", "\"NaN\"",
            "2147483648", "[1e9,1e9,1e9]",
            "[2147483647,2147483647,2147483647]", "{\"name\":\"sharding_indexed\"}", "65536",
            "[-1,-1,-1]");

    private final Random random = new Random(23);

    @Test
    void damagedHierarchies_openOrAreRefused() {
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int zarr = 2; zarr <= 3; zarr++) {
                Map<String, byte[]> good = pyramid(zarr);
                for (int round = 0; round < Integer.getInteger("rounds", 1500); round++) {
                    String key = pick(good.keySet().stream().filter(k -> !isChunk(k)).toList());
                    MemoryStore store = MemoryStore.of(good).put(key, switch (round % 3) {
                        case 0 -> flipped(good.get(key));
                        case 1 -> Arrays.copyOf(good.get(key), random.nextInt(good.get(key).length));
                        default -> replaced(good.get(key));
                    });
                    read(store);
                }
            }
        });
    }

    @Test
    void damagedChunks_readOrAreRefused() throws IOException {
        for (String codec : List.of("none", "gzip", "zlib", "zstd", "lz4", "blosc", "blosc-zstd")) {
            Map<String, byte[]> good = pyramid(3, codec);
            String key = good.keySet().stream().filter(HostileMetadataTest::isChunk).findFirst().orElseThrow();
            for (int round = 0; round < Integer.getInteger("rounds", 100); round++) {
                read(MemoryStore.of(good).put(key, flipped(good.get(key))));
            }
        }
    }

    @Test
    void damagedShards_readOrAreRefused() throws IOException {
        WriteOptions options = new WriteOptions(Optional.of(8), Optional.of("zstd"), Optional.of(2), Optional.of(3)).sharded(32);
        Map<String, byte[]> good = written(options);
        Damage damage = new Damage(24);
        for (String key : good.keySet().stream().filter(HostileMetadataTest::isChunk).toList()) {
            for (int round = 0; round < Damage.rounds(200); round++) {
                read(MemoryStore.of(good).put(key, damage.of(good.get(key))));
            }
        }
    }

    /** Consolidated metadata of v2 and v3, with an image, its labels, a plate and what bioformats2raw makes. */
    @Test
    void damagedLists_openOrAreRefused() throws IOException {
        String array = "{'zarr_format':2,'shape':[4,4,4],'chunks':[4,4,4],'dtype':'|u1','compressor':null,'fill_value':0,"
                + "'filters':null,'order':'C'}";
        String image = "{'multiscales':[{'version':'0.4','axes':[{'name':'z','type':'space','unit':'mm'},{'name':'y'},"
                + "{'name':'x'}],'datasets':[{'path':'0','coordinateTransformations':[{'type':'scale','scale':[1,1,2]}]}]}],"
                + "'omero':{'channels':[{'label':'a','color':'ff0000','window':{'start':1,'end':9}}]},'image-label':{'colors':"
                + "[{'label-value':1,'rgba':[1,2,3,255]}],'properties':[{'label-value':1,'name':'femur'}]}}";
        String third = array.replace("'zarr_format':2", "'zarr_format':3,'node_type':'array','data_type':'uint8','chunk_grid':"
                + "{'name':'regular','configuration':{'chunk_shape':[4,4,4]}},'chunk_key_encoding':{'name':'default'},"
                + "'codecs':['bytes']");
        Map<String, String> samples = Map.of(
                ".zmetadata", "{'zarr_consolidated_format':1,'metadata':{'.zattrs':" + image + ",'0/.zarray':" + array + "}}",
                "zarr.json", "{'zarr_format':3,'node_type':'group','attributes':{'ome':" + image + "},'consolidated_metadata':"
                        + "{'kind':'inline','metadata':{'0':" + third + "}}}",
                ".zattrs", "{'labels':['0','cells/nuclei'],'bioformats2raw.layout':3,'plate':{'wells':[{'path':'A/1'}]}}");
        for (Map.Entry<String, String> sample : samples.entrySet()) {
            Damage damage = new Damage(sample.getKey().hashCode());
            for (int round = 0; round < Damage.rounds(500); round++) {
                MemoryStore store = MemoryStore.of(Map.of()).put("0/.zarray", array).put("0/0.0.0", new byte[64]);
                store.put(sample.getKey(), damage.of(sample.getValue().replace('\'', '"')));
                read(store);
                listLabels(store);
            }
        }
    }

    private static void listLabels(MemoryStore store) throws IOException {
        try {
            store.volumes().labelMaps(MemoryStore.ROOT);
        } catch (VolumeException e) {
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        }
        assertEquals(0, store.open());
    }

    private static boolean isChunk(String key) {
        return !key.endsWith(".json") && !key.contains(".z");
    }

    private Map<String, byte[]> pyramid(int zarr) throws IOException {
        return pyramid(zarr, "blosc");
    }

    private static Map<String, byte[]> pyramid(int zarr, String codec) throws IOException {
        return written(new WriteOptions(Optional.of(8), Optional.of(codec), Optional.of(2), Optional.of(zarr)));
    }

    private static Map<String, byte[]> written(WriteOptions options) throws IOException {
        MemoryStore store = MemoryStore.of(Map.of());
        new OmeZarrWriter().write(new SyntheticScan(VoxelType.INT16, 20, 9, 10), MemoryStore.ROOT, options,
                store.volumes(), Progress.NONE);
        return new LinkedHashMap<>(store.objects);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private byte[] flipped(byte[] bytes) {
        byte[] copy = bytes.clone();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    /** The document with one value, at any depth, replaced by a nasty one. */
    private byte[] replaced(byte[] bytes) {
        JsonElement root = new Gson().fromJson(new String(bytes, StandardCharsets.UTF_8), JsonElement.class);
        JsonElement at = root;
        while (true) {
            JsonElement child = child(at);
            if (child == null || random.nextInt(3) == 0 || !child.isJsonObject() && !child.isJsonArray()) {
                replace(at, new Gson().fromJson(pick(VALUES), JsonElement.class));
                return root.toString().getBytes(StandardCharsets.UTF_8);
            }
            at = child;
        }
    }

    private JsonElement child(JsonElement parent) {
        List<JsonElement> children = parent instanceof JsonObject o
                ? o.entrySet().stream().map(Map.Entry::getValue).toList() : parent.getAsJsonArray().asList();
        return children.isEmpty() ? null : pick(children);
    }

    private void replace(JsonElement parent, JsonElement value) {
        switch (parent) {
            case JsonObject o when !o.isEmpty() -> o.add(pick(List.copyOf(o.keySet())), value);
            case JsonArray a when !a.isEmpty() -> a.set(random.nextInt(a.size()), value);
            default -> {
                // nothing inside to replace
            }
        }
    }

    private static void read(MemoryStore store) throws IOException {
        try (Dataset dataset = store.volumes().open(MemoryStore.ROOT); Volume volume = dataset.volume()) {
            long values = dataset.info().size().stream().reduce(1L, (a, b) -> a * Math.min(b, 1 << 20));
            if (values < 1 << 20) {
                dataset.values((bytes, offset, length) -> {
                }, Progress.NONE);
            }
            if (volume.levels().getLast().box(new ChunkKey(0, 0, 0, 0)).voxels() < 1 << 22) {
                volume.read(new ChunkKey(volume.levels().size() - 1, 0, 0, 0));
            }
        } catch (VolumeException e) {
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
            assertTrue(e.getMessage().length() < 400, e.getMessage());
        }
        assertEquals(0, store.open());
    }
}
