package org.morphodepot.volume.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Channel;
import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.spi.WriteOptions;
import org.morphodepot.volume.zarr.metadata.Limits;

class ZarrFormatTest {

    private static final String ARRAY = "{'zarr_format':2,'shape':[%s],'chunks':[%s],'dtype':'|u1','compressor':null,"
            + "'fill_value':7,'filters':null,'order':'C'%s}";
    private static final String IMAGE =
            "{'multiscales':[{'version':'0.4','axes':[{'name':'z','type':'space','unit':'mm'},"
            + "{'name':'y','type':'space','unit':'mm'},{'name':'x','type':'space','unit':'mm'}],'datasets':[%s]%s}]%s}";

    @TempDir
    private Path folder;

    private final MemoryStore store = new MemoryStore();
    private final Volumes volumes = store.volumes();

    @AfterEach
    void storesAreClosed() {
        assertEquals(0, store.open(), "stores left open");
    }

    private static String array(String shape, String chunks) {
        return ARRAY.formatted(shape, chunks, "");
    }

    private static String level(String path, String... steps) {
        return "{'path':'" + path + "','coordinateTransformations':[" + String.join(",", steps) + "]}";
    }

    private static String step(String type, String numbers) {
        return "{'type':'" + type + "','" + type + "':[" + numbers + "]}";
    }

    private Dataset open() throws IOException {
        return volumes.open(MemoryStore.ROOT);
    }

    private void assertRefused(Kind kind, String message) {
        VolumeException e = assertThrows(VolumeException.class, () -> open().close());
        assertEquals(message, e.getMessage());
        assertEquals(kind, e.kind());
    }

    @Test
    void image_hasSpacingOriginAndLevelsFromItsTransformations() throws IOException {
        store.put(".zattrs", IMAGE.formatted(
                level("0", step("scale", "4,2,1"), step("translation", "10,20,30")) + ","
                        + level("1", step("scale", "8,4,2"), step("translation", "12,21,30.5")),
                ",'coordinateTransformations':[" + step("scale", "0.5,0.5,0.5") + "," + step("translation", "0,0,1")
                + "]", ",'omero':{'channels':[{'window':{'start':5,'end':90,'min':0,'max':255}}]}"))
                .put("0/.zarray", array("6,5,4", "3,3,3")).put("1/.zarray", array("3,3,2", "3,3,3"));
        try (Dataset dataset = open(); Volume volume = dataset.volume()) {
            assertArrayEquals(new double[] {0.5, 1, 2}, volume.geometry().spacing());
            assertArrayEquals(new double[] {16, 10, 5}, volume.geometry().origin());
            assertEquals("mm", volume.geometry().unit());
            assertArrayEquals(new double[] {2, 2, 2}, volume.levels().get(1).scale());
            assertArrayEquals(new double[] {0.5, 0.5, 0.5}, volume.levels().get(1).offset());
            assertEquals(Optional.of(new DisplayRange(5, 90)), volume.displayRange());
            assertEquals(List.of("x", "y", "z"), dataset.info().axes());
            assertEquals(volume.geometry(), dataset.info().geometry().orElseThrow());
            assertEquals("scan.zarr", volume.name());
        }
    }

    @Test
    void levelsWithoutTranslations_areAlignedCornerToCorner() throws IOException {
        store.put(".zattrs", IMAGE.formatted(level("0", step("scale", "1,1,1")) + ","
                + level("1", step("scale", "1,2,4")),
                "", "")).put("0/.zarray", array("8,8,8", "8,8,8")).put("1/.zarray", array("8,4,2", "8,8,8"));
        assertArrayEquals(new double[] {1.5, 0.5, 0}, levels().get(1).offset());
    }

