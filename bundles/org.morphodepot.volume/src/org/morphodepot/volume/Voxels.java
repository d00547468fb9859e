package org.morphodepot.volume;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A small dense block of voxel values in memory: little-endian bytes, x fastest, then y, then z. The array is shared, not
 * copied; writers hand it over and do not touch it again, readers do not change it.
 */
public final class Voxels {

    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle LONGS = view(long[].class);
    private static final VarHandle FLOATS = view(float[].class);
    private static final VarHandle DOUBLES = view(double[].class);

    private final VoxelType type;
    private final VoxelSize size;
    private final byte[] bytes;

    /** Wraps {@code bytes}, whose length must be the size's voxels times the type's bytes. */
    public Voxels(VoxelType type, VoxelSize size, byte[] bytes) {
        if (size.voxels() * type.bytes() != bytes.length) {
            throw new IllegalArgumentException(size + " " + type + " needs another array than " + bytes.length + " bytes");
        }
        this.type = type;
        this.size = size;
        this.bytes = bytes;
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    public VoxelType type() {
        return type;
    }

    public VoxelSize size() {
        return size;
    }

    /** The little-endian values, x fastest; shared. */
    public byte[] bytes() {
        return bytes;
    }

    /** The linear index of a voxel. */
    public int index(int x, int y, int z) {
        return (z * size.y() + y) * size.x() + x;
    }

    public double value(int x, int y, int z) {
        return value(index(x, y, z));
    }

    /** The value at a linear index; 64-bit integers are rounded to the nearest double. */
    public double value(int index) {
        return switch (type) {
            case BOOL -> bytes[index] == 0 ? 0 : 1;
            case INT8 -> bytes[index];
            case UINT8 -> bytes[index] & 0xff;
            case INT16 -> (short) SHORTS.get(bytes, index << 1);
            case UINT16 -> (short) SHORTS.get(bytes, index << 1) & 0xffff;
            case INT32 -> (int) INTS.get(bytes, index << 2);
            case UINT32 -> (int) INTS.get(bytes, index << 2) & 0xffffffffL;
            case INT64 -> (long) LONGS.get(bytes, index << 3);
            case UINT64 -> unsigned((long) LONGS.get(bytes, index << 3));
            case FLOAT16 -> Float.float16ToFloat((short) SHORTS.get(bytes, index << 1));
            case FLOAT32 -> (float) FLOATS.get(bytes, index << 2);
            case FLOAT64 -> (double) DOUBLES.get(bytes, index << 3);
        };
    }

    /**
     * Copies {@code count} values starting at linear {@code index}, {@code stride} voxels apart, into {@code out}. The type
     * is decided once per call, so that slice renderers and effects run at array speed.
     */
    public void read(int index, int stride, int count, float[] out, int offset) {
        int end = offset + count;
        switch (type) {
            case BOOL, UINT8 -> {
                for (int o = offset, i = index; o < end; o++, i += stride) {
                    out[o] = bytes[i] & 0xff;
                }
            }
            case INT8 -> {
                for (int o = offset, i = index; o < end; o++, i += stride) {
                    out[o] = bytes[i];
                }
            }
            case INT16 -> {
                for (int o = offset, i = index; o < end; o++, i += stride) {
                    out[o] = (short) SHORTS.get(bytes, i << 1);
                }
            }
            case UINT16 -> {
                for (int o = offset, i = index; o < end; o++, i += stride) {
                    out[o] = (short) SHORTS.get(bytes, i << 1) & 0xffff;
                }
            }
            case FLOAT32 -> {
                for (int o = offset, i = index; o < end; o++, i += stride) {
                    out[o] = (float) FLOATS.get(bytes, i << 2);
                }
            }
            default -> {
                for (int o = offset, i = index; o < end; o++, i += stride) {
                    out[o] = (float) value(i);
                }
            }
        }
    }

    /** A block whose every voxel has the given bit pattern (low bytes of {@code bits}, little endian). */
    public static Voxels filled(VoxelType type, VoxelSize size, long bits) {
        int step = type.bytes();
        byte[] bytes = new byte[Math.toIntExact(size.voxels() * step)];
        if (bits != 0) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (bits >>> 8 * (i % step));
            }
        }
        return new Voxels(type, size, bytes);
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : (bits >>> 1 | bits & 1) * 2.0;
    }
}
