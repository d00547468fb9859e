package org.morphodepot.volume.zarr.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.zarr.chunk.ChunkFormat;
import org.morphodepot.volume.zarr.chunk.PackedChunk;
import org.morphodepot.volume.zarr.codec.ByteCodec;
import org.morphodepot.volume.zarr.codec.CodecChain;

/** Reads {@code .zarray} documents (Zarr v2). */
final class ArrayV2 {

    private static final ByteCodecs CODECS = new ByteCodecs(Optional.empty());

    private ArrayV2() {
    }

    static ArrayMetadata read(Json json) throws VolumeException {
        if (json.get("zarr_format").integer() != 2) {
            throw json.unsupported("this .zarray is not of Zarr format 2");
        }
        ElementType type = ElementType.ofNumpy(json.get("dtype"));
        long[] shape = json.get("shape").integers();
        long[] chunks = json.get("chunks").integers();
        ArrayMetadata.check(json, type, shape, chunks);
        int[] chunk = ArrayMetadata.sides(json, chunks, type.size(), Limits.CHUNK_BYTES);
        CodecChain chain = new CodecChain(codecs(json));
        int[] order = order(json, shape.length);
        Optional<ChunkFormat> format = type.voxel()
                .map(_ -> new PackedChunk(chunk, order, type.elements(type.bigEndian()), chain));
        Optional<VoxelType> voxel = type.voxel();
        long fill = voxel.isPresent() ? FillValue.bits(json.find("fill_value"), voxel.get()) : 0;
        return new ArrayMetadata(json.file(), 2, shape, chunk, type, format, names(chain), fill, ChunkKeys.ofV2(json),
                List.of());
    }

    private static List<String> names(CodecChain chain) {
        return chain.isEmpty() ? List.of("raw") : chain.names();
    }

    private static List<ByteCodec> codecs(Json json) throws VolumeException {
        List<ByteCodec> codecs = new ArrayList<>();
        Optional<Json> filters = json.find("filters");
        if (filters.isPresent()) {
            for (Json filter : filters.get().items()) {
                codecs.add(CODECS.codec(filter.get("id").text(), filter));
            }
        }
        Optional<Json> compressor = json.find("compressor");
        if (compressor.isPresent()) {
            codecs.add(CODECS.codec(compressor.get().get("id").text(), compressor.get()));
        }
        return codecs;
    }

    private static int[] order(Json json, int rank) throws VolumeException {
        String order = json.get("order").text();
        return switch (order) {
            case "C" -> IntStream.range(0, rank).toArray();
            case "F" -> IntStream.range(0, rank).map(i -> rank - 1 - i).toArray();
            default -> throw json.get("order").wrong("must be C or F");
        };
    }
}
