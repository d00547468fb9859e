package org.morphodepot.volume.spi;

import java.io.IOException;
import java.util.Optional;

import org.morphodepot.volume.Address;

/** Reaches one kind of place, such as local folders or S3. */
public interface StoreProvider {

    /** Whether this provider serves the scheme of {@code address}; no I/O. */
    boolean serves(Address address);

    /** A store rooted at {@code address}; does not check that anything is there. */
    Store open(Address address) throws IOException;

    /** The same place for moving whole objects; empty when this provider has nothing for that. */
    default Optional<BulkStore> bulk(Address address) throws IOException {
        return Optional.empty();
    }
}
