package org.morphodepot.volume.nrrd.gzip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import org.junit.jupiter.api.Test;

/** What any deflater writes comes back, and what is damaged is taken or refused as zlib does. */
class InflationTest {

    private static final int[] STRATEGIES = {Deflater.DEFAULT_STRATEGY, Deflater.FILTERED, Deflater.HUFFMAN_ONLY};
    private final Random random = new Random(7);

    @Test
    void data_comesBackWhateverItsKindLevelAndThePiecesItIsReadIn() throws IOException {
        for (int i = 0; i < 200; i++) {
            byte[] data = data(random.nextInt(200_000));
            byte[] packed = deflated(data, random.nextInt(10), STRATEGIES[random.nextInt(3)]);
            assertArrayEquals(data, inflated(packed, 1 + random.nextInt(100_000)), "round " + i);
        }
    }

    @Test
    void singleBytes_comeBack() throws IOException {
        byte[] data = data(3000);
        assertArrayEquals(data, inflated(deflated(data, 6, Deflater.DEFAULT_STRATEGY), 1));
    }

    @Test
    void cutData_givesTheSameStartAsZlib() throws IOException {
        byte[] data = data(20_000);
        byte[] packed = deflated(data, 6, Deflater.DEFAULT_STRATEGY);
        for (int length = 0; length < packed.length; length += 1 + packed.length / 500) {
            byte[] start = inflated(Arrays.copyOf(packed, length), 4096);
            assertArrayEquals(Arrays.copyOf(data, start.length), start);
            assertEquals(zlib(Arrays.copyOf(packed, length)).length(), start.length, 300, "cut at " + length);
        }
    }

    @Test
    void damagedData_isTakenOrRefusedAsZlibDoes() throws IOException {
        int refused = 0;
        for (int i = 0; i < 1500; i++) {
            byte[] packed = deflated(data(200 + random.nextInt(3000)), 1 + random.nextInt(9), Deflater.DEFAULT_STRATEGY);
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                packed[random.nextInt(random.nextBoolean() ? packed.length : Math.min(60, packed.length))] ^=
                        (byte) (1 << random.nextInt(8));
            }
            refused += checkLikeZlib(packed) ? 0 : 1;
        }
        assertEquals(true, refused > 200, "refused " + refused);
    }

    @Test
    void noise_isTakenOrRefusedAsZlibDoes() {
        for (int i = 0; i < 15_000; i++) {
            byte[] packed = new byte[1 + random.nextInt(120)];
            random.nextBytes(packed);
            packed[0] = (byte) (packed[0] & 0xf8 | 1 + 2 * (1 + random.nextInt(2)));
            checkLikeZlib(packed);
        }
    }

    @Test
    void repeatOfWhatWasNeverThere_isRefused() {
        byte[] repeatAtTheStart = {0x03, 0x02}; // fixed codes, length 3, distance 1
        assertThrows(IOException.class, () -> inflated(repeatAtTheStart, 100));
    }

    private boolean checkLikeZlib(byte[] packed) {
        Zlib expected = zlib(packed);
        try {
            byte[] bytes = inflated(packed, 1 + random.nextInt(50_000));
            assertEquals(false, expected.refused() && bytes.length > expected.length() + 300);
            if (!expected.refused() && expected.finished()) {
                assertArrayEquals(expected.bytes(), bytes);
            }
            return true;
        } catch (IOException e) {
            assertEquals(true, expected.refused(), "zlib takes it");
            return false;
        }
    }

    private record Zlib(byte[] bytes, boolean refused, boolean finished) {
        int length() {
            return bytes.length;
        }
    }

    private static Zlib zlib(byte[] packed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed);
            int count;
            while ((count = inflater.inflate(buffer)) > 0) {
                out.write(buffer, 0, count);
            }
            return new Zlib(out.toByteArray(), false, inflater.finished());
        } catch (DataFormatException e) {
            return new Zlib(out.toByteArray(), true, false);
        }
    }

    private byte[] inflated(byte[] packed, int pieces) throws IOException {
        Inflation inflation = new Inflation(new BitSource(slow(packed)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[pieces + 5];
        int count;
        do {
            count = inflation.read(buffer, 5, pieces);
            out.write(buffer, 5, count);
        } while (count == pieces);
        return out.toByteArray();
    }

    /** A stream that gives as much as it likes. */
    private InputStream slow(byte[] packed) {
        return new ByteArrayInputStream(packed) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1 + random.nextInt(40_000)));
            }
        };
    }

    /** Noise of few or many values, runs, and repeats from near and far. */
    private byte[] data(int length) {
        byte[] data = new byte[length];
        int values = 1 << random.nextInt(9);
        for (int at = 0; at < length;) {
            int run = Math.min(length - at, 1 + random.nextInt(random.nextBoolean() ? 5 : 2000));
            int kind = random.nextInt(3);
            int back = 1 + random.nextInt(random.nextBoolean() ? 12 : 32_768);
            for (int i = at; i < at + run; i++) {
                data[i] = kind == 0 ? (byte) random.nextInt(values) : kind == 1 || i < back ? (byte) values : data[i - back];
            }
            at += run;
        }
        return data;
    }

    private static byte[] deflated(byte[] data, int level, int strategy) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (Deflater deflater = new Deflater(level, true)) {
            deflater.setStrategy(strategy);
            deflater.setInput(data);
            deflater.finish();
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return out.toByteArray();
    }
}
