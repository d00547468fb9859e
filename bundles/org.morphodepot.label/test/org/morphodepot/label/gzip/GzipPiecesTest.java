package org.morphodepot.label.gzip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GzipPiecesTest {

    private record Bytes(byte[] bytes) implements Piece {

        @Override
        public int length() {
            return bytes.length;
        }

        @Override
        public void fill(byte[] into) {
            System.arraycopy(bytes, 0, into, 0, bytes.length);
        }
    }

    private record Filled(int value, int length, AtomicInteger fills) implements Piece {

        @Override
        public OptionalInt everyByte() {
            return OptionalInt.of(value);
        }

        @Override
        public void fill(byte[] into) {
            fills.incrementAndGet();
            Arrays.fill(into, 0, length, (byte) value);
        }
    }

    private static byte[] gzip(List<? extends Piece> pieces, int value, int row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GzipPieces gzip = new GzipPieces(out, value, row)) {
            for (Piece piece : pieces) {
                gzip.add(piece);
            }
            gzip.finish();
        }
        return out.toByteArray();
    }

    private static void check(List<byte[]> parts, int value, int row) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        byte[] packed = gzip(parts.stream().map(Bytes::new).toList(), value, row);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertArrayEquals(all.toByteArray(), in.readAllBytes());
        }
    }

    private static byte[] runs(Random random, int length, int labels, int longest) {
        byte[] bytes = new byte[length];
        for (int i = 0, end; i < length; i = end) {
            end = Math.min(length, i + 1 + random.nextInt(longest));
            Arrays.fill(bytes, i, end, (byte) random.nextInt(labels));
        }
        return bytes;
    }

    @Test
    void unzipped_isWhatWasZipped() throws IOException {
        Random random = new Random(5);
        for (int n = 0; n < 150; n++) {
            List<byte[]> parts = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                int length = random.nextInt(n % 10 == 0 ? 400_000 : 3000);
                parts.add(runs(random, length, 1 + random.nextInt(n % 4 == 0 ? 256 : 5), 1 + random.nextInt(2000)));
            }
            int value = 1 + random.nextInt(8);
            check(parts, value, value * random.nextInt(1, 9000));
        }
    }

    @Test
    void lengthsOfRepeats_allSurvive() throws IOException {
        List<byte[]> parts = new ArrayList<>();
        for (int length = 1; length < 1100; length++) {
            byte[] bytes = new byte[length + 2];
            bytes[0] = 7;
            bytes[length + 1] = 9;
            parts.add(bytes);
        }
        check(parts, 1, 100);
    }

    @Test
    void rarestBytes_getNoCodesThatAreTooLong() throws IOException {
        // counts like Fibonacci's numbers make the deepest tree
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int a = 1;
        int b = 1;
        for (int label = 0; label < 22; label++) {
            for (int i = 0; i < a; i++) {
                bytes.write(label);
            }
            int next = a + b;
            a = b;
            b = next;
        }
        byte[] shuffled = bytes.toByteArray();
        Random random = new Random(1);
        for (int i = shuffled.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            byte swap = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = swap;
        }
        check(List.of(shuffled), 8, 32_768);
    }

    @Test
    void codeLengths_areACompleteCodeWithinTheLimit() {
        Random random = new Random(2);
        for (int n = 0; n < 300; n++) {
            int[] counts = new int[2 + random.nextInt(285)];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = (int) Math.pow(2, random.nextInt(26)) * random.nextInt(2);
            }
            int longest = n % 2 == 0 || counts.length > 100 ? 15 : 7;
            int sum = 0;
            for (int bits : CodeLengths.of(counts, longest)) {
                assertTrue(bits <= longest);
                sum += bits == 0 ? 0 : 1 << longest - bits;
            }
            assertEquals(1 << longest, sum);
        }
    }

    @Test
    void rowsThatAreAlike_costNearlyNothing() throws IOException {
        byte[] row = runs(new Random(3), 1200, 9, 20);
        byte[] rows = new byte[row.length * 400];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row[i % row.length];
        }
        assertTrue(gzip(List.of(new Bytes(rows)), 1, row.length).length < 3500);
    }

    @Test
    void piecesOfOneValue_areCompressedOnce() throws IOException {
        AtomicInteger fills = new AtomicInteger();
        byte[] packed = gzip(java.util.Collections.nCopies(500, new Filled(3, 9999, fills)), 1, 99);
        assertEquals(1, fills.get());
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] all = in.readAllBytes();
            assertEquals(500 * 9999, all.length);
            assertEquals(3, all[12_345]);
        }
    }

    @Test
    void joinedCrc_isThatOfTheWhole() {
        Random random = new Random(4);
        CRC32 whole = new CRC32();
        JoinedCrc joined = new JoinedCrc();
        for (int n = 0; n < 200; n++) {
            byte[] part = new byte[random.nextInt(5000)];
            random.nextBytes(part);
            CRC32 crc = new CRC32();
            crc.update(part);
            whole.update(part);
            joined.add((int) crc.getValue(), part.length);
            assertEquals((int) whole.getValue(), joined.value());
        }
    }

    @Test
    void failureOfAPiece_isThatOfTheWriter() throws IOException {
        Piece broken = new Filled(-1, -5, new AtomicInteger());
        try (GzipPieces gzip = new GzipPieces(OutputStream.nullOutputStream(), 1, 1)) {
            gzip.add(broken);
            assertThrows(IOException.class, gzip::finish);
        }
    }
}
