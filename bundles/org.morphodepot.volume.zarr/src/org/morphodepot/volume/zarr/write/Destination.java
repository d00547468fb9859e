package org.morphodepot.volume.zarr.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;

/**
 * Where a hierarchy is written. Until {@link #commit} no reader takes it for an image; closing without a commit removes
 * what was written, unless it is to be kept for going on later. Writing is thread-safe.
 */
public sealed interface Destination extends AutoCloseable permits FolderDestination, StoreDestination, PartDestination {

    /** How the names of temporary files in {@link #scratch} begin. */
    String TEMPORARY = "morphodepot";

    /** What becomes of a hierarchy that is not finished. */
    enum Leftover {
        /** It is removed; one that a kill left is not looked at. */
        REMOVE,
        /** It is removed; one that a kill left is in a known place, where the next write clears it away. */
        REMOVE_KNOWN,
        /** It is kept, and one that is there is continued. */
        KEEP
    }

    /** A place for {@code target}, where nothing may be yet. */
    static Destination of(Address target, Volumes volumes, Leftover leftover) throws IOException {
        return target.isFile() ? FolderDestination.of(target.path(), leftover)
                : StoreDestination.of(volumes.store(target), leftover);
    }

    /** What to throw when there is something already. */
    static VolumeException taken(Object target) {
        return new VolumeException(Kind.STORAGE, target + " exists already; choose another name or delete it first");
    }

    /** Writes one object. */
    void write(String key, byte[] bytes) throws IOException;

    /** Makes a finished file of {@link #scratch} an object, as a whole or not at all; the file is gone afterwards. */
    void adopt(String key, Path file) throws IOException;

    /** Writes or replaces a small object that readers do not look at. */
    void replace(String key, byte[] bytes) throws IOException;

    /** A small object; empty when there is none. */
    Optional<byte[]> read(String key) throws IOException;

    /** The last bytes of an object; empty when there is none. */
    Optional<byte[]> tail(String key, int length) throws IOException;

    /** The size of an object; empty when there is none. */
    Optional<Long> size(String key) throws IOException;

    /** A folder of it, for a part of the whole: nothing to commit, and nothing to close. */
    default Destination below(String folder) {
        return new PartDestination(this, folder + "/");
    }

    /** A folder for temporary files. */
    Path scratch();

    /** Makes the hierarchy appear, without the journal. */
    void commit() throws IOException;

    @Override
    void close() throws IOException;
}
