package org.morphodepot.volume.zarr.codec;

import java.util.Objects;

/** A part of a byte array; shared, not copied. */
public record Bytes(byte[] array, int offset, int length) {

    /** Checks that the part is inside the array. */
    public Bytes {
        Objects.checkFromIndexSize(offset, length, array.length);
    }

    public static Bytes of(byte[] array) {
        return new Bytes(array, 0, array.length);
    }

    /** {@code count} bytes of this part, starting {@code from} bytes into it. */
    public Bytes part(int from, int count) {
        Objects.checkFromIndexSize(from, count, length);
        return new Bytes(array, offset + from, count);
    }

    public int end() {
        return offset + length;
    }

    /** Whether this is exactly the whole of {@code other}, no copy of it. */
    public boolean isWhole(byte[] other) {
        return array == other && offset == 0 && length == other.length;
    }
}
