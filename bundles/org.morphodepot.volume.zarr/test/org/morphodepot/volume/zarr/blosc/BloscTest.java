package org.morphodepot.volume.zarr.blosc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.codec.CodecException;

class BloscTest {

    private final Blosc blosc = new Blosc();

    static List<GoldenFrames> golden() {
        return GoldenFrames.all();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void frameOfCBlosc_decodes(GoldenFrames golden) throws CodecException {
        byte[] room = new byte[golden.expected().length];
        assertArrayEquals(golden.expected(), toArray(blosc.decode(Bytes.of(golden.frame()), Bytes.of(room))));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void frame_decodesAtAnOffset(GoldenFrames golden) throws CodecException {
        byte[] stored = new byte[golden.frame().length + 20];
        System.arraycopy(golden.frame(), 0, stored, 7, golden.frame().length);
        byte[] room = new byte[golden.expected().length + 9];
        Bytes values = blosc.decode(new Bytes(stored, 7, golden.frame().length + 13),
                new Bytes(room, 5, room.length - 9));
        assertArrayEquals(golden.expected(), toArray(values));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void truncatedFrame_isRefused(GoldenFrames golden) {
        byte[] room = new byte[golden.expected().length];
        for (int length = 0; length < golden.frame().length; length += 3) {
            Bytes stored = new Bytes(golden.frame(), 0, length);
            assertThrows(CodecException.class, () -> blosc.decode(stored, Bytes.of(room)));
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void damagedFrame_decodesOrIsRefusedButNothingElse(GoldenFrames golden) {
        Random random = new Random(41);
        for (int round = 0; round < Integer.getInteger("rounds", 300); round++) {
            byte[] frame = golden.frame().clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                int at = random.nextBoolean() ? random.nextInt(Math.min(40, frame.length))
                        : random.nextInt(frame.length);
                frame[at] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                blosc.decode(Bytes.of(frame), Bytes.of(new byte[golden.expected().length]));
            } catch (CodecException e) {
                assertTrue(e.getMessage().length() > 5);
            }
        }
    }

    @Test
    void frameLargerThanItsRoom_isRefusedBeforeDecoding() {
        byte[] frame;
        try (BloscWriter writer = BloscWriter.lz4(2)) {
            frame = writer.encode(Bytes.of(new byte[100_000]));
        }
        CodecException e = assertThrows(CodecException.class,
                () -> blosc.decode(Bytes.of(frame), Bytes.of(new byte[99_999])));
        assertEquals("it inflates to more than the chunk holds", e.getMessage());
    }

    @Test
    void snappyFrame_isRefusedByName() {
        byte[] frame = GoldenFrames.all().get(4).frame().clone();
        frame[2] = (byte) (frame[2] & 0x1f | BloscHeader.SNAPPY << 5);
        CodecException e = assertThrows(CodecException.class,
                () -> blosc.decode(Bytes.of(frame), Bytes.of(new byte[600])));
        assertEquals("blosc with snappy is not supported", e.getMessage());
    }

    @Test
    void writtenFrames_areReadBack() throws CodecException {
        for (int typeSize : new int[] {1, 2, 3, 4, 8, 16, 17, 255}) {
            for (int count : new int[] {0, 1, 7, 129, 1000, 70_001}) {
                roundTrip(typeSize, GoldenFrames.elements(count, typeSize));
                byte[] noise = new byte[count * typeSize + 1];
                new Random(count).nextBytes(noise);
                roundTrip(typeSize, noise);
            }
        }
    }

    private void roundTrip(int typeSize, byte[] values) throws CodecException {
        try (BloscWriter lz4 = BloscWriter.lz4(typeSize); BloscWriter zstd = BloscWriter.zstd(typeSize, 1)) {
            for (BloscWriter writer : List.of(lz4, zstd)) {
                byte[] frame = writer.encode(Bytes.of(values));
                assertTrue(frame.length <= values.length + 16);
                byte[] room = new byte[values.length];
                assertArrayEquals(values, toArray(blosc.decode(Bytes.of(frame), Bytes.of(room))), "type size "
                        + typeSize);
            }
        }
    }

    @Test
    void bitMatrix_transposedTwiceIsItself() {
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            long rows = random.nextLong();
            long columns = BitShuffle.transposed(rows);
            assertEquals(rows, BitShuffle.transposed(columns));
            for (int bit = 0; bit < 64; bit++) {
                assertEquals(rows >>> bit & 1, columns >>> (bit % 8 * 8 + bit / 8) & 1);
            }
        }
    }

    private static byte[] toArray(Bytes bytes) {
        return Arrays.copyOfRange(bytes.array(), bytes.offset(), bytes.end());
    }
}
