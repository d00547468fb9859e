package org.morphodepot.volume.zarr.metadata;

/** What protects memory from files that lie. */
public final class Limits {

    /**
     * Decoded bytes of a chunk: 1 GiB, or a quarter of the memory the program may use if that is less. The system
     * property {@code morphodepot.zarr.chunkBytes} changes it.
     */
    public static final long CHUNK_BYTES = Long.getLong("morphodepot.zarr.chunkBytes",
            Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 4));

    /** Bytes of a metadata document. */
    public static final int JSON_BYTES = 64 << 20;

    /** Axes of an array. */
    public static final int AXES = 32;

    /** Inner chunks of a shard. */
    public static final int SHARD_CHUNKS = 1 << 22;

    /** Resolutions of an image. */
    public static final int LEVELS = 64;

    private Limits() {
    }
}
