package org.morphodepot.volume.images.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Makes small uncompressed TIFF files of 16-bit values 0, 1, 2, … with one strip per page. */
public final class TiffStack {

    private static final int HEAD = 8;

    private TiffStack() {
    }

    /** {@code pages} pages of 4 x 3; the description goes to the first; {@code behind} more slices follow without pages. */
    public static byte[] of(int pages, int behind, String description) {
        byte[] text = (description + "\0").getBytes(StandardCharsets.ISO_8859_1);
        int page = 2 * 12;
        int data = HEAD + text.length + text.length % 2 + 16;
        int directories = data + page * (pages + behind);
        int entries = 11;
        int directory = 2 + 12 * entries + 4;
        ByteBuffer out = ByteBuffer.allocate(directories + pages * directory).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directories).put(text);
        out.position(data - 16).putInt(25).putInt(1).putInt(20).putInt(1);
        for (int i = 0; i < 12 * (pages + behind); i++) {
            out.putShort((short) i);
        }
        for (int i = 0; i < pages; i++) {
            out.putShort((short) entries);
            entry(out, 256, 3, 1, 4);
            entry(out, 257, 3, 1, 3);
            entry(out, 258, 3, 1, 16);
            entry(out, 259, 3, 1, 1);
            entry(out, 262, 3, 1, 1);
            entry(out, 270, 2, i == 0 ? text.length : 1, i == 0 ? HEAD : 0);
            entry(out, 273, 4, 1, data + i * page);
            entry(out, 278, 3, 1, 3);
            entry(out, 279, 4, 1, page);
            entry(out, 282, 5, 1, data - 16);
            entry(out, 283, 5, 1, data - 8);
            out.putInt(i + 1 < pages ? directories + (i + 1) * directory : 0);
        }
        return out.array();
    }

    private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
        out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
