package org.morphodepot.volume.images.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Makes small DICOM files in explicit little-endian form, 16 bits, 3 x 2 pixels. */
public final class DicomSlice {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private DicomSlice(String syntax) {
        out.writeBytes(new byte[128]);
        out.writeBytes("DICM".getBytes(StandardCharsets.ISO_8859_1));
        text(Tag.TRANSFER_SYNTAX, "UI", syntax);
    }

    /** Slice {@code z} of a series, 2 mm from the next, all pixels {@code value}. */
    public static byte[] plain(int z, int value) {
        DicomSlice slice = new DicomSlice(DicomFile.EXPLICIT).head("1.2.3", z);
        ByteBuffer pixels = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        while (pixels.hasRemaining()) {
            pixels.putShort((short) value);
        }
        return slice.pixels(pixels.array());
    }

    /** The same with run lengths: one segment for the upper bytes, one for the lower. */
    static byte[] packed(int z, int value) {
        DicomSlice slice = new DicomSlice("1.2.840.10008.1.2.5").head("1.2.3", z);
        ByteBuffer rle = ByteBuffer.allocate(68).order(ByteOrder.LITTLE_ENDIAN).putInt(2).putInt(64).putInt(66);
        rle.put(64, (byte) -5).put(65, (byte) (value >> 8)).put(66, (byte) -5).put(67, (byte) value);
        return slice.fragments(rle.array());
    }

    static byte[] of(String syntax, String series, int z, byte[] pixels) {
        return new DicomSlice(syntax).head(series, z).pixels(pixels);
    }

    private DicomSlice head(String series, int z) {
        text(Tag.MODALITY, "CS", "CT");
        text(Tag.SERIES, "UI", series);
        text(Tag.INSTANCE_NUMBER, "IS", Integer.toString(100 - z));
        text(Tag.POSITION, "DS", "10\\20\\" + (30 + 2 * z));
        text(Tag.ORIENTATION, "DS", "1\\0\\0\\0\\1\\0");
        number(Tag.SAMPLES, 1);
        number(Tag.ROWS, 2);
        number(Tag.COLUMNS, 3);
        text(Tag.PIXEL_SPACING, "DS", "0.7\\0.5");
        number(Tag.BITS_ALLOCATED, 16);
        number(Tag.BITS_STORED, 12);
        number(Tag.SIGNED, 0);
        text(Tag.INTERCEPT, "DS", "-1000");
        text(Tag.SLOPE, "DS", "1");
        return this;
    }

    private void element(int tag, String form) {
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putShort((short) (tag >>> 16)).putShort((short) tag)
                .array());
        out.writeBytes(form.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void text(int tag, String form, String value) {
        String even = value.length() % 2 == 0 ? value : value + " ";
        element(tag, form);
        out.writeBytes(new byte[] {(byte) even.length(), 0});
        out.writeBytes(even.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void number(int tag, int value) {
        element(tag, "US");
        out.writeBytes(new byte[] {2, 0, (byte) value, (byte) (value >> 8)});
    }

    private byte[] pixels(byte[] bytes) {
        element(Tag.PIXEL_DATA, "OW");
        out.writeBytes(ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0).putInt(bytes.length).array());
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private byte[] fragments(byte[] packed) {
        element(Tag.PIXEL_DATA, "OB");
        out.writeBytes(new byte[] {0, 0, -1, -1, -1, -1});
        item(Tag.ITEM, new byte[0]);
        item(Tag.ITEM, packed);
        item(Tag.SEQUENCE_END, new byte[0]);
        return out.toByteArray();
    }

    private void item(int tag, byte[] bytes) {
        element(tag, "");
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length).array());
        out.writeBytes(bytes);
    }

}
