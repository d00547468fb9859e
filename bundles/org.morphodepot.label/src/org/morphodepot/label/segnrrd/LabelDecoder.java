package org.morphodepot.label.segnrrd;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VoxelType;

/** Turns little-endian voxel values into labels; fractions are cut off. The type is decided once per run of voxels. */
final class LabelDecoder {

    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle LONGS = view(long[].class);
    private static final VarHandle FLOATS = view(float[].class);
    private static final VarHandle DOUBLES = view(double[].class);

    private final VoxelType type;

    LabelDecoder(VoxelType type) {
        this.type = type;
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    int bytes() {
        return type.bytes();
    }

    /**
     * Reads {@code count} values from {@code offset} on, {@code stride} bytes apart.
     *
     * @throws VolumeException when a value is not in 0 to 65535
     */
    void decode(byte[] bytes, int offset, int stride, int count, char[] out) throws VolumeException {
        switch (type) {
            case BOOL, UINT8 -> {
                for (int i = 0, o = offset; i < count; i++, o += stride) {
                    out[i] = (char) (bytes[o] & 0xff);
                }
            }
            case UINT16 -> {
                for (int i = 0, o = offset; i < count; i++, o += stride) {
                    out[i] = (char) (short) SHORTS.get(bytes, o);
                }
            }
            case INT8, INT16 -> signed(bytes, offset, stride, count, out);
            case INT32, UINT32, INT64, UINT64 -> wide(bytes, offset, stride, count, out);
            case FLOAT16, FLOAT32, FLOAT64 -> real(bytes, offset, stride, count, out);
        }
    }

    private void signed(byte[] bytes, int offset, int stride, int count, char[] out) throws VolumeException {
        int all = 0;
        for (int i = 0, o = offset; i < count; i++, o += stride) {
            int value = type == VoxelType.INT8 ? bytes[o] : (short) SHORTS.get(bytes, o);
            all |= value;
            out[i] = (char) value;
        }
        for (int i = 0; all < 0 && i < count; i++) {
            checked((short) out[i]);
        }
    }

    private void wide(byte[] bytes, int offset, int stride, int count, char[] out) throws VolumeException {
        for (int i = 0, o = offset; i < count; i++, o += stride) {
            long value = switch (type) {
                case INT32 -> (int) INTS.get(bytes, o);
                case UINT32 -> (int) INTS.get(bytes, o) & 0xffffffffL;
                default -> (long) LONGS.get(bytes, o);
            };
            out[i] = checked(value);
        }
    }

    private void real(byte[] bytes, int offset, int stride, int count, char[] out) throws VolumeException {
        for (int i = 0, o = offset; i < count; i++, o += stride) {
            double value = switch (type) {
                case FLOAT16 -> Float.float16ToFloat((short) SHORTS.get(bytes, o));
                case FLOAT32 -> (float) FLOATS.get(bytes, o);
                default -> (double) DOUBLES.get(bytes, o);
            };
            out[i] = checked((long) value);
        }
    }

    private static char checked(long value) throws VolumeException {
        if (value < 0 || value > Character.MAX_VALUE) {
            throw new VolumeException(Kind.UNSUPPORTED, "A voxel has the value " + value
                    + ", but labels go from 0 to 65,535; is this a scan instead of a segmentation?");
        }
        return (char) value;
    }
}
