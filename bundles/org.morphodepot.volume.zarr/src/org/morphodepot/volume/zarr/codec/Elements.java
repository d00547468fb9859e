package org.morphodepot.volume.zarr.codec;

import org.morphodepot.volume.VoxelType;

/** Reads and writes single numbers of one type and byte order; for filters and fill values, not for whole volumes. */
public record Elements(VoxelType type, boolean bigEndian) {

    public int size() {
        return type.bytes();
    }

    /** The bit pattern at byte {@code offset}, in the low bytes of the result. */
    public long bits(byte[] bytes, int offset) {
        long bits = switch (size()) {
            case 1 -> bytes[offset] & 0xff;
            case 2 -> LittleEndian.getShort(bytes, offset) & 0xffff;
            case 4 -> LittleEndian.getInt(bytes, offset) & 0xffffffffL;
            default -> LittleEndian.getLong(bytes, offset);
        };
        return bigEndian ? reversed(bits) : bits;
    }

    /** Stores the low bytes of {@code bits}. */
    public void putBits(byte[] bytes, int offset, long bits) {
        long stored = bigEndian ? reversed(bits) : bits;
        switch (size()) {
            case 1 -> bytes[offset] = (byte) stored;
            case 2 -> LittleEndian.putShort(bytes, offset, (short) stored);
            case 4 -> LittleEndian.putInt(bytes, offset, (int) stored);
            default -> LittleEndian.putLong(bytes, offset, stored);
        }
    }

    private long reversed(long bits) {
        return Long.reverseBytes(bits) >>> 64 - 8 * size();
    }

    /** The number with this bit pattern; 64-bit integers are rounded. */
    public double toDouble(long bits) {
        return switch (type) {
            case BOOL, UINT8, UINT16, UINT32 -> bits;
            case INT8 -> (byte) bits;
            case INT16 -> (short) bits;
            case INT32 -> (int) bits;
            case INT64 -> bits;
            case UINT64 -> bits >= 0 ? bits : (bits >>> 1 | bits & 1) * 2.0;
            case FLOAT16 -> Float.float16ToFloat((short) bits);
            case FLOAT32 -> Float.intBitsToFloat((int) bits);
            case FLOAT64 -> Double.longBitsToDouble(bits);
        };
    }

    /** The bit pattern of the number; integers are cut off towards zero. */
    public long toBits(double value) {
        return switch (type) {
            case FLOAT16 -> Float.floatToFloat16((float) value) & 0xffff;
            case FLOAT32 -> Float.floatToRawIntBits((float) value) & 0xffffffffL;
            case FLOAT64 -> Double.doubleToRawLongBits(value);
            case UINT64 -> value < 0x1p63 ? (long) value : (long) (value - 0x1p63) + Long.MIN_VALUE;
            case BOOL -> value == 0 ? 0 : 1;
            default -> (long) value;
        };
    }
}
