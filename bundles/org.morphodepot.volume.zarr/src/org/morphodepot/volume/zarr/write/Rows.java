package org.morphodepot.volume.zarr.write;

import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.zarr.codec.Elements;
import org.morphodepot.volume.zarr.codec.LittleEndian;

/** Whole rows of values as longs or doubles; the type is decided once per row. */
final class Rows {

    private Rows() {
    }

    /** Reads integers; 64-bit ones as their bits. */
    static void read(VoxelType type, byte[] in, int from, long[] row, int n) {
        switch (type) {
            case BOOL, UINT8 -> {
                for (int i = 0; i < n; i++) {
                    row[i] = in[from + i] & 0xff;
                }
            }
            case INT8 -> {
                for (int i = 0; i < n; i++) {
                    row[i] = in[from + i];
                }
            }
            case UINT16, FLOAT16 -> {
                for (int i = 0; i < n; i++) {
                    row[i] = LittleEndian.getShort(in, from + 2 * i) & 0xffff;
                }
            }
            case INT16 -> {
                for (int i = 0; i < n; i++) {
                    row[i] = LittleEndian.getShort(in, from + 2 * i);
                }
            }
            case UINT32, FLOAT32 -> {
                for (int i = 0; i < n; i++) {
                    row[i] = LittleEndian.getInt(in, from + 4 * i) & 0xffffffffL;
                }
            }
            case INT32 -> {
                for (int i = 0; i < n; i++) {
                    row[i] = LittleEndian.getInt(in, from + 4 * i);
                }
            }
            case INT64, UINT64, FLOAT64 -> {
                for (int i = 0; i < n; i++) {
                    row[i] = LittleEndian.getLong(in, from + 8 * i);
                }
            }
        }
    }

    /** Stores the low bytes. */
    static void write(VoxelType type, long[] row, byte[] out, int to, int n) {
        switch (type.bytes()) {
            case 1 -> {
                for (int i = 0; i < n; i++) {
                    out[to + i] = (byte) row[i];
                }
            }
            case 2 -> {
                for (int i = 0; i < n; i++) {
                    LittleEndian.putShort(out, to + 2 * i, (short) row[i]);
                }
            }
            case 4 -> {
                for (int i = 0; i < n; i++) {
                    LittleEndian.putInt(out, to + 4 * i, (int) row[i]);
                }
            }
            default -> {
                for (int i = 0; i < n; i++) {
                    LittleEndian.putLong(out, to + 8 * i, row[i]);
                }
            }
        }
    }

    /** Reads floating point numbers. */
    static void read(Elements elements, byte[] in, int from, double[] row, int n) {
        int size = elements.size();
        for (int i = 0; i < n; i++) {
            row[i] = elements.toDouble(elements.bits(in, from + i * size));
        }
    }

    static void write(Elements elements, double[] row, byte[] out, int to, int n) {
        int size = elements.size();
        for (int i = 0; i < n; i++) {
            elements.putBits(out, to + i * size, elements.toBits(row[i]));
        }
    }
}
