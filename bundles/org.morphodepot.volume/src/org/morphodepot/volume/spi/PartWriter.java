package org.morphodepot.volume.spi;

import java.io.IOException;

/**
 * An object that is being written in parts of equal length, the last one shorter. Parts may be written by many threads at
 * once and in any order. Closing without {@link #complete} leaves what is there for another try; {@link #discard} removes it.
 */
public interface PartWriter extends AutoCloseable {

    /** Whether part {@code index} (from 0) is there from an earlier try. */
    boolean has(int index);

    /** Writes part {@code index} from exactly {@code length} bytes. */
    void write(int index, long length, BodySource body) throws IOException;

    /**
     * Makes the object appear; all parts must be there.
     *
     * @return its tag
     */
    String complete() throws IOException;

    /** Gives up: removes all parts. */
    void discard() throws IOException;

    @Override
    void close() throws IOException;
}
