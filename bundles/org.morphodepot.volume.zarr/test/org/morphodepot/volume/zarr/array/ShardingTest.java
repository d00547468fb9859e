package org.morphodepot.volume.zarr.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32C;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.morphodepot.testing.Damage;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.zarr.MemoryStore;
import org.morphodepot.volume.zarr.chunk.Region;
import org.morphodepot.volume.zarr.chunk.Target;
import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.metadata.Hierarchy;
import org.morphodepot.volume.zarr.metadata.Node;

class ShardingTest {

    private static final String ARRAY =
            "{'zarr_format':3,'node_type':'array','shape':[8],'data_type':'uint8','chunk_grid':"
            + "{'name':'regular','configuration':{'chunk_shape':[8]}},'chunk_key_encoding':"
            + "{'name':'default'},'fill_value':9,'codecs':[{'name':'sharding_indexed','configuration':"
            + "{'chunk_shape':[2],'codecs':['bytes'],"
            + "'index_codecs':[{'name':'bytes','configuration':{'endian':'little'}},'crc32c'],"
            + "'index_location':'%s'}}]}";

    private final MemoryStore store = new MemoryStore();

    @BeforeEach
    void shardAtTheEnd() {
        store.put("zarr.json", ARRAY.formatted("end"));
        store.put("c/0", shard(new byte[] {1, 2, 3, 4}, true, 2, 2, -1, -1, 0, 2, -1, -1));
    }

    private static byte[] shard(byte[] values, boolean atEnd, long... entries) {
        ByteBuffer index = ByteBuffer.allocate(8 * entries.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(entries).forEach(index::putLong);
        CRC32C crc = new CRC32C();
        crc.update(index.array(), 0, 8 * entries.length);
        index.putInt((int) crc.getValue());
        ByteBuffer shard = ByteBuffer.allocate(values.length + index.capacity());
        return (atEnd ? shard.put(values).put(index.array()) : shard.put(index.array()).put(values)).array();
    }

    private ZarrArray array() throws IOException {
        return new ZarrArray(store, "", ((Node.Array) new Hierarchy(store).root().orElseThrow()).metadata());
    }

    private static String chunk(ZarrArray array, long place) throws IOException {
        byte[] values = new byte[2];
        Optional<Bytes> stored = array.fetch(new long[] {place});
        array.decode(new long[] {place}, stored, Region.whole(new int[] {2}), new Target(values, 0, new int[] {1}));
        return Arrays.toString(values);
    }

    @Test
    void innerChunks_areReadByRangesAndTheIndexOnce() throws IOException {
        ZarrArray array = array();
        store.requests.clear();
        assertEquals("[3, 4]", chunk(array, 0));
        assertEquals("[9, 9]", chunk(array, 1));
        assertEquals("[1, 2]", chunk(array, 2));
        assertEquals(List.of("c/0 -68", "c/0 2+2", "c/0 0+2"), store.requests);
    }

    @Test
    void indexAtTheStart_isRead() throws IOException {
        store.put("zarr.json", ARRAY.formatted("start"));
        store.put("c/0", shard(new byte[] {5, 6}, false, -1, -1, -1, -1, -1, -1, 68, 2));
        assertEquals("[5, 6]", chunk(array(), 3));
    }

    @Test
    void missingShard_isAskedForOnce() throws IOException {
        store.objects.remove("c/0");
        ZarrArray array = array();
        store.requests.clear();
        assertEquals("[9, 9]", chunk(array, 0));
        assertEquals("[9, 9]", chunk(array, 3));
        assertEquals(List.of("c/0 -68"), store.requests);
    }

    @Test
    void lyingIndexes_areRefused() throws IOException {
        assertDamaged("the shard index points outside the shard", 0, shard(new byte[4], true, 0, -5, 0, 2, 0, 2, 0, 2));
        assertDamaged("the shard index points outside the shard", 1,
                shard(new byte[4], true, 0, 2, Long.MAX_VALUE, 2, 0, 2, 0, 2));
        assertDamaged("the shard index points outside the shard", 1, shard(new byte[4], true, 0, 2, -2, 2, 0, 2, 0, 2));
        assertDamaged("the shard ends before its chunks do", 2, shard(new byte[4], true, 0, 2, 0, 2, 70, 9, 0, 2));
        assertDamaged("it holds 3 bytes instead of 2", 3, shard(new byte[4], true, 0, 2, 0, 2, 0, 2, 0, 3));
        byte[] damaged = shard(new byte[4], true, 0, 2, 0, 2, 0, 2, 0, 2);
        damaged[20] ^= 1;
        assertDamaged("its crc32c checksum does not match", 0, damaged);
        assertDamaged("the shard is shorter than its index", 0, new byte[60]);
    }

    private void assertDamaged(String problem, long place, byte[] shard) throws IOException {
        store.put("c/0", shard);
        ZarrArray array = array();
        VolumeException e = assertThrows(VolumeException.class, () -> chunk(array, place));
        assertEquals(Kind.MALFORMED, e.kind());
        assertEquals("mem:/scan.zarr/c/0 is damaged: " + problem, e.getMessage());
    }

    /** Any numbers in an index whose checksum is right, and any bytes. */
    @Test
    void anyShard_isReadOrRefused() throws IOException {
        Random random = new Random(12);
        Damage damage = new Damage(12);
        int refused = 0;
        for (int round = 0; round < Damage.rounds(3000); round++) {
            long[] entries = new long[8];
            Arrays.setAll(entries, _ -> switch (random.nextInt(5)) {
                case 0 -> -1;
                case 1 -> random.nextLong();
                case 2 -> 1L << random.nextInt(63);
                default -> random.nextInt(5);
            });
            byte[] shard = shard(new byte[] {1, 2, 3, 4}, true, entries);
            store.put("c/0", round % 3 == 0 ? damage.of(shard) : shard);
            try {
                chunk(array(), round % 4);
            } catch (VolumeException e) {
                assertEquals(1, e.getMessage().lines().count(), e.getMessage());
                refused++;
            }
        }
        assertTrue(refused > 0);
    }

    @Test
    void failedIndex_isAskedForAgain() throws IOException {
        ZarrArray array = array();
        store.trouble.put("c/0", new VolumeException(Kind.UNREACHABLE, "away"));
        assertThrows(VolumeException.class, () -> chunk(array, 0));
        store.trouble.clear();
        assertEquals("[3, 4]", chunk(array, 0));
    }
}
