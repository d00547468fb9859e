package org.morphodepot.volume.zarr.write;

import java.io.IOException;

/** Takes the stored chunks of one level, row of chunks by row of chunks. Several threads may put chunks of the same row. */
sealed interface ChunkSink extends AutoCloseable permits SingleChunks, ShardRows {

    /** Starts row {@code row} of the scan at {@code lead} of the leading axes. */
    void begin(long[] lead, int row) throws IOException;

    /**
     * Tells the values of a chunk, also of empty ones, before {@link #put}.
     *
     * @return whether its stored form is needed; it is not when an earlier write left it
     */
    boolean sees(int[] chunk, byte[] values);

    /** Takes over a stored chunk of the current row. */
    void put(int[] chunk, byte[] stored) throws IOException;

    /** All chunks of the row have been put. */
    void end() throws IOException;

    /** Drops what was not ended. */
    @Override
    void close() throws IOException;
}
