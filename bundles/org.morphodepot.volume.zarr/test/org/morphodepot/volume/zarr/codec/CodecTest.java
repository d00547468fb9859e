package org.morphodepot.volume.zarr.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32C;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.morphodepot.testing.Damage;
import org.morphodepot.volume.VoxelType;

import com.github.luben.zstd.Zstd;

class CodecTest {

    private static final int SIZE = 5000;

    private final byte[] values = values();

    private static byte[] values() {
        byte[] bytes = new byte[SIZE];
        Random random = new Random(3);
        for (int i = 0; i < SIZE; i++) {
            bytes[i] = (byte) (i / 40 + random.nextInt(3));
        }
        return bytes;
    }

    private interface Wrapping {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] through(byte[] bytes, Wrapping wrapping) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (OutputStream out = wrapping.around(all)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return all.toByteArray();
    }

    /** Codecs with the stored form of {@link #values}. */
    private Map<ByteCodec, byte[]> compressed() {
        Map<ByteCodec, byte[]> all = new LinkedHashMap<>();
        all.put(new Deflated(), through(values, DeflaterOutputStream::new));
        all.put(new Gzip(), through(values, GZIPOutputStream::new));
        all.put(new Streamed("bz2", in -> new BZip2CompressorInputStream(in, true)), through(values, BZip2CompressorOutputStream::new));
        all.put(new Zstandard(), Zstd.compress(values));
        all.put(new Lz4(), lz4(values));
        return all;
    }

    private static byte[] lz4(byte[] bytes) {
        byte[] block = Lz4.compressor().compress(bytes);
        byte[] stored = new byte[4 + block.length];
        LittleEndian.putInt(stored, 0, bytes.length);
        System.arraycopy(block, 0, stored, 4, block.length);
        return stored;
    }

    private static byte[] decoded(ByteCodec codec, byte[] stored, int most) throws CodecException {
        byte[] shifted = new byte[stored.length + 8];
        System.arraycopy(stored, 0, shifted, 3, stored.length);
        Bytes room = new Bytes(new byte[most + 11], 6, most);
        Bytes result = codec.decode(new Bytes(shifted, 3, stored.length), room);
        return Arrays.copyOfRange(result.array(), result.offset(), result.end());
    }

    @Test
    void compressedValues_decode() throws CodecException {
        for (Map.Entry<ByteCodec, byte[]> entry : compressed().entrySet()) {
            assertArrayEquals(values, decoded(entry.getKey(), entry.getValue(), SIZE), entry.getKey().name());
        }
    }

    @Test
    void moreValuesThanTheChunkHolds_areRefused() {
        compressed().forEach((codec, stored) -> {
            for (int room : new int[] {SIZE - 1, SIZE / 2, 0}) {
                assertThrows(CodecException.class, () -> decoded(codec, stored, room), codec.name());
            }
        });
    }

    @Test
    void bomb_isRefusedWithoutInflatingIt() {
        byte[] bomb = through(new byte[50 << 20], GZIPOutputStream::new);
        CodecException e = assertThrows(CodecException.class, () -> decoded(new Gzip(), bomb, 1000));
        assertEquals("it inflates to more than the chunk holds", e.getMessage());
    }

    @Test
    void truncatedValues_areRefused() {
        compressed().forEach((codec, stored) -> {
            for (int length = 0; length < stored.length; length += 1 + stored.length / 50) {
                byte[] part = Arrays.copyOf(stored, length);
                assertThrows(CodecException.class, () -> decoded(codec, part, SIZE), codec.name() + " cut to "
                        + length);
            }
        });
    }

