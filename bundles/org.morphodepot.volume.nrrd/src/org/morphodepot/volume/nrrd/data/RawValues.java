package org.morphodepot.volume.nrrd.data;

import java.io.IOException;

/** Random access to the values of a file, unpacked, one after the other. Any thread; reading blocks. */
public interface RawValues extends AutoCloseable {

    /** Copies {@code length} bytes from {@code offset}, as little-endian values when {@link #isLittleEndian()}. */
    void read(long offset, byte[] into, int at, int length) throws IOException;

    /** Whether bytes are in the order of this program or still to be swapped. */
    boolean isLittleEndian();

    /** Whether many small reads are as good as one large one. */
    boolean isLocal();

    /** Later reads fail; those under way end soon. */
    @Override
    void close() throws IOException;
}
