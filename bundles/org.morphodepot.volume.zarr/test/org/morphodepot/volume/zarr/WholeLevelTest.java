package org.morphodepot.volume.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.LargeVoxels;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.load.FullLoad;
import org.morphodepot.volume.spi.WriteOptions;

/** Levels that are read straight into place are the same as those read chunk by chunk. */
class WholeLevelTest {

    private static final String SHARDED = "{'zarr_format':3,'node_type':'array','shape':[11],'data_type':'uint8','chunk_grid':"
            + "{'name':'regular','configuration':{'chunk_shape':[8]}},'chunk_key_encoding':{'name':'default'},'fill_value':%s,"
            + "'codecs':[{'name':'sharding_indexed','configuration':{'chunk_shape':[2],'codecs':['bytes'],'index_codecs':"
            + "[{'name':'bytes','configuration':{'endian':'little'}},'crc32c'],'index_location':'end'}}]}";

    @TempDir
    private Path folder;

    private final Volumes volumes = Volumes.fromClassPath();
    private final MemoryStore store = new MemoryStore();

    private Dataset written(SyntheticScan scan, Integer chunk, String codec, int zarr) throws IOException {
        Address target = Address.of(folder.resolve("scan.zarr"));
        volumes.writer(target).write(scan, target, new WriteOptions(Optional.of(chunk), Optional.ofNullable(codec),
                Optional.of(2), Optional.of(zarr)), volumes, Progress.NONE);
        return volumes.open(target);
    }

    private static void assertSame(Dataset opened) throws IOException {
        try (Dataset dataset = opened; Volume volume = dataset.volume()) {
            for (int level = 0; level < volume.levels().size(); level++) {
                try (FullLoad load = FullLoad.of(volume, level, Progress.NONE)) {
                    assertEquals(chunkwise(volume, level), load.voxels().sha256(), "level " + level);
                }
            }
        }
    }

    private static String chunkwise(Volume volume, int index) throws IOException {
        Level level = volume.levels().get(index);
        try (Arena arena = Arena.ofConfined()) {
            LargeVoxels whole = new LargeVoxels(volume.type(), level.size(),
                    arena.allocate(LargeVoxels.byteSize(volume.type(), level.size())));
            for (int z = 0; z < level.chunks(2); z++) {
                for (int y = 0; y < level.chunks(1); y++) {
                    for (int x = 0; x < level.chunks(0); x++) {
                        Chunk chunk = volume.read(new ChunkKey(index, x, y, z));
                        whole.put(chunk.voxels(), chunk.box().x0(), chunk.box().y0(), chunk.box().z0());
                    }
                }
            }
            return whole.sha256();
        }
    }

    @ParameterizedTest
    @EnumSource(VoxelType.class)
    void everyType_isPlaced(VoxelType type) throws IOException {
        assertSame(written(new SyntheticScan(type, 75, 43, 38), 32, null, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip", "zlib", "zstd", "lz4", "blosc", "blosc-lz4", "blosc-zstd"})
    void everyCodec_isPlaced(String codec) throws IOException {
        assertSame(written(new SyntheticScan(VoxelType.UINT16, 130, 70, 65), 64, codec, 2));
    }

    @Test
    void chunksLargerThanTheScan_arePlaced() throws IOException {
        assertSame(written(new SyntheticScan(VoxelType.UINT16, 1, 5, 3), 64, "blosc-lz4", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "F"})
    void otherOrdersAxesAndBytes_areTurned(String order) throws IOException {
        store.put(".zattrs", "{'multiscales':[{'version':'0.4','axes':[{'name':'c','type':'channel'},{'name':'x','type':'space'},"
                + "{'name':'y','type':'space'},{'name':'z','type':'space'}],'datasets':[{'path':'0','coordinateTransformations':"
                + "[{'type':'scale','scale':[1,1,1,1]}]}]}]}")
                .put("0/.zarray", "{'zarr_format':2,'shape':[2,5,4,3],'chunks':[2,3,3,2],'dtype':'>i2','compressor':null,"
                        + "'fill_value':-7,'filters':null,'order':'" + order + "'}");
        byte[] values = new byte[2 * 3 * 3 * 2 * 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i * 7);
        }
        store.put("0/0.0.0.0", values).put("0/0.1.1.1", values).put("0/0.0.1.0", values);
        assertSame(store.volumes().open(MemoryStore.ROOT));
    }

    private static byte[] shard(byte[] values, long... entries) {
        ByteBuffer index = ByteBuffer.allocate(8 * entries.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(entries).forEach(index::putLong);
        CRC32C crc = new CRC32C();
        crc.update(index.array(), 0, 8 * entries.length);
        index.putInt((int) crc.getValue());
        return ByteBuffer.allocate(values.length + index.capacity()).put(values).put(index.array()).array();
    }

    private Dataset sharded(String fill, byte[] first) throws IOException {
        store.put("zarr.json", SHARDED.formatted(fill)).put("c/0", first);
        return store.volumes().open(MemoryStore.ROOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9"})
    void shard_takesOneRequestAndItsIndexWhateverTheOrder(String fill) throws IOException {
        byte[] shard = shard(new byte[] {1, 2, 3, 4, 77, 78, 5, 6}, 2, 2, -1, -1, 0, 2, 6, 2);
        assertSame(sharded(fill, shard));
        try (Dataset dataset = sharded(fill, shard); Volume volume = dataset.volume()) {
            store.requests.clear(); // of the metadata
            FullLoad.of(volume, 0, Progress.NONE).close();
            assertEquals(List.of("c/0", "c/0 -68", "c/1 -68"), store.requests.stream().sorted().toList());
        }
    }

    @Test
    void overlappingInnerChunks_areReadOneByOne() throws IOException {
        assertSame(sharded("9", shard(new byte[] {1, 2, 3}, 0, 2, 1, 2, 0, 2, -1, -1)));
    }

    @ParameterizedTest
    @CsvSource({"71, 2, the shard ends before its chunks do", "-5, 2, the shard index points outside the shard",
        "0, 3, it holds 3 bytes instead of 2"})
    void lyingIndex_isRefused(long offset, long length, String problem) throws IOException {
        try (Dataset dataset = sharded("9", shard(new byte[4], offset, length, -1, -1, -1, -1, -1, -1));
                Volume volume = dataset.volume()) {
            VolumeException e = assertThrows(VolumeException.class, () -> FullLoad.of(volume, 0, Progress.NONE));
            assertEquals(Kind.MALFORMED, e.kind());
            assertTrue(e.getMessage().endsWith("c/0 is damaged: " + problem), e.getMessage());
        }
    }
}
