package org.morphodepot.volume.zarr.write;

import java.util.List;
import java.util.zip.CRC32C;

import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.zarr.chunk.ShardIndexFormat;
import org.morphodepot.volume.zarr.codec.Checksum;
import org.morphodepot.volume.zarr.codec.CodecChain;
import org.morphodepot.volume.zarr.codec.Elements;
import org.morphodepot.volume.zarr.codec.LittleEndian;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** The shards we write: inner chunks in any order, then their index with a crc32c. */
final class ShardFormat {

    private ShardFormat() {
    }

    /** The list of {@code codecs} of an array whose chunks have this shape and these codecs. */
    static JsonArray codecs(JsonArray chunkShape, JsonArray inner) {
        JsonObject settings = new JsonObject();
        settings.add("chunk_shape", chunkShape);
        settings.add("codecs", inner);
        JsonArray index = new JsonArray();
        JsonObject bytes = new JsonObject();
        JsonObject endian = new JsonObject();
        endian.addProperty("endian", "little");
        bytes.addProperty("name", "bytes");
        bytes.add("configuration", endian);
        index.add(bytes);
        JsonObject sum = new JsonObject();
        sum.addProperty("name", "crc32c");
        index.add(sum);
        settings.add("index_codecs", index);
        settings.addProperty("index_location", "end");
        JsonObject sharding = new JsonObject();
        sharding.addProperty("name", "sharding_indexed");
        sharding.add("configuration", settings);
        JsonArray codecs = new JsonArray();
        codecs.add(sharding);
        return codecs;
    }

    /** How the index of {@code chunks} inner chunks is read. */
    static ShardIndexFormat index(int chunks) {
        return new ShardIndexFormat(true, chunks, new Elements(VoxelType.UINT64, false),
                new CodecChain(List.of(new Checksum(Checksum.Kind.CRC32C, false))));
    }

    /** The index of offsets and lengths by turns as it is stored. */
    static byte[] encode(long[] entries) {
        byte[] stored = new byte[8 * entries.length + 4];
        for (int i = 0; i < entries.length; i++) {
            LittleEndian.putLong(stored, 8 * i, entries[i]);
        }
        CRC32C sum = new CRC32C();
        sum.update(stored, 0, stored.length - 4);
        LittleEndian.putInt(stored, stored.length - 4, (int) sum.getValue());
        return stored;
    }
}
