package org.morphodepot.volume.nrrd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Volume;

/** Every scalar type in every encoding and byte order becomes the same little-endian values. */
class ScalarValuesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"signed char, int8", "int8_t, int8", "char, int8", "uchar, uint8", "UNSIGNED  Char, uint8",
            "uint8, uint8",
            "short, int16", "signed short int, int16", "ushort, uint16", "unsigned short int, uint16", "int, int32",
            "signed int, int32", "uint, uint32", "uint32_t, uint32", "longlong, int64", "signed long long int, int64",
            "ulonglong, uint64", "unsigned long long int, uint64", "float, float32", "double, float64"})
    void typeWords_areUnderstood(String word, String id) throws IOException {
        Path file = Nrrd.of(word, "1 1 1").data(new byte[8]).write(folder.resolve("a.nrrd"));
        try (Dataset dataset = NrrdFiles.open(file)) {
            assertEquals(id, dataset.info().type());
        }
    }

    @ParameterizedTest
    @CsvSource({"int8, 1", "uint8, 1", "int16, 2", "uint16, 2", "int32, 4", "uint32, 4", "int64, 8", "uint64, 8",
            "float, 4",
            "double, 8"})
    void bothByteOrdersAndAllEncodings_giveTheSameBytes(String type, int step) throws IOException {
        byte[] little = little(type, step);
        byte[] big = reversed(little, step);
        String hex = HexFormat.of().formatHex(big).toUpperCase(java.util.Locale.ROOT).replaceAll("(.{10})", "$1\n");

        check(little, file(type).data(little));
        check(little, file(type).with("endian", "big").data(big));
        check(little, file(type).with("endian", "big").with("encoding", "gz").data(Nrrd.gzip(big)));
        check(little, file(type).with("endian", "big").with("encoding", "HEX").data(ascii(hex)));
        check(little, file(type).without("endian").with("encoding", "txt").data(ascii(text(little, type, step))));
    }

    @ParameterizedTest
    @CsvSource({"uint8, 255", "int8, -128", "uint16, 65535", "int16, -32768", "uint32, 4294967295",
            "int32, -2147483648",
            "uint64, 18446744073709551615"})
    void largestText_fits(String type, String digits) throws IOException {
        Path file = Nrrd.of(type, "1 1"
                + " 1").with("encoding", "ascii").data(ascii(digits)).write(folder.resolve("a.nrrd"));
        try (Dataset dataset = NrrdFiles.open(file); Volume volume = dataset.volume()) {
            Chunk chunk = volume.read(new ChunkKey(0, 0, 0, 0));
            assertEquals(Double.parseDouble(digits), chunk.value(0, 0, 0));
        }
    }

    @Test
    void text_mayHaveCommasAndSpecialNumbers() throws IOException {
        Path file = Nrrd.of("float", "2 2 1").with("encoding", "text").data(ascii("nan, -inf,\t1e3\r\n  inf"))
                .write(folder.resolve("a.nrrd"));
        try (Dataset dataset = NrrdFiles.open(file)) {
            ByteBuffer values = ByteBuffer.wrap(NrrdFiles.values(dataset)).order(ByteOrder.LITTLE_ENDIAN);
            assertEquals(Float.NaN, values.getFloat());
            assertEquals(Float.NEGATIVE_INFINITY, values.getFloat());
            assertEquals(1000f, values.getFloat());
            assertEquals(Float.POSITIVE_INFINITY, values.getFloat());
        }
    }

    private Nrrd file(String type) {
        return Nrrd.of(type, "2 3 2");
    }

    private void check(byte[] expected, Nrrd nrrd) throws IOException {
        Path file = nrrd.write(folder.resolve("a.nrrd"));
        try (Dataset dataset = NrrdFiles.open(file); Volume volume = dataset.volume()) {
            assertArrayEquals(expected, NrrdFiles.values(dataset));
            assertArrayEquals(expected, volume.read(new ChunkKey(0, 0, 0, 0)).voxels().bytes());
        }
    }

    private static byte[] little(String type, int step) {
        ByteBuffer bytes = ByteBuffer.allocate(12 * step).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 12; i++) {
            switch (type) {
                case "float" -> bytes.putFloat(-1.5f + i);
                case "double" -> bytes.putDouble(-1e300 * i);
                default -> {
                    long value = type.startsWith("u") ? 0x0102030405060708L * (i + 1) : -0x0102030405060708L * i;
                    for (int b = 0; b < step; b++) {
                        bytes.put((byte) (value >>> 8 * b));
                    }
                }
            }
        }
        return bytes.array();
    }

    private static String text(byte[] little, String type, int step) {
        ByteBuffer bytes = ByteBuffer.wrap(little).order(ByteOrder.LITTLE_ENDIAN);
        StringBuilder text = new StringBuilder();
        while (bytes.hasRemaining()) {
            text.append(switch (type) {
                case "float" -> Float.toString(bytes.getFloat());
                case "double" -> Double.toString(bytes.getDouble());
                case "uint64" -> Long.toUnsignedString(bytes.getLong());
                default -> integer(bytes, step, type.startsWith("u"));
            }).append(bytes.position() % 3 == 0 ? "\n" : " ");
        }
        return text.toString();
    }

    private static String integer(ByteBuffer bytes, int step, boolean unsigned) {
        long value = switch (step) {
            case 1 -> bytes.get();
            case 2 -> bytes.getShort();
            case 4 -> bytes.getInt();
            default -> bytes.getLong();
        };
        return Long.toString(unsigned ? value & (1L << 8 * step) - 1 : value);
    }

    private static byte[] reversed(byte[] bytes, int step) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i / step * step + step - 1 - i % step] = bytes[i];
        }
        return reversed;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
