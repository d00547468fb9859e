package org.morphodepot.volume.zarr.metadata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.zarr.chunk.ChunkFormat;
import org.morphodepot.volume.zarr.chunk.PackedChunk;
import org.morphodepot.volume.zarr.chunk.ShardIndexFormat;
import org.morphodepot.volume.zarr.chunk.ShardedChunk;
import org.morphodepot.volume.zarr.codec.ByteCodec;
import org.morphodepot.volume.zarr.codec.CodecChain;
import org.morphodepot.volume.zarr.codec.Elements;

/**
 * Reads the codec lists of Zarr v3: array to array (transpose, filters), one array to bytes (bytes, sharding_indexed),
 * then bytes to bytes. Transposes are folded into the order of axes, so that decoding copies once.
 *
 * @param type of the values
 * @param fill bit pattern of missing values
 */
record CodecsV3(ElementType type, long fill) {

    private static final int DEEPEST = 4;

    /** One codec of a list. */
    private record Entry(String name, Json settings, Json json) {

        static Entry of(Json json) throws VolumeException {
            String name = json.isText() ? json.text() : json.get("name").text();
            Json settings = json.find("configuration").orElse(Json.empty(json.file()));
            return new Entry(name.startsWith("numcodecs.") ? name.substring(10) : name, settings, json);
        }

        boolean makesBytes() {
            return name.equals("bytes") || name.equals("endian") || name.equals("sharding_indexed");
        }

        boolean keepsArray() {
            return name.equals("transpose") || ByteCodecs.isFilter(name);
        }
    }

    /**
     * The format of chunks of this shape.
     *
     * @param axes the array's axes in the order in which the codecs see them
     */
    ChunkFormat format(Json codecs, int[] shape, int[] axes) throws VolumeException {
        return format(codecs, shape, axes, 0);
    }

    private ChunkFormat format(Json codecs, int[] shape, int[] axes, int depth) throws VolumeException {
        List<Entry> entries = new ArrayList<>();
        for (Json codec : codecs.items()) {
            entries.add(Entry.of(codec));
        }
        int bytes = IntStream.range(0, entries.size()).filter(i -> !entries.get(i).keepsArray()).findFirst().orElse(-1);
        if (bytes < 0 || !entries.get(bytes).makesBytes()) {
            throw bytes < 0 ? codecs.wrong("must have a codec that makes bytes")
                    : codecs.unsupported("the codec " + entries.get(bytes).name() + " is not supported");
        }
        int[] order = axes;
        List<Entry> filters = new ArrayList<>();
        for (Entry entry : entries.subList(0, bytes)) {
            if (entry.name().equals("transpose")) {
                order = transposed(entry, order, filters);
            } else {
                filters.add(entry);
            }
        }
        List<Entry> after = entries.subList(bytes + 1, entries.size());
        return entries.get(bytes).name().equals("sharding_indexed")
                ? sharded(entries.get(bytes), filters, after, shape, order, depth)
                : packed(codecs, entries.get(bytes), filters, after, shape, order);
    }

    private static int[] transposed(Entry entry, int[] axes, List<Entry> filters) throws VolumeException {
        if (filters.stream().anyMatch(f -> f.name().equals("delta"))) {
            throw entry.json().unsupported("transpose after delta is not supported");
        }
        long[] order = entry.settings().get("order").integers();
        int[] result = new int[axes.length];
        boolean[] seen = new boolean[axes.length];
        for (int i = 0; i < axes.length; i++) {
            if (order.length != axes.length || order[i] < 0 || order[i] >= axes.length || seen[(int) order[i]]) {
                throw entry.json().wrong("must order each of the " + axes.length + " axes once");
            }
            seen[(int) order[i]] = true;
            result[i] = axes[(int) order[i]];
        }
        return result;
    }

