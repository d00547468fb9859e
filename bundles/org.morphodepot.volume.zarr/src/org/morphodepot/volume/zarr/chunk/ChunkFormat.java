package org.morphodepot.volume.zarr.chunk;

import java.util.List;

import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.codec.CodecException;

/** How the chunks of an array are stored. */
public sealed interface ChunkFormat permits PackedChunk, ShardedChunk, N5Block {

    /** Values per axis of a full chunk; shared. */
    int[] shape();

    /** Names of the codecs for people, in the order they were applied. */
    List<String> codecs();

    /**
     * Decodes a region of a chunk.
     *
     * @param stored all bytes of the chunk as in the store
     * @throws CodecException when the bytes are damaged; the target may then hold anything
     */
    void decode(Bytes stored, Region region, Target target) throws CodecException;

    /**
     * Decodes a region of a chunk into memory of any size; otherwise like
     * {@link #decode(Bytes, Region, Target)}, but without a copy of the chunk where its codec allows that.
     */
    void decode(Bytes stored, Region region, Destination to) throws CodecException;
}
