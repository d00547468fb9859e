package org.morphodepot.volume.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.spi.WriteOptions;

/** Groups of label images: written, listed, and refused when they make no sense. */
class LabelGroupTest {

    private static final WriteOptions THIRD =
            new WriteOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(3));
    private static final String IMAGE = "{'multiscales':[{'version':'0.4','datasets':[{'path':'0'}]}]%s}";

    @TempDir
    private Path folder;

    private final Volumes volumes = Volumes.fromClassPath();

    /** A label map with a name. */
    private record Named(String name, SyntheticScan map) implements Dataset {

        static Named of(String name, VoxelType type) {
            return new Named(name, SyntheticScan.of(type, 40, 30, 20)
                    .segmentation(new HeaderField("label 2", "#f1d691 " + name, true)));
        }

        @Override
        public DatasetInfo info() {
            return map.info();
        }

        @Override
        public Volume volume() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void values(ValueSink sink, Progress progress) throws IOException {
            map.values(sink, progress);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private static final List<Named> MAPS = List.of(Named.of("bones", VoxelType.UINT8), Named.of("organs", VoxelType.UINT16));

    private Address write(String name, WriteOptions options) throws IOException {
        Address target = Address.of(folder.resolve(name));
        assertTrue(volumes.writer(target).hasLayers(target));
        volumes.writer(target).writeLayers(MAPS, target, options, volumes, Progress.NONE);
        return target;
    }

    private void assertHoldsMaps(Address target, int zarr) throws IOException {
        List<Address> maps = volumes.labelMaps(target);
        assertEquals(List.of("bones", "organs"), maps.stream().map(Address::name).toList());
        for (int i = 0; i < maps.size(); i++) {
            try (Dataset map = volumes.open(maps.get(i))) {
                assertEquals(Digest.of(MAPS.get(i)), Digest.of(map));
                assertEquals(List.of(new HeaderField("label 2", "#f1d691 " + MAPS.get(i).name(), true)), map.info().fields());
                assertEquals(zarr, map.info().levels().getFirst().zarrFormat().orElseThrow());
                assertTrue(((ZarrDataset) map).isLabel());
                assertEquals(List.of(), volumes.labelMaps(maps.get(i)), "a label image has no labels");
            }
        }
    }

    @Test
    void layers_areListedAndReadBack() throws IOException {
        assertHoldsMaps(write("all.zarr", WriteOptions.DEFAULT), 2);
        assertHoldsMaps(write("third.zarr", THIRD), 3);
        String json = Files.readString(folder.resolve("third.zarr/zarr.json"));
        assertTrue(json.contains("\"ome\":{\"version\":\"0.5\",\"labels\":[\"bones\",\"organs\"]}"), json);
    }

    @Test
    void labelsOfAnImage_areOfItsVersion() throws IOException {
        for (int zarr = 2; zarr <= 3; zarr++) {
            Address image = Address.of(folder.resolve("scan" + zarr + ".zarr"));
            volumes.writer(image).write(new SyntheticScan(VoxelType.UINT8, 40, 30, 20), image,
                    zarr == 2 ? WriteOptions.DEFAULT : THIRD, volumes, Progress.NONE);
            assertEquals(List.of(), volumes.labelMaps(image));
            assertHoldsMaps(write("scan" + zarr + ".zarr/labels", WriteOptions.DEFAULT), zarr);
            assertHoldsMaps(image, zarr);
            volumes.open(image).close();
        }
        VolumeException e = assertThrows(VolumeException.class, () -> write("scan2.zarr/labels", WriteOptions.DEFAULT));
        assertTrue(e.getMessage().endsWith("exists already; choose another name or delete it first"), e.getMessage());
    }

    @Test
    void cancelledGroup_leavesNothing() {
        int[] reports = {0};
        Progress cancelling = new Progress() {
            @Override
            public void report(long done, long total, String what) {
                reports[0]++;
            }

            @Override
            public boolean cancelled() {
                return reports[0] > 1; // in the second map
            }
        };
        Address target = Address.of(folder.resolve("all.zarr"));
        assertThrows(CancellationException.class,
                () -> volumes.writer(target).writeLayers(MAPS, target, WriteOptions.DEFAULT, volumes, cancelling));
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void groupInAStore_isListedLast() throws IOException {
        MemoryStore store = MemoryStore.of(Map.of());
        new OmeZarrWriter().writeLayers(MAPS, MemoryStore.ROOT, WriteOptions.DEFAULT, store.volumes(), Progress.NONE);
        assertEquals(".zattrs write", store.requests.stream().filter(r -> r.endsWith(" write")).toList().getLast());
        assertEquals(2, store.volumes().labelMaps(MemoryStore.ROOT).size());
        assertEquals(0, store.open());
    }

    private static List<String> listed(MemoryStore store) throws IOException {
        List<String> names = new ArrayList<>();
        store.volumes().labelMaps(MemoryStore.ROOT).forEach(map -> names.add(map.uri().getPath()));
        assertEquals(0, store.open(), "stores left open");
        return names;
    }

    @Test
    void listOfOthers_isRead() throws IOException {
        MemoryStore store = MemoryStore.of(Map.of()).put(".zattrs", "{'labels':['cells/nuclei','seg']}");
        assertEquals(List.of("/scan.zarr/cells/nuclei", "/scan.zarr/seg"), listed(store));
        store = MemoryStore.of(Map.of()).put(".zattrs", IMAGE.formatted("")).put("labels/.zattrs", "{'labels':['seg']}");
        assertEquals(List.of("/scan.zarr/labels/seg"), listed(store));
        store = MemoryStore.of(Map.of()).put("zarr.json", "{'zarr_format':3,'node_type':'group','attributes':{'ome':"
                + "{'version':'0.5','multiscales':[{'datasets':[]}]}}}").put("labels/zarr.json", "{'zarr_format':3,'node_type':'group',"
                + "'attributes':{'ome':{'labels':['a','b']}}}");
        assertEquals(List.of("/scan.zarr/labels/a", "/scan.zarr/labels/b"), listed(store));
    }

    @Test
    void whatHasNoList_hasNoLabels() throws IOException {
        assertEquals(List.of(), listed(MemoryStore.of(Map.of())));
        assertEquals(List.of(), listed(MemoryStore.of(Map.of()).put(".zattrs", IMAGE.formatted(""))));
        assertEquals(List.of(), listed(MemoryStore.of(Map.of()).put(".zattrs", IMAGE.formatted(",'image-label':{}"))
                .put("labels/.zattrs", "{'labels':['a']}")));
        assertEquals(List.of(), listed(MemoryStore.of(Map.of()).put(".zattrs", "{'labels':{}}")));
        assertEquals(List.of(), new ZarrFormat().labelMaps(Address.of("mem:/atlas.nii.gz"), MemoryStore.of(Map.of()).volumes()));
    }

    @Test
    void hostileList_isRefused() throws IOException {
        for (String list : List.of("['../other']", "[7]", "[{'a':1}]")) {
            MemoryStore store = MemoryStore.of(Map.of()).put(".zattrs", "{'labels':" + list + "}");
            VolumeException e = assertThrows(VolumeException.class, () -> listed(store), list);
            assertEquals(Kind.MALFORMED, e.kind());
            assertEquals(0, store.open());
        }
        String many = IntStream.range(0, 257).mapToObj(i -> "'l" + i + "'").collect(Collectors.joining(","));
        VolumeException e = assertThrows(VolumeException.class,
                () -> listed(MemoryStore.of(Map.of()).put(".zattrs", "{'labels':[" + many + "]}")));
        assertEquals("mem:/scan.zarr/.zattrs lists more than 256 label images", e.getMessage());
        assertFalse(e.getMessage().contains("\n"));
    }
}