    @Test
    void levelsWithoutScales_areJudgedByTheirSizes() throws IOException {
        store.put(".zattrs", "{'multiscales':[{'version':'0.1','datasets':[{'path':'0'},{'path':'1'},{'path':'2'}]}]}")
                .put("0/.zarray", array("1,1,8,10,30", "1,1,8,8,8")).put("1/.zarray", array("1,1,8,5,15", "1,1,8,8,8"))
                .put("2/.zarray", array("1,1,8,2,10", "1,1,8,8,8"));
        List<Level> levels = levels();
        assertArrayEquals(new double[] {2, 2, 1}, levels.get(1).scale());
        assertArrayEquals(new double[] {3, 4, 1}, levels.get(2).scale());
        assertArrayEquals(new double[] {1, 1.5, 0}, levels.get(2).offset());
    }

    private List<Level> levels() throws IOException {
        try (Dataset dataset = open()) {
            return dataset.volume().levels();
        }
    }

    @Test
    void axesOfVersion3_areNames() throws IOException {
        store.put(".zattrs", "{'multiscales':[{'version':'0.3','axes':['c','y','x'],'datasets':[{'path':'a'}]}]}")
                .put("a/.zarray", array("3,20,30", "1,16,16"));
        try (Dataset dataset = open()) {
            assertEquals(List.of("x", "y", "c"), dataset.info().axes());
            assertEquals(Optional.empty(), dataset.info().geometry());
            assertEquals(new VoxelSize(30, 20, 1), dataset.volume().levels().getFirst().size());
            assertEquals(new VoxelSize(16, 16, 1), dataset.volume().levels().getFirst().chunk());
        }
    }

