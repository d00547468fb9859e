package org.morphodepot.volume.spi;

import java.io.IOException;

import org.morphodepot.volume.Address;

/** Reaches one kind of place, such as local folders or S3. */
public interface StoreProvider {

    /** Whether this provider serves the scheme of {@code address}; no I/O. */
    boolean serves(Address address);

    /** A store rooted at {@code address}; does not check that anything is there. */
    Store open(Address address) throws IOException;
}
