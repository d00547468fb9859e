package org.morphodepot.volume.zarr.codec;

import java.util.OptionalLong;

/** Decodes one step of a chunk's way into the store. Immutable and thread-safe; does not block. */
public interface ByteCodec {

    /** Short name for people, such as {@code gzip}. */
    String name();

    /** How many bytes the stored form of {@code decoded} bytes has; empty when that depends on the values. */
    OptionalLong encodedSize(long decoded);

    /**
     * Decodes {@code stored}.
     *
     * @param room where to put the result; its length is the most there may be
     * @return the result: the beginning of {@code room}, or a part of {@code stored} when nothing had to be moved
     * @throws CodecException when the bytes are damaged or need more than {@code room}
     */
    Bytes decode(Bytes stored, Bytes room) throws CodecException;
}
