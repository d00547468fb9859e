package org.morphodepot.volume.zarr.blosc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Frames that c-blosc made; see releng/interop/zarr-golden-frames.py. */
public record GoldenFrames(String compressor, int shuffle, String values, byte[] frame) {

    public static List<GoldenFrames> all() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                GoldenFrames.class.getResourceAsStream("/blosc-frames.tsv"), StandardCharsets.UTF_8))) {
            return in.lines().map(line -> line.split("\t"))
                    .map(f -> new GoldenFrames(f[0], Integer.parseInt(f[1]), f[2], Base64.getDecoder().decode(f[3])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the frame must decode to. */
    public byte[] expected() {
        return switch (values) {
            case "text" -> text(100, 0, 0);
            case "far" -> text(300, 11000, 300);
            default -> elements(300, Integer.parseInt(values.split(" ")[1]));
        };
    }

    static byte[] elements(int count, int size) {
        byte[] bytes = new byte[count * size];
        for (int i = 0; i < count; i++) {
            long value = i * 7 % 251 + i / 50 * 300;
            for (int b = 0; b < Math.min(size, 8); b++) {
                bytes[i * size + b] = (byte) (value >>> 8 * b);
            }
        }
        return bytes;
    }

    private static byte[] text(int before, int zeros, int after) {
        byte[] bytes = new byte[before + zeros + after];
        for (int i = 0; i < bytes.length; i++) {
            int j = i < before ? i : i - before - zeros;
            bytes[i] = i < before || j >= 0 ? (byte) (j * j * 31 >> 3) : 0;
        }
        return bytes;
    }

    @Override
    public String toString() {
        return compressor + " shuffle " + shuffle + " " + values;
    }
}
