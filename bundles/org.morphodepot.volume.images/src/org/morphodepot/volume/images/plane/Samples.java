package org.morphodepot.volume.images.plane;

import java.awt.image.ColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferDouble;
import java.awt.image.DataBufferFloat;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferShort;
import java.awt.image.DataBufferUShort;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.morphodepot.volume.VoxelType;

/** Pixels of Java's images as little-endian values. Colours become their brightness (ITU-R BT.601). */
public final class Samples {

    private Samples() {
    }

    /** One value of {@code type} per pixel: the brightness of colours, else the first value. */
    public static byte[] grey(Raster raster, VoxelType type) {
        return raster.getNumBands() >= 3 ? brightness(raster, type) : first(raster, type);
    }

    /** The first value of each pixel; the raster has as many bits as {@code type} or fewer. */
    public static byte[] first(Raster raster, VoxelType type) {
        byte[] plain = plain(raster, type);
        return plain != null ? plain : oneByOne(raster, type);
    }

    /** Reverses the bytes of each value of {@code width} bytes. */
    public static void swap(byte[] bytes, int width) {
        for (int at = 0; width > 1 && at + width <= bytes.length; at += width) {
            for (int i = 0; i < width / 2; i++) {
                byte first = bytes[at + i];
                bytes[at + i] = bytes[at + width - 1 - i];
                bytes[at + width - 1 - i] = first;
            }
        }
    }

    /** The brightness of the colours that the pixels stand for: 8 bits. */
    public static byte[] grey(Raster raster, IndexColorModel colors) {
        byte[] palette = new byte[colors.getMapSize()];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = (byte) brightness(colors.getRed(i), colors.getGreen(i), colors.getBlue(i));
        }
        byte[] values = new byte[raster.getWidth() * raster.getHeight()];
        int[] row = new int[raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, 0, row);
            for (int x = 0; x < row.length; x++) {
                values[y * row.length + x] = row[x] < palette.length ? palette[row[x]] : 0;
            }
        }
        return values;
    }

    /** The type that holds one value per pixel of such images. */
    public static VoxelType type(Raster raster, ColorModel colors) {
        if (colors instanceof IndexColorModel) {
            return VoxelType.UINT8;
        }
        return switch (raster.getDataBuffer().getDataType()) {
            case DataBuffer.TYPE_USHORT -> raster.getSampleModel().getSampleSize(0) > 8 ? VoxelType.UINT16 : VoxelType.UINT8;
            case DataBuffer.TYPE_SHORT -> VoxelType.INT16;
            case DataBuffer.TYPE_INT -> raster.getSampleModel().getSampleSize(0) > 8 ? VoxelType.INT32 : VoxelType.UINT8;
            case DataBuffer.TYPE_FLOAT -> VoxelType.FLOAT32;
            case DataBuffer.TYPE_DOUBLE -> VoxelType.FLOAT64;
            default -> VoxelType.UINT8;
        };
    }

    private static long brightness(long red, long green, long blue) {
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }

    private static byte[] brightness(Raster raster, VoxelType type) {
        ByteBuffer out = buffer(raster, type);
        int width = raster.getWidth();
        int[][] bands = new int[3][width];
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int band = 0; band < 3; band++) {
                raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, band, bands[band]);
            }
            for (int x = 0; x < width; x++) {
                put(out, type, brightness(bands[0][x], bands[1][x], bands[2][x]));
            }
        }
        return out.array();
    }

    /** Whole rows of an array of the right type; null when the pixels lie otherwise. */
    private static byte[] plain(Raster raster, VoxelType type) {
        DataBuffer data = raster.getDataBuffer();
        int count = raster.getWidth() * raster.getHeight();
        if (!(raster.getSampleModel() instanceof ComponentSampleModel model) || model.getPixelStride() != 1
                || model.getScanlineStride() != raster.getWidth() || data.getOffset() != 0
                || raster.getSampleModelTranslateX() != 0 || raster.getSampleModelTranslateY() != 0
                || data.getSize() != count || DataBuffer.getDataTypeSize(data.getDataType()) != 8 * type.bytes()) {
            return null;
        }
        ByteBuffer out = buffer(raster, type);
        switch (data) {
            case DataBufferByte bytes -> out.put(bytes.getData());
            case DataBufferUShort shorts -> out.asShortBuffer().put(shorts.getData());
            case DataBufferShort shorts -> out.asShortBuffer().put(shorts.getData());
            case DataBufferInt ints -> out.asIntBuffer().put(ints.getData());
            case DataBufferFloat floats -> out.asFloatBuffer().put(floats.getData());
            case DataBufferDouble doubles -> out.asDoubleBuffer().put(doubles.getData());
            default -> {
                return null;
            }
        }
        return out.array();
    }

    private static byte[] oneByOne(Raster raster, VoxelType type) {
        ByteBuffer out = buffer(raster, type);
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                double value = raster.getSampleDouble(raster.getMinX() + x, raster.getMinY() + y, 0);
                switch (type) {
                    case FLOAT32 -> out.putFloat((float) value);
                    case FLOAT64 -> out.putDouble(value);
                    default -> put(out, type, (long) value);
                }
            }
        }
        return out.array();
    }

    private static void put(ByteBuffer out, VoxelType type, long value) {
        switch (type.bytes()) {
            case 1 -> out.put((byte) value);
            case 2 -> out.putShort((short) value);
            default -> out.putInt((int) value);
        }
    }

    private static ByteBuffer buffer(Raster raster, VoxelType type) {
        int bytes = Math.multiplyExact(Math.multiplyExact(raster.getWidth(), raster.getHeight()), type.bytes());
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
