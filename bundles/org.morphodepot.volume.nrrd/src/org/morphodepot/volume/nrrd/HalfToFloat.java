package org.morphodepot.volume.nrrd;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.morphodepot.volume.Dataset.ValueSink;

/** Widens half-precision numbers, which NRRD does not have. Takes whole values. */
final class HalfToFloat implements ValueSink {

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final ValueSink next;
    private final byte[] wide = new byte[64 << 10];

    HalfToFloat(ValueSink next) {
        this.next = next;
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        for (int at = offset; at < end;) {
            int count = Math.min(wide.length / 4, (end - at) / 2);
            for (int i = 0; i < count; i++) {
                float value = Float.float16ToFloat((short) SHORTS.get(bytes, at + 2 * i));
                INTS.set(wide, 4 * i, Float.floatToRawIntBits(value));
            }
            next.accept(wide, 0, 4 * count);
            at += 2 * count;
        }
    }
}
