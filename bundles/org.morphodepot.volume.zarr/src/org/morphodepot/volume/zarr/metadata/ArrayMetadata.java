package org.morphodepot.volume.zarr.metadata;

import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.zarr.chunk.ChunkFormat;
import org.morphodepot.volume.zarr.chunk.ShardedChunk;

/**
 * An array of either Zarr version. The arrays are shared and must not be changed.
 *
 * @param file the metadata document, for messages
 * @param zarrFormat 2 or 3; 0 for N5
 * @param shape values per axis, slowest first; any may be 0, none when the array is a single value
 * @param chunk values per axis of a stored object: a chunk or a shard
 * @param format how chunks are stored; empty when the values are no numbers
 * @param codecs names for people
 * @param fill bit pattern of values that are not stored
 * @param dimensionNames one per axis, empty texts where there is none; an empty list when no axis has one
 */
public record ArrayMetadata(String file, int zarrFormat, long[] shape, int[] chunk, ElementType type,
        Optional<ChunkFormat> format, List<String> codecs, long fill, ChunkKeys keys, List<String> dimensionNames) {

    public int rank() {
        return shape.length;
    }

    /** The format of the chunks. */
    public ChunkFormat readable() throws VolumeException {
        return format.orElseThrow(() -> new VolumeException(Kind.UNSUPPORTED,
                file + ": values of type " + type.word() + " are not numbers and cannot be read"));
    }

    /** The shape of what is read at once: an inner chunk where shards can be read in parts, else a stored object. */
    public int[] readChunk() {
        return format.filter(ShardedChunk.class::isInstance).map(ShardedChunk.class::cast)
                .filter(ShardedChunk::isPartlyReadable).map(sharded -> sharded.inner().shape()).orElse(chunk);
    }

    /** Number of values. */
    public long values() {
        long values = 1;
        for (long n : shape) {
            values *= n;
        }
        return values;
    }

    /** A reader's first checks, the same for both versions. */
    public static void check(Json json, ElementType type, long[] shape, long[] chunk) throws VolumeException {
        if (shape.length != chunk.length) {
            throw json.wrong("has " + shape.length + " axes but chunks of " + chunk.length);
        }
        if (shape.length > Limits.AXES) {
            throw tooLarge(json, "the array has more than " + Limits.AXES + " axes");
        }
        try {
            long bytes = type.size();
            for (int i = 0; i < shape.length; i++) {
                if (shape[i] < 0 || chunk[i] < 1) {
                    throw json.get(shape[i] < 0 ? "shape" : json.find("chunks").isPresent() ? "chunks" : "chunk_grid")
                            .wrong("must be positive");
                }
                bytes = Math.multiplyExact(bytes, Math.max(1, shape[i]));
            }
        } catch (ArithmeticException e) {
            throw tooLarge(json, "the array is larger than any disk");
        }
    }

    /** Chunk sides as ints, after checking that a chunk that must be held as a whole is not too large. */
    public static int[] sides(Json json, long[] chunk, int size, long most) throws VolumeException {
        int[] sides = new int[chunk.length];
        long bytes = size;
        try {
            for (int i = 0; i < sides.length; i++) {
                sides[i] = Math.toIntExact(chunk[i]);
                bytes = Math.multiplyExact(bytes, chunk[i]);
            }
        } catch (ArithmeticException e) {
            bytes = Long.MAX_VALUE;
        }
        if (bytes > most) {
            throw tooLarge(json, "its chunks hold more than " + (most >> 20)
                    + " MiB each; store the scan in smaller chunks or give the program more memory");
        }
        return sides;
    }

    static VolumeException tooLarge(Json json, String problem) {
        return new VolumeException(Kind.TOO_LARGE, json.file() + ": " + problem);
    }
}
