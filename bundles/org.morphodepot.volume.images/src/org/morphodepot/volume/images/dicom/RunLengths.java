package org.morphodepot.volume.images.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Run-length coding of DICOM (PS3.5, annex G): up to 15 segments, one for each byte of each sample, the most significant byte
 * first, each packed as PackBits does.
 */
final class RunLengths {

    private static final int HEAD = 64;

    private RunLengths() {
    }

    /** Little-endian values; of colours each pixel's three beside each other. */
    static byte[] unpack(byte[] packed, PixelFormat format) throws IOException {
        int width = format.allocated() / 8;
        int segments = width * format.samples();
        ByteBuffer head = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        if (packed.length < HEAD || head.getInt(0) != segments) {
            throw new IOException("its run lengths are damaged");
        }
        int pixels = Math.multiplyExact(format.columns(), format.rows());
        byte[] out = new byte[Math.multiplyExact(pixels, segments)];
        for (int segment = 0; segment < segments; segment++) {
            int from = head.getInt(4 + 4 * segment);
            int to = segment + 1 < segments ? head.getInt(8 + 4 * segment) : packed.length;
            if (from < HEAD || to < from || to > packed.length) {
                throw new IOException("its run lengths are damaged");
            }
            int sample = segment / width;
            int place = sample * width + width - 1 - segment % width;
            unpack(packed, from, to, out, place, segments, pixels);
        }
        return out;
    }

    private static void unpack(byte[] packed, int from, int to, byte[] out, int place, int step, int pixels) throws IOException {
        int at = from;
        int pixel = 0;
        while (pixel < pixels && at < to) {
            int code = packed[at++];
            if (code == -128) {
                continue;
            }
            int run = Math.min(code >= 0 ? code + 1 : 1 - code, pixels - pixel);
            if (at + (code >= 0 ? run : 1) > to) {
                break;
            }
            for (int i = 0; i < run; i++) {
                out[place + (pixel + i) * step] = packed[code >= 0 ? at + i : at];
            }
            pixel += run;
            at += code >= 0 ? run : 1;
        }
        if (pixel < pixels) {
            throw new IOException("its run lengths end early");
        }
    }
}
