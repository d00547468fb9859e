package org.morphodepot.volume.zarr.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.zarr.chunk.ChunkFormat;

/** Reads {@code zarr.json} documents of arrays (Zarr v3). */
final class ArrayV3 {

    private static final Set<String> KNOWN = Set.of("zarr_format", "node_type", "shape", "data_type", "chunk_grid",
            "chunk_key_encoding", "fill_value", "codecs", "attributes", "storage_transformers", "dimension_names",
            "consolidated_metadata");

    private ArrayV3() {
    }

    static ArrayMetadata read(Json json) throws VolumeException {
        checkMembers(json);
        ElementType type = ElementType.ofV3(json.get("data_type"));
        long[] shape = json.get("shape").integers();
        long[] chunks = chunks(json.get("chunk_grid"));
        ArrayMetadata.check(json, type, shape, chunks);
        int[] chunk = ArrayMetadata.sides(json, chunks, type.size(), Long.MAX_VALUE);
        Optional<VoxelType> voxel = type.voxel();
        long fill = voxel.isPresent() ? FillValue.bits(json.find("fill_value"), voxel.get()) : 0;
        int[] axes = IntStream.range(0, shape.length).toArray();
        Json codecs = json.get("codecs");
        Optional<ChunkFormat> format = Optional.empty();
        if (voxel.isPresent()) {
            format = Optional.of(new CodecsV3(type, fill).format(codecs, chunk, axes));
        }
        List<String> names = format.map(ChunkFormat::codecs).orElse(List.of());
        return new ArrayMetadata(json.file(), 3, shape, chunk, type, format, names, fill, ChunkKeys.ofV3(json),
                dimensionNames(json, shape.length));
    }

    /** The specification wants readers to refuse what they do not know, unless it is marked as harmless. */
    private static void checkMembers(Json json) throws VolumeException {
        if (json.get("zarr_format").integer() != 3) {
            throw json.unsupported("this zarr.json is not of Zarr format 3");
        }
        for (Map.Entry<String, Json> member : json.members()) {
            Optional<Json> must = member.getValue().find("must_understand");
            boolean harmless = must.isPresent() && must.get().isBoolean() && !must.get().bool();
            if (!KNOWN.contains(member.getKey()) && !harmless) {
                throw json.unsupported("the extension " + member.getKey() + " is not supported");
            }
        }
        Optional<Json> transformers = json.find("storage_transformers");
        if (transformers.isPresent() && !transformers.get().items().isEmpty()) {
            throw json.unsupported("storage transformers are not supported");
        }
    }

    private static long[] chunks(Json grid) throws VolumeException {
        String name = grid.get("name").text();
        if (!name.equals("regular")) {
            throw grid.unsupported("the chunk grid " + name + " is not supported");
        }
        return grid.get("configuration").get("chunk_shape").integers();
    }

    private static List<String> dimensionNames(Json json, int rank) throws VolumeException {
        Optional<Json> names = json.find("dimension_names");
        if (names.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Json name : names.get().items()) {
            texts.add(name.isText() ? name.text() : "");
        }
        if (texts.size() != rank) {
            throw names.get().wrong("must name " + rank + " axes");
        }
        return texts.stream().allMatch(String::isEmpty) ? List.of() : List.copyOf(texts);
    }
}
