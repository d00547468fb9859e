package org.morphodepot.label.gzip;

import java.util.OptionalInt;

/** Some bytes of what is to be compressed; asked from any thread, by one at a time. */
public interface Piece {

    /** Number of bytes. */
    int length();

    /** The value of every byte when that is known without looking at each: such pieces are compressed only once. */
    default OptionalInt everyByte() {
        return OptionalInt.empty();
    }

    /** Puts the bytes at the start of {@code into}, which holds anything and has room for them. */
    void fill(byte[] into);
}
