package org.morphodepot.volume.zarr.write;

import java.io.IOException;
import java.nio.file.Path;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;

/**
 * Where a hierarchy is written. Until {@link #commit} no reader takes it for an image; closing without a commit removes
 * what was written. Writing is thread-safe.
 */
public sealed interface Destination extends AutoCloseable permits FolderDestination, StoreDestination {

    /** A place for {@code target}, where nothing may be yet. */
    static Destination of(Address target, Volumes volumes) throws IOException {
        return target.isFile() ? FolderDestination.of(target.path()) : StoreDestination.of(volumes.store(target));
    }

    /** What to throw when there is something already. */
    static VolumeException taken(Object target) {
        return new VolumeException(Kind.STORAGE, target + " exists already; choose another name or delete it first");
    }

    /** Writes one object. */
    void write(String key, byte[] bytes) throws IOException;

    /** A folder for temporary files. */
    Path scratch();

    /** Makes the hierarchy appear. */
    void commit() throws IOException;

    @Override
    void close() throws IOException;
}
