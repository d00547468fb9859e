package org.morphodepot.volume;

import java.io.IOException;
import java.util.List;
import java.util.Map;

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
     * The three-axis scan at certain places of the other axes; otherwise like {@link #volume()}. Any number of
     * them may be in use; all read from the same opened file.
     *
     * @param places index per axis name, for axes of {@link DatasetInfo#choices}; 0 for axes not named
     * @throws VolumeException of kind {@link VolumeException.Kind#NOT_FOUND} when there is no such place
     */
    default Volume volume(Map<String, Integer> places) throws IOException {
        for (Map.Entry<String, Integer> place : places.entrySet()) {
            if (place.getValue() != 0) {
                throw new VolumeException(VolumeException.Kind.NOT_FOUND, "this scan has no " + place.getKey() + " "
                        + place.getValue());
            }
        }
        return volume();
    }

    /** What the file says about its channels, in their order; empty when it says nothing, perhaps fewer than there are. */
    default List<Channel> channels() {
        return List.of();
    }

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
