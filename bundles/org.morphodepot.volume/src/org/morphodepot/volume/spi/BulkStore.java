package org.morphodepot.volume.spi;

import java.io.IOException;
import java.util.Optional;

import org.morphodepot.volume.Address;

/**
 * Objects below one address for those who move them, where {@link Store} is for those who read scans: listings with sizes,
 * ranges as streams, writing in parts. Nothing is kept in a cache. Keys are those of {@link Store}; the empty key is the object
 * at the address itself. All methods block and are thread-safe; interrupting the thread ends them. Failures are
 * {@link org.morphodepot.volume.VolumeException}s, those that may pass {@link StoreBusyException}s.
 */
public interface BulkStore extends AutoCloseable {

    Address root();

    /**
     * Hands over all objects below the folder {@code prefix} ("" for the root) while they are found, in no certain order.
     *
     * @param deep whether also those in folders further down; else folders are handed over as entries
     * @return whether this place can be listed; web servers cannot
     */
    boolean walk(String prefix, boolean deep, EntrySink sink) throws IOException;

    /** What is known about an object; empty when there is none, also when there is a folder of that name. */
    Optional<ObjectEntry> entry(String key) throws IOException;

    /**
     * {@code length} bytes from {@code offset} as they come in, or all of an object when that is its size; the caller closes it.
     * Empty when there is no such object.
     */
    Optional<ObjectBody> open(String key, long offset, long length) throws IOException;

    /**
     * Creates or replaces an object as a whole from exactly {@code length} bytes.
     *
     * @return its tag, as {@link ObjectEntry#tag}
     */
    String write(String key, long length, BodySource body) throws IOException;

    /**
     * Begins, or goes on, to write an object of {@code length} bytes in parts; it appears when all are there.
     *
     * @param state names the state of the source, such as its tag and date: only parts of the same state are kept
     */
    PartWriter writeInParts(String key, long length, long partLength, String state) throws IOException;

    /** Removes an object; nothing happens when there is none. */
    void delete(String key) throws IOException;

    @Override
    void close() throws IOException;

    /** Takes entries of a listing. */
    @FunctionalInterface
    interface EntrySink {
        void accept(ObjectEntry entry) throws IOException;
    }
}