    private ChunkFormat packed(Json codecs, Entry bytes, List<Entry> filters, List<Entry> after, int[] shape,
            int[] order) throws VolumeException {
        ArrayMetadata.sides(codecs, Arrays.stream(shape).asLongStream().toArray(), type.size(), Limits.CHUNK_BYTES);
        boolean bigEndian = bigEndian(bytes) && type.size() > 1;
        ByteCodecs known = new ByteCodecs(Optional.of(bigEndian));
        List<ByteCodec> chain = new ArrayList<>();
        for (Entry filter : filters) {
            chain.add(known.codec(filter.name(), filter.settings().standalone(codecs.file())));
        }
        chain.addAll(bytesToBytes(after, known));
        return new PackedChunk(shape, order, type.elements(bigEndian), new CodecChain(chain));
    }

    private static List<ByteCodec> bytesToBytes(List<Entry> entries, ByteCodecs known) throws VolumeException {
        List<ByteCodec> chain = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.keepsArray() || entry.makesBytes()) {
                throw entry.json().wrong("must come earlier in the list of codecs");
            }
            chain.add(known.codec(entry.name(), entry.settings()));
        }
        return chain;
    }

    private static boolean bigEndian(Entry bytes) throws VolumeException {
        Optional<Json> endian = bytes.settings().find("endian");
        if (endian.isEmpty()) {
            return false;
        }
        return switch (endian.get().text()) {
            case "little" -> false;
            case "big" -> true;
            default -> throw endian.get().wrong("must be little or big");
        };
    }

    private ChunkFormat sharded(Entry sharding, List<Entry> filters, List<Entry> after, int[] shape, int[] order,
            int depth) throws VolumeException {
        if (!filters.isEmpty() || depth == DEEPEST) {
            throw sharding.json().unsupported(depth == DEEPEST ? "shards are nested too deeply"
                    : "filters around shards are not supported");
        }
        int[] inner = innerShape(sharding.settings().get("chunk_shape"), shape, order);
        int chunks = chunks(sharding.json(), shape, inner);
        ChunkFormat format = format(sharding.settings().get("codecs"), inner, order, depth + 1);
        CodecChain around = new CodecChain(bytesToBytes(after, new ByteCodecs(Optional.empty())));
        return new ShardedChunk(shape, order, format, index(sharding.settings(), chunks), around, fill, type.size());
    }

    /** The inner shape by array axes; the file gives it in the order in which the codec sees them. */
    private static int[] innerShape(Json json, int[] shape, int[] order) throws VolumeException {
        long[] sides = json.integers();
        int[] inner = new int[shape.length];
        for (int i = 0; i < shape.length; i++) {
            if (sides.length != shape.length || sides[i] < 1 || shape[order[i]] % sides[i] != 0) {
                throw json.wrong("must divide the shard");
            }
            inner[order[i]] = (int) sides[i];
        }
        return inner;
    }

    private static int chunks(Json json, int[] shape, int[] inner) throws VolumeException {
        long chunks = 1;
        for (int i = 0; i < shape.length; i++) {
            chunks *= shape[i] / inner[i];
            if (chunks > Limits.SHARD_CHUNKS) {
                throw ArrayMetadata.tooLarge(json, "a shard has more than " + Limits.SHARD_CHUNKS + " chunks");
            }
        }
        return (int) chunks;
    }

    private static ShardIndexFormat index(Json settings, int chunks) throws VolumeException {
        Optional<Json> location = settings.find("index_location");
        boolean atEnd = location.isEmpty() || !location.get().text().equals("start");
        Json codecs = settings.get("index_codecs");
        List<Entry> entries = new ArrayList<>();
        for (Json codec : codecs.items()) {
            entries.add(Entry.of(codec));
        }
        if (entries.isEmpty() || !entries.getFirst().makesBytes()) {
            throw codecs.unsupported("this form of shard index is not supported");
        }
        Elements numbers = new Elements(VoxelType.UINT64, bigEndian(entries.getFirst()));
        CodecChain chain = new CodecChain(bytesToBytes(entries.subList(1, entries.size()),
                new ByteCodecs(Optional.empty())));
        if (chain.encodedSize(16L * chunks).isEmpty()) {
            throw codecs.unsupported("compressed shard indexes are not supported");
        }
        return new ShardIndexFormat(atEnd, chunks, numbers, chain);
    }
}
