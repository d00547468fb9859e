package org.morphodepot.volume.images.nifti;

import java.io.Closeable;
import java.io.IOException;

/** The bytes of a file, unpacked, at any place. Thread-safe; reading blocks. */
interface NiftiValues extends Closeable {

    /** Fills {@code into} with the bytes from {@code offset}; fails with an {@code EOFException} when there are fewer. */
    void read(long offset, byte[] into) throws IOException;

    /** How the file is packed. */
    String codec();
}
