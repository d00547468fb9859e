package org.morphodepot.volume.zarr.codec;

/** Takes the decoded bytes of a chunk block by block, in their order. Called by one thread; must not keep the arrays. */
public interface ByteSink {

    /** Whether any of the {@code length} bytes from {@code start} on is needed; blocks that are not may be left out. */
    boolean wants(int start, int length);

    /** The bytes from {@code start} on, counted from the first of the chunk. */
    void accept(int start, byte[] bytes, int offset, int length);

    /**
     * The same for a block in which the first bytes of all values come first, then the second ones and so on.
     *
     * @param typeSize bytes of a value; divides {@code start} and {@code length}
     */
    void acceptShuffled(int start, byte[] bytes, int offset, int length, int typeSize);
}
