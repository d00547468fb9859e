package org.morphodepot.volume.nrrd.gzip;

import java.io.IOException;

/** Unpacks one deflate stream (RFC 1951) after the other. One thread. */
sealed interface Inflation permits IsalInflation, ZlibInflation {

    /** The fastest that works on this computer. */
    static Inflation of(StoredBytes in) {
        return Isal.isHere() ? new IsalInflation(in) : new ZlibInflation(in);
    }

    static IOException damaged() {
        return new IOException("its compressed data is damaged");
    }

    /** Starts with a new stream. */
    void reset();

    /** Whether the stream has come to its end; else, when less was read than asked for, it breaks off. */
    boolean isFinished();

    /**
     * Unpacks up to {@code length} bytes; fewer only when the stream has come to its end or breaks off. What stands behind the
     * end is left in the input.
     */
    int read(byte[] into, int offset, int length) throws IOException;
}
