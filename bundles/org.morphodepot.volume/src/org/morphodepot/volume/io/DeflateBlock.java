package org.morphodepot.volume.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * One block on its way through {@link ParallelGzipOutputStream}: the input with the 32 KiB before it, then the
 * output.
 */
final class DeflateBlock {

    static final int WINDOW = 32 << 10;
    private static final int SAMPLE = 8 << 10;

    private final byte[] input = new byte[WINDOW + ParallelGzipOutputStream.BLOCK];
    private int dictionary;
    private int end;
    private byte[] output = new byte[ParallelGzipOutputStream.BLOCK / 4];
    private int compressed;

    /** Starts over, remembering the end of {@code before} as dictionary. */
    void startAfter(DeflateBlock before) {
        int known = Math.min(WINDOW, before.end);
        System.arraycopy(before.input, before.end - known, input, 0, known);
        start(known);
    }

    /** Starts over without a dictionary. */
    void start() {
        start(0);
    }

    private void start(int known) {
        dictionary = known;
        end = known;
        compressed = 0;
    }

    boolean isFull() {
        return end - dictionary == ParallelGzipOutputStream.BLOCK;
    }

    /** Takes as many bytes as there is room for and returns their number. */
    int fill(byte[] bytes, int offset, int count) {
        int taken = Math.min(count, dictionary + ParallelGzipOutputStream.BLOCK - end);
        System.arraycopy(bytes, offset, input, end, taken);
        end += taken;
        return taken;
    }

    /** Length of the input including the dictionary. */
    int end() {
        return end;
    }

    int dictionary() {
        return dictionary;
    }

    /** Whether dictionary and input are one byte value throughout, as in the background of a segmentation. */
    boolean isUniform() {
        return end > 1 && Arrays.equals(input, 0, end - 1, input, 1, end);
    }

    byte firstByte() {
        return input[0];
    }

    /** Whether a sample from the middle of the input does not even shrink to a third. */
    boolean isNoise(Deflater deflater) {
        int length = Math.min(SAMPLE, end - dictionary);
        deflater.reset();
        deflater.setInput(input, dictionary + (end - dictionary - length) / 2, length);
        deflater.finish();
        deflater.deflate(output, 0, length / 3);
        return !deflater.finished();
    }

    /** Compresses the input, ending on a byte boundary, or ending the stream when {@code last}. */
    void deflate(Deflater deflater, boolean last) {
        deflater.reset();
        if (dictionary > 0) {
            deflater.setDictionary(input, 0, dictionary);
        }
        deflater.setInput(input, dictionary, end - dictionary);
        if (last) {
            deflater.finish();
        }
        int mode = last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH;
        int room;
        do {
            if (compressed == output.length) {
                output = Arrays.copyOf(output, 2 * output.length);
            }
            room = output.length - compressed;
            compressed += deflater.deflate(output, compressed, room, mode);
        } while (last ? !deflater.finished() : compressed == output.length);
    }

    byte[] compressed() {
        return Arrays.copyOf(output, compressed);
    }

    /** Takes a result computed for an equal block. */
    void takeCompressed(byte[] known) {
        if (output.length < known.length) {
            output = new byte[known.length];
        }
        System.arraycopy(known, 0, output, 0, known.length);
        compressed = known.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(output, 0, compressed);
    }
}
