package org.morphodepot.volume.zarr.n5;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.zarr.blosc.Blosc;
import org.morphodepot.volume.zarr.chunk.ChunkFormat;
import org.morphodepot.volume.zarr.chunk.N5Block;
import org.morphodepot.volume.zarr.codec.ByteCodec;
import org.morphodepot.volume.zarr.codec.CodecChain;
import org.morphodepot.volume.zarr.codec.Deflated;
import org.morphodepot.volume.zarr.codec.Elements;
import org.morphodepot.volume.zarr.codec.Gzip;
import org.morphodepot.volume.zarr.codec.Streamed;
import org.morphodepot.volume.zarr.codec.Zstandard;
import org.morphodepot.volume.zarr.metadata.ArrayMetadata;
import org.morphodepot.volume.zarr.metadata.ChunkKeys;
import org.morphodepot.volume.zarr.metadata.ElementType;
import org.morphodepot.volume.zarr.metadata.Json;
import org.morphodepot.volume.zarr.metadata.Limits;
import org.tukaani.xz.XZInputStream;

import net.jpountz.lz4.LZ4BlockInputStream;

/** Reads the {@code attributes.json} of an N5 data set; axes are turned around, for N5 counts the fastest first. */
final class N5Array {

    /** KiB of an xz dictionary, whose size the data chooses. */
    private static final int XZ_MEMORY = 128 << 10;

    private N5Array() {
    }

    /** Whether these attributes are those of a data set, not of a group. */
    static boolean isDataset(Json attributes) {
        return attributes.find("dimensions").isPresent() && attributes.find("dataType").isPresent();
    }

    static ArrayMetadata read(Json json) throws VolumeException {
        long[] shape = reversed(json.get("dimensions").integers());
        long[] block = reversed(json.get("blockSize").integers());
        VoxelType type = type(json.get("dataType"));
        ElementType element = new ElementType(Optional.of(type), type.id(), type.bytes(), true);
        ArrayMetadata.check(json, element, shape, block);
        int[] sides = ArrayMetadata.sides(json, block, type.bytes(), Limits.CHUNK_BYTES);
        CodecChain chain = new CodecChain(codecs(json));
        ChunkFormat format = new N5Block(sides, new Elements(type, true), chain);
        return new ArrayMetadata(json.file(), 0, shape, sides, element, Optional.of(format), format.codecs(), 0,
                new ChunkKeys("", '/', true), List.of());
    }

    static long[] reversed(long[] values) {
        long[] reversed = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }

    private static VoxelType type(Json name) throws VolumeException {
        try {
            return VoxelType.of(name.text());
        } catch (IllegalArgumentException e) {
            throw name.unsupported("values of type " + name + " cannot be read");
        }
    }

    /** Containers before version 2 have only the name. */
    private static List<ByteCodec> codecs(Json json) throws VolumeException {
        Optional<Json> settings = json.find("compression");
        Json name = settings.isPresent() && settings.get().isObject() ? settings.get().get("type")
                : settings.isPresent() ? settings.get() : json.get("compressionType");
        List<ByteCodec> codecs = new ArrayList<>();
        codec(name, settings.filter(Json::isObject)).ifPresent(codecs::add);
        return codecs;
    }

    private static Optional<ByteCodec> codec(Json name, Optional<Json> settings) throws VolumeException {
        return switch (name.text()) {
            case "raw" -> Optional.empty();
            case "gzip" -> Optional.of(isZlib(settings) ? new Deflated() : new Gzip());
            case "zlib" -> Optional.of(new Deflated());
            case "bzip2" -> Optional.of(new Streamed("bzip2", in -> new BZip2CompressorInputStream(in, true)));
            case "lz4" -> Optional.of(new Streamed("lz4", in -> LZ4BlockInputStream.newBuilder().build(in)));
            case "xz" -> Optional.of(new Streamed("xz", in -> new XZInputStream(in, XZ_MEMORY)));
            case "blosc" -> Optional.of(new Blosc());
            case "zstd" -> Optional.of(new Zstandard());
            default -> throw name.unsupported("the compression " + name.text() + " is not supported");
        };
    }

    private static boolean isZlib(Optional<Json> settings) throws VolumeException {
        Optional<Json> zlib = settings.flatMap(s -> s.find("useZlib"));
        return zlib.isPresent() && zlib.get().bool();
    }
}
