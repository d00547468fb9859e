package org.morphodepot.volume.zarr.codec;

import java.util.OptionalLong;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** Four little-endian bytes before or after the data that must agree with it. */
public final class Checksum implements ByteCodec {

    private static final int SIZE = 4;

    /** How the sum is computed. */
    public enum Kind {
        CRC32, CRC32C, ADLER32, FLETCHER32
    }

    private final Kind kind;
    private final boolean first;

    /**
     * A sum of this kind.
     *
     * @param first whether the sum comes before the data
     */
    public Checksum(Kind kind, boolean first) {
        this.kind = kind;
        this.first = first;
    }

    @Override
    public String name() {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public OptionalLong encodedSize(long decoded) {
        return OptionalLong.of(decoded + SIZE);
    }

    @Override
    public Bytes decode(Bytes stored, Bytes room) throws CodecException {
        if (stored.length() < SIZE) {
            throw new CodecException("it is too short for its " + name() + " checksum");
        }
        int length = stored.length() - SIZE;
        Bytes data = stored.part(first ? SIZE : 0, length);
        int expected = LittleEndian.getInt(stored.array(), stored.offset() + (first ? 0 : length));
        if (sum(data) != expected) {
            throw new CodecException("its " + name() + " checksum does not match");
        }
        return data;
    }

    private int sum(Bytes data) {
        return switch (kind) {
            case CRC32 -> sum(new CRC32(), data);
            case CRC32C -> sum(new CRC32C(), data);
            case ADLER32 -> sum(new Adler32(), data);
            case FLETCHER32 -> fletcher32(data);
        };
    }

    private static int sum(java.util.zip.Checksum checksum, Bytes data) {
        checksum.update(data.array(), data.offset(), data.length());
        return (int) checksum.getValue();
    }

    /** As HDF5: 16-bit words, high byte first; an odd last byte is the high byte of a word. */
    private static int fletcher32(Bytes data) {
        long low = 0;
        long high = 0;
        byte[] bytes = data.array();
        for (int i = data.offset(); i < data.end(); i += 2) {
            int second = i + 1 < data.end() ? bytes[i + 1] & 0xff : 0;
            low = fold(low + ((bytes[i] & 0xff) << 8 | second));
            high = fold(high + low);
        }
        return (int) (high << 16 | low);
    }

    private static long fold(long sum) {
        return (sum & 0xffff) + (sum >>> 16);
    }
}
