package org.morphodepot.volume.zarr.codec;

import java.util.OptionalLong;

/** A filter that only rounds on writing, such as {@code bitround}: reading leaves the values as they are. */
public record Unchanged(String name) implements ByteCodec {

    @Override
    public OptionalLong encodedSize(long decoded) {
        return OptionalLong.of(decoded);
    }

    @Override
    public Bytes decode(Bytes stored, Bytes room) {
        return stored;
    }
}
