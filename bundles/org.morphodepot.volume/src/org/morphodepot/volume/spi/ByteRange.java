package org.morphodepot.volume.spi;

/** Which bytes of an object. */
public sealed interface ByteRange {

    /** All of them. */
    ByteRange ALL = new All();

    /** All bytes. */
    record All() implements ByteRange {
    }

    /** {@code length} bytes from {@code offset}; fewer at the end of the object. */
    record Part(long offset, int length) implements ByteRange {
    }

    /** The last {@code length} bytes. */
    record Tail(int length) implements ByteRange {
    }
}
