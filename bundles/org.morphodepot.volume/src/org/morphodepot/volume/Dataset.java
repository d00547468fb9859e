package org.morphodepot.volume;

import java.io.IOException;

/** An opened file or hierarchy of any number of axes. Thread-safe; close it when done. */
public interface Dataset extends AutoCloseable {

    DatasetInfo info();

    /** Name of the file for messages; empty when there is none. */
    default String name() {
        return "";
    }

    /**
     * The three-axis scan inside, by default the first channel and time; one- and two-axis data get sides of 1. Closing the
     * volume closes the data set.
     *
     * @throws VolumeException of kind {@link VolumeException.Kind#UNSUPPORTED} when there is no such view
     */
    Volume volume() throws IOException;

    /**
     * Hands over all values of level 0 as little-endian bytes in stored order: fastest axis first, for Zarr C order. Blocks;
     * uses bounded memory whatever the size.
     */
    void values(ValueSink sink, Progress progress) throws IOException;

    @Override
    void close() throws IOException;

    /** Receives consecutive values. */
    @FunctionalInterface
    interface ValueSink {
        /** {@code bytes[offset .. offset+length)} is valid only during the call. */
        void accept(byte[] bytes, int offset, int length) throws IOException;
    }
}
