package org.morphodepot.volume.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.load.FullLoad;
import org.morphodepot.volume.spi.WriteOptions;

/** A bucket that may be read but not listed answers "denied" for objects that are not there. */
class DeniedChunkTest {

    private static final VolumeException DENIED = new VolumeException(Kind.ACCESS_DENIED, "denied");

    private static MemoryStore written(WriteOptions options) throws IOException {
        MemoryStore store = new MemoryStore();
        new OmeZarrWriter().write(new SyntheticScan(VoxelType.UINT8, 64, 64, 64), MemoryStore.ROOT, options,
                store.volumes(), Progress.NONE);
        for (String key : new String[] {"zarr.json", ".zarray", ".zmetadata", ".zgroup", ".zattrs", "0/zarr.json"}) {
            if (!store.objects.containsKey(key)) {
                store.trouble.put(key, DENIED);
            }
        }
        return store;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void deniedChunk_isMissingWhileMetadataCanBeRead(int zarr) throws IOException {
        WriteOptions options = new WriteOptions(Optional.of(32), Optional.empty(), Optional.of(1), Optional.of(zarr));
        try (MemoryStore store = written(options); Dataset dataset = store.volumes().open(MemoryStore.ROOT);
                Volume volume = dataset.volume()) {
            store.trouble.put(zarr == 2 ? "0/1/0/0" : "0/c/1/0/0", DENIED);
            assertEquals(0, volume.read(new ChunkKey(0, 0, 0, 1)).value(5, 5, 40));
            try (FullLoad load = FullLoad.of(volume, 0, Progress.NONE)) {
                assertEquals(64 * 64 * 64, load.decodedBytes());
            }
        }
    }

    @Test
    void deniedShard_isMissing() throws IOException {
        WriteOptions options = new WriteOptions(Optional.of(16), Optional.empty(), Optional.of(1), Optional.empty());
        try (MemoryStore store = written(options.sharded(32)); Dataset dataset = store.volumes().open(MemoryStore.ROOT);
                Volume volume = dataset.volume()) {
            store.trouble.put("0/c/1/0/0", DENIED);
            assertEquals(0, volume.read(new ChunkKey(0, 0, 0, 2)).value(5, 5, 40));
        }
    }

    @Test
    void lostAccess_isNoEmptyChunk() throws IOException {
        try (MemoryStore store = written(WriteOptions.DEFAULT); Dataset dataset = store.volumes().open(MemoryStore.ROOT);
                Volume volume = dataset.volume()) {
            store.objects.keySet().forEach(key -> store.trouble.put(key, DENIED));
            assertThrows(VolumeException.class, () -> volume.read(new ChunkKey(0, 0, 0, 0)));
        }
    }
}
