package org.morphodepot.volume.images.nifti;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Makes small NIfTI-1 files of 16-bit values 0, 1, 2, … */
public final class NiftiFile {

    private final ByteBuffer header;
    private final int values;

    private NiftiFile(ByteOrder order, int x, int y, int z) {
        header = ByteBuffer.allocate(352).order(order);
        values = x * y * z;
        header.putInt(0, 348).putShort(40, (short) 3).putShort(42, (short) x).putShort(44, (short) y).putShort(46, (short) z);
        header.putShort(70, (short) 4).putShort(72, (short) 16).putFloat(108, 352);
        header.putFloat(76, 1).putFloat(80, 0.5f).putFloat(84, 0.75f).putFloat(88, 2);
        header.put(123, (byte) 2).put(344, "n+1\0".getBytes(StandardCharsets.ISO_8859_1));
    }

    public static NiftiFile of(ByteOrder order, int x, int y, int z) {
        return new NiftiFile(order, x, y, z);
    }

    NiftiFile put(int at, int value) {
        header.putShort(at, (short) value);
        return this;
    }

    NiftiFile put(int at, float... values) {
        for (int i = 0; i < values.length; i++) {
            header.putFloat(at + 4 * i, values[i]);
        }
        return this;
    }

    public byte[] bytes() {
        ByteBuffer all = ByteBuffer.allocate(352 + 2 * values).order(header.order());
        all.put(header.duplicate().clear());
        for (int i = 0; i < values; i++) {
            all.putShort((short) i);
        }
        return all.array();
    }

    public byte[] gzipped() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes());
        }
        return out.toByteArray();
    }
}
