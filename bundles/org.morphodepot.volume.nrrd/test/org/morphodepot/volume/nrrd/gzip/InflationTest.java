package org.morphodepot.volume.nrrd.gzip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What any deflater writes comes back from either inflater, and what zlib takes of damaged data the other takes alike. */
class InflationTest {

    private static final int[] STRATEGIES = {Deflater.DEFAULT_STRATEGY, Deflater.FILTERED, Deflater.HUFFMAN_ONLY};
    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void data_comesBackWhateverItsKindLevelAndThePiecesItIsReadIn(boolean isal) throws IOException {
        assumeTrue(!isal || Isal.isHere());
        for (int i = 0; i < 200; i++) {
            byte[] data = data(random.nextInt(200_000));
            byte[] packed = deflated(data, random.nextInt(10), STRATEGIES[random.nextInt(3)]);
            assertArrayEquals(data, inflated(isal, packed, 1 + random.nextInt(100_000)), "round " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void singleBytes_comeBack(boolean isal) throws IOException {
        assumeTrue(!isal || Isal.isHere());
        byte[] data = data(3000);
        assertArrayEquals(data, inflated(isal, deflated(data, 6, Deflater.DEFAULT_STRATEGY), 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatStandsBehind_isLeftInTheInput(boolean isal) throws IOException {
        assumeTrue(!isal || Isal.isHere());
        for (int i = 0; i < 200; i++) {
            byte[] data = data(1 + random.nextInt(90_000));
            byte[] packed = deflated(data, random.nextInt(10), Deflater.DEFAULT_STRATEGY);
            byte[] more = Arrays.copyOf(packed, packed.length + 12);
            Arrays.fill(more, packed.length, more.length, (byte) 77);
            StoredBytes in = new StoredBytes(slow(more));
            Inflation inflation = inflation(isal, in);
            byte[] room = new byte[data.length + 1];
            assertEquals(data.length, inflation.read(room, 0, room.length), "round " + i);
            assertTrue(inflation.isFinished());
            for (int k = 0; k < 12; k++) {
                assertEquals(77, in.next(), "round " + i);
            }
            assertEquals(-1, in.next(), "round " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cutData_givesAStartOfIt(boolean isal) throws IOException {
        assumeTrue(!isal || Isal.isHere());
        byte[] data = data(20_000);
        byte[] packed = deflated(data, 6, Deflater.DEFAULT_STRATEGY);
        for (int length = 0; length < packed.length; length += 1 + packed.length / 500) {
            byte[] start = inflated(isal, Arrays.copyOf(packed, length), 4096);
            assertArrayEquals(Arrays.copyOf(data, start.length), start);
            assertEquals(zlib(Arrays.copyOf(packed, length)).length(), start.length, 300, "cut at " + length);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void damagedData_isTakenAsZlibTakesItOrRefused(boolean isal) throws IOException {
        assumeTrue(!isal || Isal.isHere());
        int refused = 0;
        for (int i = 0; i < 1500; i++) {
            byte[] packed = deflated(data(200 + random.nextInt(3000)), 1 + random.nextInt(9), Deflater.DEFAULT_STRATEGY);
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                packed[random.nextInt(random.nextBoolean() ? packed.length : Math.min(60, packed.length))] ^=
                        (byte) (1 << random.nextInt(8));
            }
            refused += checkLikeZlib(isal, packed) ? 0 : 1;
        }
        assertTrue(refused > 200, "refused " + refused);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noise_isTakenAsZlibTakesItOrRefused(boolean isal) {
        assumeTrue(!isal || Isal.isHere());
        for (int i = 0; i < 3000; i++) {
            byte[] packed = new byte[1 + random.nextInt(120)];
            random.nextBytes(packed);
            packed[0] = (byte) (packed[0] & 0xf8 | 1 + 2 * (1 + random.nextInt(2)));
            checkLikeZlib(isal, packed);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void repeatOfWhatWasNeverThere_isRefused(boolean isal) {
        assumeTrue(!isal || Isal.isHere());
        byte[] repeatAtTheStart = {0x03, 0x02}; // fixed codes, length 3, distance 1
        assertThrows(IOException.class, () -> inflated(isal, repeatAtTheStart, 100));
    }

    /** A checksum behind the stream finds what is taken but damaged. */
    private boolean checkLikeZlib(boolean isal, byte[] packed) {
        Zlib expected = zlib(packed);
        try {
            byte[] bytes = inflated(isal, packed, 1 + random.nextInt(50_000));
            if (!expected.refused() && expected.finished()) {
                assertArrayEquals(expected.bytes(), bytes);
            }
            return true;
        } catch (IOException e) {
            assertFalse(!expected.refused() && expected.finished(), "zlib takes it");
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

    private static Inflation inflation(boolean isal, StoredBytes in) {
        return isal ? new IsalInflation(in) : new ZlibInflation(in);
    }

    private byte[] inflated(boolean isal, byte[] packed, int pieces) throws IOException {
        Inflation inflation = inflation(isal, new StoredBytes(slow(packed)));
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
