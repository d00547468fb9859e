package org.morphodepot.volume.zarr.chunk;

import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.codec.CodecChain;
import org.morphodepot.volume.zarr.codec.CodecException;
import org.morphodepot.volume.zarr.codec.Elements;

/**
 * Where a shard's index is and how it is stored.
 *
 * @param atEnd at the end of the shard, else at its beginning
 * @param chunks number of inner chunks
 * @param numbers byte order of the 64-bit numbers
 * @param chain checksums around them, of fixed size
 */
public record ShardIndexFormat(boolean atEnd, int chunks, Elements numbers, CodecChain chain) {

    private static final int ENTRY = 16;

    /** Bytes of the stored index. */
    public int length() {
        return (int) chain.encodedSize((long) chunks * ENTRY).orElseThrow();
    }

    /** Reads the stored index. */
    public ShardIndex read(Bytes stored) throws CodecException {
        if (stored.length() != length()) {
            throw new CodecException("the shard is shorter than its index");
        }
        Bytes bytes = chain.decode(stored, Bytes.of(new byte[chunks * ENTRY]));
        long[] entries = new long[2 * chunks];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = numbers.bits(bytes.array(), bytes.offset() + 8 * i);
        }
        return new ShardIndex(entries);
    }

    /** Finds and reads the index of a shard that is in memory as a whole. */
    ShardIndex of(Bytes shard) throws CodecException {
        int length = length();
        if (shard.length() < length) {
            throw new CodecException("the shard is shorter than its index");
        }
        return read(shard.part(atEnd ? shard.length() - length : 0, length));
    }
}
