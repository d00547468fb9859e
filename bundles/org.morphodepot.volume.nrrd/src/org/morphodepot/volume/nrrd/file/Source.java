package org.morphodepot.volume.nrrd.file;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of one file, here or elsewhere. Any thread; all methods block. */
public sealed interface Source permits LocalSource, RemoteSource {

    /** How people know the file: its path or address. */
    String name();

    /** Size in bytes. */
    long size() throws IOException;

    /**
     * Reads from {@code position} until {@code length} bytes are there or the file ends.
     *
     * @return the number of bytes read, 0 at or behind the end
     */
    int read(long position, byte[] into, int offset, int length) throws IOException;

    /** Everything from {@code position}; the caller closes it. */
    InputStream stream(long position) throws IOException;
}