    @Test
    void axesInAnyOrder_becomeXYZ() throws IOException {
        store.put(".zattrs", "{'multiscales':[{'version':'0.4','axes':[{'name':'x','type':'space','unit':'micrometer'},"
                + "{'name':'c','type':'channel'},{'name':'y','type':'space','unit':'micrometer'},"
                + "{'name':'z','type':'space','unit':'millimeter'}],'datasets':["
                + level("0", step("scale", "3,1,2,0.001")) + "]}]}")
                .put("0/.zarray", array("2,2,3,4", "2,2,3,2"));
        byte[] values = new byte[2 * 2 * 3 * 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) i;
        }
        store.put("0/0.0.0.1", values);
        try (Dataset dataset = open(); Volume volume = dataset.volume(Map.of("c", 1))) {
            assertArrayEquals(new double[] {3, 2, 1}, volume.geometry().spacing(), 1e-12);
            assertEquals("micrometer", volume.geometry().unit());
            assertEquals(new VoxelSize(2, 3, 4), volume.levels().getFirst().size());
            Chunk chunk = volume.read(new ChunkKey(0, 0, 0, 1));
            assertEquals(new VoxelBox(0, 0, 2, 2, 3, 4), chunk.box());
            for (int x = 0; x < 2; x++) {
                for (int y = 0; y < 3; y++) {
                    for (int z = 0; z < 2; z++) {
                        assertEquals(((x * 2 + 1) * 3 + y) * 2 + z, chunk.value(x, y, z + 2));
                    }
                }
            }
            assertEquals(7, volume.read(new ChunkKey(0, 0, 0, 0)).value(1, 2, 1), "the fill value");
        }
    }

    @Test
    void channels_haveTheNamesColoursAndWindowsOfOmero() throws IOException {
        store.put(".zattrs", "{'multiscales':[{'version':'0.4','axes':[{'name':'c','type':'channel'},{'name':'z',"
                + "'type':'space'},{'name':'y','type':'space'},{'name':'x','type':'space'}],'datasets':["
                + level("0", step("scale", "1,1,1,1")) + "]}],'omero':{'channels':[{'label':'DAPI','color':'0000FF',"
                + "'window':{'start':5,'end':90}},{'label':7,'color':'blue','window':{'start':9,'end':1}},"
                + "{'color':'#00ff00','window':{'min':1,'max':2}}]}}")
                .put("0/.zarray", array("4,2,2,2", "1,2,2,2"));
        try (Dataset dataset = open()) {
            assertEquals(List.of(new Channel("DAPI", OptionalInt.of(0xff), Optional.of(new DisplayRange(5, 90))),
                    new Channel("", OptionalInt.empty(), Optional.empty()),
                    new Channel("", OptionalInt.of(0xff00), Optional.of(new DisplayRange(1, 2)))), dataset.channels());
            assertEquals(Optional.of(new DisplayRange(1, 2)), dataset.volume(Map.of("c", 2)).displayRange());
            assertEquals(Optional.empty(), dataset.volume(Map.of("c", 3)).displayRange(), "nothing is said about the last");
        }
    }

    @Test
    void unknownSelection_isRefused() throws IOException {
        store.put(".zarray", array("2,3,4", "2,3,4"));
        try (Dataset dataset = open()) {
            VolumeException e = assertThrows(VolumeException.class,
                    () -> dataset.volume(Map.of("t", 0)));
            assertEquals("mem:/scan.zarr has no t 0", e.getMessage());
        }
    }

    @Test
    void edgeChunk_isClippedWithoutPadding() throws IOException {
        store.put(".zarray", array("3,3,5", "2,2,4")).put("1.1.1", new byte[16]);
        try (Dataset dataset = open()) {
            Chunk chunk = dataset.volume().read(new ChunkKey(0, 1, 1, 1));
            assertEquals(new VoxelBox(4, 2, 2, 5, 3, 3), chunk.box());
            assertEquals(1, chunk.voxels().bytes().length);
        }
    }

    @Test
    void fetch_onlyAsksTheStoreAndDecodeNever() throws IOException {
        store.put(".zarray", array("4,4,4", "4,4,4")).put("0.0.0", new byte[64]);
        try (Dataset dataset = open()) {
            Volume volume = dataset.volume();
            int before = store.requests.size();
            Optional<Volume.StoredChunk> stored = volume.fetch(new ChunkKey(0, 0, 0, 0));
            assertEquals(List.of("0.0.0"), store.requests.subList(before, store.requests.size()));
            assertEquals(64, stored.orElseThrow().bytes());
            volume.decode(new ChunkKey(0, 0, 0, 0), stored);
            assertEquals(before + 1, store.requests.size());
        }
    }

    @Test
    void chunkOutsideTheVolume_isAProgrammingError() throws IOException {
        store.put(".zarray", array("4,4,4", "4,4,4"));
        try (Dataset dataset = open()) {
            assertThrows(IndexOutOfBoundsException.class, () -> dataset.volume().fetch(new ChunkKey(0, 1, 0, 0)));
        }
    }

    @Test
    void bioformatsContainer_opensItsFirstImage() throws IOException {
        store.put(".zattrs", "{'bioformats2raw.layout':3}").put("OME/.zattrs", "{'series':['b','a']}")
                .put("b/.zattrs", IMAGE.formatted(level("0", step("scale", "1,1,1")), "", ""))
                .put("b/0/.zarray", array("1,2,3", "1,2,3"));
        try (Dataset dataset = open()) {
            assertEquals(List.of(3L, 2L, 1L), dataset.info().size());
        }
        store.objects.remove("OME/.zattrs");
        store.put("0/.zattrs", IMAGE.formatted(level("0", step("scale", "1,1,1")), "", ""))
                .put("0/0/.zarray", array("4,2,3", "1,2,3"));
        try (Dataset dataset = open()) {
            assertEquals(List.of(3L, 2L, 4L), dataset.info().size());
        }
    }

    @Test
    void containersInsideContainers_areNotFollowed() {
        store.put(".zattrs", "{'bioformats2raw.layout':3}").put("0/.zattrs", "{'bioformats2raw.layout':3}")
                .put("0/0/.zattrs", "{'bioformats2raw.layout':3}");
        assertRefused(Kind.UNSUPPORTED, "mem:/scan.zarr is a Zarr group without an image (no multiscales)");
    }

    @Test
    void groupWithoutImage_namesItsArrays() {
        store.put(".zgroup", "{'zarr_format':2}").put("a/b/.zarray", array("1", "1")).put("c/.zarray", array("1", "1"));
        assertRefused(Kind.UNSUPPORTED, "mem:/scan.zarr is a Zarr group without an image (no multiscales);"
                + " open one of its arrays: a/b, c");
        store.lists = false;
        assertRefused(Kind.UNSUPPORTED, "mem:/scan.zarr is a Zarr group without an image (no multiscales)");
    }

    @Test
    void plateAndLabelList_nameAnImage() {
        store.put(".zattrs", "{'plate':{}}");
        assertRefused(Kind.UNSUPPORTED,
                "mem:/scan.zarr is a plate of many images; open one of them, such as mem:/scan.zarr/A/1/0");
        store.put(".zattrs", "{'labels':['bones']}");
        assertRefused(Kind.UNSUPPORTED,
                "mem:/scan.zarr is a list of label images; open one of them, such as mem:/scan.zarr/bones");
    }

    @Test
    void missingLevel_isNamed() {
        store.put(".zattrs", IMAGE.formatted(level("0", step("scale", "1,1,1")) + ","
                + level("s1", step("scale", "2,2,2")), "", "")).put("0/.zarray", array("8,8,8", "8,8,8"));
        assertRefused(Kind.NOT_FOUND, "mem:/scan.zarr: its level s1 is missing; copy or download the scan again");
    }

    @Test
    void levelOutsideTheGroup_isRefused() {
        store.put(".zattrs", IMAGE.formatted(level("../other/0", step("scale", "1,1,1")), "", ""));
        assertRefused(Kind.MALFORMED,
                "mem:/scan.zarr/.zattrs: multiscales[0].datasets[0].path must stay inside its folder,"
                + " not \"../other/0\"");
    }

    @Test
    void scaleThatIsNotPositive_isRefused() {
        store.put("0/.zarray", array("8,8,8", "8,8,8"));
        for (String scale : List.of("1,0,1", "1,-2,1")) {
            store.put(".zattrs", IMAGE.formatted(level("0", step("scale", scale)), "", ""));
            assertRefused(Kind.MALFORMED,
                    "mem:/scan.zarr/.zattrs: multiscales[0].datasets[0].coordinateTransformations[0].scale"
                    + " must be positive, not [" + scale + "]");
        }
        store.put(".zattrs", IMAGE.formatted(level("0", step("scale", "1,1e300,1"), step("scale", "1,1e300,1")), "",
                ""));
        assertRefused(Kind.MALFORMED, "mem:/scan.zarr/.zattrs: its coordinate transformations make no sense:"
                + " a level is out of range");
    }

    @Test
    void wrongNumberOfAxes_isRefused() {
        store.put(".zattrs", IMAGE.formatted(level("0", step("scale", "1,1,1")), "", ""))
                .put("0/.zarray", array("8,8", "8,8"));
        VolumeException e = assertThrows(VolumeException.class, () -> open().close());
        assertTrue(e.getMessage()
                .startsWith("mem:/scan.zarr/.zattrs: multiscales[0] has 3 axes, but its arrays have 2"));
    }

    @Test
    void newerVersions_areRefused() {
        store.put("zarr.json",
                "{'zarr_format':3,'node_type':'group','attributes':{'ome':{'version':'0.6','multiscales':"
                + "[{'coordinateSystems':[],'datasets':[]}]}}}");
        assertRefused(Kind.UNSUPPORTED,
                "mem:/scan.zarr/zarr.json: this version of OME-Zarr is newer than 0.5 and not supported");
    }

    @Test
    void consolidatedMetadata_savesRequests() throws IOException {
        store.put(".zmetadata", "{'metadata':{'.zattrs':{},'0/.zarray':" + array("8,8,8", "8,8,8") + "}}")
                .put(".zattrs", IMAGE.formatted(level("0", step("scale", "1,1,1")), "", ""));
        open().close();
        assertEquals(List.of(), store.requests.stream().filter(request -> request.startsWith("0")).toList());
    }

    @Test
    void emptyArray_opensButHasNothingToShow() throws IOException {
        store.put(".zarray", array("0,8,8", "8,8,8"));
        try (Dataset dataset = open()) {
            assertEquals(List.of(8L, 8L, 0L), dataset.info().size());
            assertEquals(Digest.of(new byte[0]), Digest.of(dataset));
            VolumeException e = assertThrows(VolumeException.class, dataset::volume);
            assertEquals("mem:/scan.zarr/.zarray: the array is empty, there is nothing to show", e.getMessage());
        }
    }

    @Test
    void damagedChunk_isNamed() throws IOException {
        store.put(".zarray", array("4,4,4", "4,4,4")).put("0.0.0", new byte[63]);
        try (Dataset dataset = open()) {
            VolumeException e = assertThrows(VolumeException.class,
                    () -> dataset.volume().read(new ChunkKey(0, 0, 0, 0)));
            assertEquals("mem:/scan.zarr/0.0.0 is damaged: it holds 63 bytes instead of 64", e.getMessage());
            assertThrows(VolumeException.class, () -> Digest.of(dataset));
        }
    }

    @Test
    void forbiddenProbes_countAsMissing() throws IOException {
        for (String key : List.of("zarr.json", ".zattrs", ".zgroup", ".zmetadata")) {
            store.trouble.put(key, new VolumeException(Kind.ACCESS_DENIED, "no"));
        }
        store.put(".zarray", array("4,4,4", "4,4,4"));
        open().close();
        store.trouble.put(".zarray", new VolumeException(Kind.ACCESS_DENIED, "no"));
        assertRefused(Kind.ACCESS_DENIED, "no");
    }

    @Test
    void hugeDocument_isRefused() {
        store.put("zarr.json", new byte[Limits.JSON_BYTES + 2]);
        assertRefused(Kind.TOO_LARGE, "mem:/scan.zarr/zarr.json is larger than 64 MiB and is not read");
    }

    @Test
    void folderThatContainsItself_isSearchedOnce() throws IOException {
        Path group = Files.createDirectories(folder.resolve("g.zarr/a/b"));
        Files.writeString(folder.resolve("g.zarr/.zgroup"), "{}");
        try {
            Files.createSymbolicLink(group.resolve("again"), folder.resolve("g.zarr"));
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "no links here");
        }
        VolumeException e = assertThrows(VolumeException.class,
                () -> volumes.open(Address.of(folder.resolve("g.zarr"))).close());
        assertEquals(folder.resolve("g.zarr") + " is a Zarr group without an image (no multiscales)", e.getMessage());
    }

    @Test
    void unreachableStore_isReported() {
        store.trouble.put(".zarray", new VolumeException(Kind.UNREACHABLE, "host is away"));
        assertRefused(Kind.UNREACHABLE, "host is away");
    }

    @Test
    void otherFiles_areLeftToOtherFormats() throws IOException {
        ZarrFormat format = new ZarrFormat();
        Path file = Files.writeString(folder.resolve("a.txt"), "text");
        assertEquals(Optional.empty(), format.open(Address.of(file), volumes));
        assertEquals(Optional.empty(), format.open(Address.of(folder), volumes));
        assertEquals(Optional.empty(), format.open(Address.of("mem:/scan.NRRD"), volumes));
        assertEquals(List.of(), store.requests);
    }

    @Test
    void writingToAStore_putsTheRootLastAndCleansUp() throws IOException {
        SyntheticScan scan = new SyntheticScan(VoxelType.UINT8, 40, 30, 20);
        new OmeZarrWriter().write(scan, MemoryStore.ROOT, WriteOptions.DEFAULT, volumes,
                Progress.NONE);
        List<String> written = store.requests.stream().filter(request -> request.endsWith(" write")).toList();
        assertEquals(".zattrs write", written.getLast());
        try (Dataset dataset = open()) {
            assertEquals(Digest.of(scan), Digest.of(dataset));
        }
        store.objects.clear();
        store.trouble.put(".zattrs", new VolumeException(Kind.UNREACHABLE, "gone"));
        assertThrows(VolumeException.class, () -> new OmeZarrWriter().write(scan, MemoryStore.ROOT,
                WriteOptions.DEFAULT, volumes, Progress.NONE));
        assertEquals(Map.of(), store.objects);
    }
}
