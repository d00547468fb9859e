package org.morphodepot.volume.zarr.blosc;

import org.morphodepot.volume.zarr.codec.LittleEndian;

/**
 * Bit shuffling: a block stores bit 0 of byte 0 of all its elements, then bit 1 and so on, then the bits of byte 1.
 * Blosc leaves a block as it is when its number of elements is not a multiple of eight.
 */
final class BitShuffle {

    private BitShuffle() {
    }

    /** Restores {@code length} bytes. */
    static void undo(byte[] in, int from, byte[] out, int to, int length, int typeSize) {
        int count = length / typeSize;
        int whole = count % 8 == 0 ? count * typeSize : 0;
        int row = count / 8;
        for (int b = 0; whole > 0 && b < typeSize; b++) {
            for (int group = 0; group < row; group++) {
                long rows = 0;
                for (int bit = 0; bit < 8; bit++) {
                    rows |= (in[from + (8 * b + bit) * row + group] & 0xffL) << 8 * bit;
                }
                store(transposed(rows), out, to + 8 * group * typeSize + b, typeSize);
            }
        }
        System.arraycopy(in, from + whole, out, to + whole, length - whole);
    }

    private static void store(long bytes, byte[] out, int to, int step) {
        if (step == 1) {
            LittleEndian.putLong(out, to, bytes);
            return;
        }
        for (int i = 0; i < 8; i++) {
            out[to + i * step] = (byte) (bytes >>> 8 * i);
        }
    }

    /** Transposes an eight by eight matrix of bits: bit j of byte i becomes bit i of byte j. */
    static long transposed(long rows) {
        long x = rows;
        long swap = (x ^ x >>> 7) & 0x00aa00aa00aa00aaL;
        x ^= swap ^ swap << 7;
        swap = (x ^ x >>> 14) & 0x0000cccc0000ccccL;
        x ^= swap ^ swap << 14;
        swap = (x ^ x >>> 28) & 0x00000000f0f0f0f0L;
        return x ^ swap ^ swap << 28;
    }
}