    @Test
    void damagedValues_decodeOrAreRefusedButNothingElse() {
        Random random = new Random(17);
        compressed().forEach((codec, stored) -> {
            for (int round = 0; round < Integer.getInteger("rounds", 300); round++) {
                byte[] damaged = stored.clone();
                int reach = round % 2 == 0 ? Math.min(24, damaged.length) : damaged.length;
                damaged[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
                try {
                    decoded(codec, damaged, SIZE);
                } catch (CodecException e) {
                    assertTrue(e.getMessage().length() > 5);
                }
            }
        });
    }

    /** Filters and checksums around compressed data, which may be anything, of any length. */
    @Test
    void anyBytesThroughFiltersAndChecksums_decodeOrAreRefused() {
        Elements shorts = new Elements(VoxelType.INT16, false);
        Elements floats = new Elements(VoxelType.FLOAT32, true);
        List<ByteCodec> filters = new ArrayList<>(List.of(new Delta(shorts, new Elements(VoxelType.INT8, false)),
                new Delta(floats, floats), new ByteShuffle(4), new FixedScaleOffset(floats, shorts, 10, 1000)));
        for (Checksum.Kind kind : Checksum.Kind.values()) {
            filters.add(new Checksum(kind, false));
            filters.add(new Checksum(kind, true));
        }
        Damage damage = new Damage(18);
        for (ByteCodec filter : filters) {
            for (Map.Entry<ByteCodec, byte[]> packed : compressed().entrySet()) {
                CodecChain chain = new CodecChain(List.of(filter, packed.getKey()));
                for (int round = 0; round < Damage.rounds(60); round++) {
                    byte[] bad = damage.of(packed.getValue());
                    int room = round % 3 == 0 ? SIZE : round * 37 % (2 * SIZE);
                    try {
                        decoded(filter, bad, room);
                        chain.decode(Bytes.of(bad), Bytes.of(new byte[room]));
                    } catch (CodecException e) {
                        assertTrue(e.getMessage().length() > 5);
                    } catch (RuntimeException | Error e) {
                        throw new AssertionError(filter.name() + " after " + packed.getKey().name() + ", round " + round, e);
                    }
                }
            }
        }
    }

    @Test
    void severalGzipMembers_areJoined() throws CodecException {
        byte[] first = through(Arrays.copyOf(values, 1234), GZIPOutputStream::new);
        byte[] second = through(Arrays.copyOfRange(values, 1234, SIZE), GZIPOutputStream::new);
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        assertArrayEquals(values, decoded(new Gzip(), both, SIZE));
    }

    @Test
    void gzipHeaderWithNameCommentAndExtra_isSkipped() throws CodecException {
        byte[] plain = through(values, GZIPOutputStream::new);
        byte[] extra = HexFormat.of()
                .parseHex("1f8b081e0000000000ff0300616263" + "6e616d6500" + "636f6d6d656e7400" + "0000");
        byte[] stored = Arrays.copyOf(extra, extra.length + plain.length - 10);
        System.arraycopy(plain, 10, stored, extra.length, plain.length - 10);
        assertArrayEquals(values, decoded(new Gzip(), stored, SIZE));
    }

    @Test
    void wrongGzipChecksum_isRefused() {
        byte[] stored = through(values, GZIPOutputStream::new);
        stored[stored.length - 6] ^= 1;
        CodecException e = assertThrows(CodecException.class, () -> decoded(new Gzip(), stored, SIZE));
        assertEquals("the gzip checksum does not match", e.getMessage());
    }

    @Test
    void checksum_isTakenOffWithoutCopying() throws CodecException {
        CRC32C crc = new CRC32C();
        crc.update(values);
        byte[] stored = Arrays.copyOf(values, SIZE + 4);
        LittleEndian.putInt(stored, SIZE, (int) crc.getValue());
        Bytes data = new Checksum(Checksum.Kind.CRC32C, false).decode(Bytes.of(stored), Bytes.of(new byte[0]));
        assertEquals(new Bytes(stored, 0, SIZE), data);
        stored[10] ^= 4;
        CodecException e = assertThrows(CodecException.class,
                () -> new Checksum(Checksum.Kind.CRC32C, false).decode(Bytes.of(stored), Bytes.of(new byte[0])));
        assertEquals("its crc32c checksum does not match", e.getMessage());
    }

    @Test
    void delta_sumsUpAndWrapsAround() throws CodecException {
        Elements shorts = new Elements(VoxelType.INT16, false);
        Elements bytes = new Elements(VoxelType.INT8, false);
        byte[] stored = {100, 100, -1, -128};
        byte[] expected = {100, 0, (byte) 200, 0, (byte) 199, 0, 71, 0};
        assertArrayEquals(expected, decoded(new Delta(shorts, bytes), stored, 8));
        assertArrayEquals(new byte[] {100, -56, -57, 71}, decoded(new Delta(bytes, bytes), stored, 4));
    }

    @Test
    void fixedScaleOffset_givesTheNumbersBack() throws CodecException {
        Elements floats = new Elements(VoxelType.FLOAT32, true);
        Elements stored = new Elements(VoxelType.UINT8, false);
        byte[] expected = new byte[8];
        floats.putBits(expected, 0, floats.toBits(1000));
        floats.putBits(expected, 4, floats.toBits(1000.7f));
        assertArrayEquals(expected, decoded(new FixedScaleOffset(floats, stored, 10, 1000), new byte[] {0, 7}, 8));
    }

    @Test
    void chain_runsBackwardsAndChecksTheLength() throws CodecException {
        byte[] shuffled = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            shuffled[i % 4 * SIZE / 4 + i / 4] = values[i];
        }
        CodecChain chain = new CodecChain(List.of(new ByteShuffle(4), new Zstandard(), new Lz4()));
        byte[] stored = lz4(Zstd.compress(shuffled));
        Bytes result = chain.decode(Bytes.of(stored), Bytes.of(new byte[SIZE]));
        assertArrayEquals(values, Arrays.copyOfRange(result.array(), result.offset(), result.end()));
        CodecException e = assertThrows(CodecException.class,
                () -> chain.decode(Bytes.of(stored), Bytes.of(new byte[SIZE + 4])));
        assertEquals("it holds 5000 bytes instead of 5004", e.getMessage());
    }

    @Test
    void chainThatEndsWithAChecksum_copiesOutOfBorrowedMemory() throws CodecException {
        CRC32C crc = new CRC32C();
        crc.update(values);
        byte[] summed = Arrays.copyOf(values, SIZE + 4);
        LittleEndian.putInt(summed, SIZE, (int) crc.getValue());
        CodecChain chain = new CodecChain(List.of(new Checksum(Checksum.Kind.CRC32C, false), new Zstandard()));
        byte[] room = new byte[SIZE];
        assertTrue(chain.decode(Bytes.of(Zstd.compress(summed)), Bytes.of(room)).isWhole(room));
        assertArrayEquals(values, room);
    }

    @Test
    void elements_keepEveryValueOfEveryTypeAndOrder() {
        Random random = new Random(5);
        for (VoxelType type : VoxelType.values()) {
            for (boolean bigEndian : new boolean[] {false, true}) {
                Elements elements = new Elements(type, bigEndian);
                byte[] bytes = new byte[12];
                long mask = type.bytes() == 8 ? -1 : (1L << 8 * type.bytes()) - 1;
                long bits = random.nextLong() & mask;
                elements.putBits(bytes, 2, bits);
                assertEquals(bits, elements.bits(bytes, 2), type + " " + bigEndian);
                assertEquals((byte) bits, bytes[bigEndian ? 1 + type.bytes() : 2]);
            }
        }
        Elements longs = new Elements(VoxelType.UINT64, false);
        assertEquals(0x1p64 - 2048, longs.toDouble(longs.toBits(0x1p64 - 2048)));
    }
}
