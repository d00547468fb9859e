package org.morphodepot.volume.zarr.codec;

import java.util.OptionalLong;

import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/** An LZ4 block behind its decoded length as four little-endian bytes, as numcodecs writes it. */
public final class Lz4 implements ByteCodec {

    private static final int HEADER = 4;
    private static final LZ4Factory FACTORY = factory();
    private static final LZ4SafeDecompressor DECOMPRESSOR = FACTORY.safeDecompressor();

    /** Asks for the native library itself: {@code fastestInstance} does not try it inside a framework. */
    private static LZ4Factory factory() {
        try {
            return LZ4Factory.nativeInstance();
        } catch (LinkageError | AssertionError | RuntimeException e) {
            return LZ4Factory.fastestJavaInstance();
        }
    }

    @Override
    public String name() {
        return "lz4";
    }

    @Override
    public OptionalLong encodedSize(long decoded) {
        return OptionalLong.empty();
    }

    @Override
    public Bytes decode(Bytes stored, Bytes room) throws CodecException {
        if (stored.length() < HEADER) {
            throw new CodecException("the lz4 data ends early");
        }
        int size = LittleEndian.getInt(stored.array(), stored.offset());
        if (size < 0 || size > room.length()) {
            throw new CodecException("it inflates to more than the chunk holds");
        }
        int count = decodeBlock(stored.part(HEADER, stored.length() - HEADER), room.part(0, size));
        if (count != size) {
            throw new CodecException("the lz4 data has " + count + " bytes instead of " + size);
        }
        return room.part(0, size);
    }

    /** Decodes a bare block and returns the number of bytes. */
    public static int decodeBlock(Bytes stored, Bytes room) throws CodecException {
        try {
            return DECOMPRESSOR.decompress(stored.array(), stored.offset(), stored.length(), room.array(),
                    room.offset(), room.length());
        } catch (LZ4Exception | IndexOutOfBoundsException e) {
            throw new CodecException("not valid lz4 data", e);
        }
    }

    /** Compresses bare blocks; thread-safe. */
    public static LZ4Compressor compressor() {
        return FACTORY.fastCompressor();
    }
}
