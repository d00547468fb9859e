package org.morphodepot.volume.nrrd.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Turns big-endian values into little-endian ones in place, at memory speed. */
public final class ByteSwap {

    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle LONGS = view(long[].class);

    private ByteSwap() {
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    /** Swaps the first {@code length} bytes as values of {@code step} bytes; {@code length} is a multiple of it. */
    public static void swap(byte[] bytes, int length, int step) {
        switch (step) {
            case 2 -> {
                for (int i = 0; i < length; i += 2) {
                    SHORTS.set(bytes, i, Short.reverseBytes((short) SHORTS.get(bytes, i)));
                }
            }
            case 4 -> {
                for (int i = 0; i < length; i += 4) {
                    INTS.set(bytes, i, Integer.reverseBytes((int) INTS.get(bytes, i)));
                }
            }
            case 8 -> {
                for (int i = 0; i < length; i += 8) {
                    LONGS.set(bytes, i, Long.reverseBytes((long) LONGS.get(bytes, i)));
                }
            }
            default -> {
                // single bytes have no order
            }
        }
    }
}
