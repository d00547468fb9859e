package org.morphodepot.volume.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelGzipOutputStreamTest {

    private static final int BLOCK = ParallelGzipOutputStream.BLOCK;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, DeflateBlock.WINDOW, BLOCK - 1, BLOCK, BLOCK + 1, 5 * BLOCK, 9 * BLOCK + 12345})
    void output_unzipsToInput(int length) throws IOException {
        byte[] input = labels(length);

        assertArrayEquals(input, gunzip(compress(input, 3, 6)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void output_isTheSameWhateverTheThreads(int threads) throws IOException {
        byte[] input = labels(6 * BLOCK + 77);

        assertArrayEquals(compress(input, 1, 6), compress(input, threads, 6));
    }

    @Test
    void noise_unzipsToInput() throws IOException {
        byte[] input = new byte[3 * BLOCK + 5];
        new Random(1).nextBytes(input);

        assertArrayEquals(input, gunzip(compress(input, 2, 9)));
    }

    @Test
    void uniformBlocks_areCompressedOnceAndUnzip() throws IOException {
        byte[] input = new byte[20 * BLOCK + 3];
        Arrays.fill(input, 4 * BLOCK + 100, 4 * BLOCK + 200, (byte) 7);
        Arrays.fill(input, 12 * BLOCK, 16 * BLOCK, (byte) 7);

        assertArrayEquals(input, gunzip(compress(input, 2, 6)));
    }

    @Test
    void output_isNearlyAsSmallAsOneThreadMakesIt() throws IOException {
        byte[] input = labels(8 * BLOCK);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(plain)) {
            gzip.write(input);
        }

        int ours = compress(input, 2, 6).length;

        assertTrue(ours < plain.size() * 1.03, ours + " bytes instead of " + plain.size());
    }

    @Test
    void scanBesideLabels_isNearlyAsSmallAsOneThreadMakesIt() throws IOException {
        byte[] input = labels(4 * BLOCK);
        Random noise = new Random(2);
        for (int i = BLOCK; i < 3 * BLOCK - 1; i += 2) { // 16-bit values with one byte of noise
            input[i] = (byte) noise.nextInt();
            input[i + 1] = (byte) (i >> 14);
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(plain)) {
            gzip.write(input);
        }

        byte[] ours = compress(input, 2, 6);

        assertArrayEquals(input, gunzip(ours));
        assertTrue(ours.length < plain.size() * 1.03, ours.length + " bytes instead of " + plain.size());
    }

    @Test
    void smallWrites_areJoined() throws IOException {
        byte[] input = labels(BLOCK + 999);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new ParallelGzipOutputStream(out)) {
            for (byte b : input) {
                gzip.write(b);
            }
        }

        assertArrayEquals(input, gunzip(out.toByteArray()));
    }

    @Test
    void output_passesTheSystemsGzipTest(@TempDir Path folder) throws Exception {
        assumeTrue(hasGzip(), "no gzip program here");
        Path file = folder.resolve("labels.gz");
        Files.write(file, compress(labels(4 * BLOCK + 1), 2, 6));

        Process gzip = new ProcessBuilder("gzip", "-tv", file.toString()).redirectErrorStream(true).start();
        String said = new String(gzip.getInputStream().readAllBytes());

        assertEquals(0, gzip.waitFor(), said);
    }

    @Test
    void failingOutput_reportsItsErrorAndStops() {
        OutputStream full = new OutputStream() {
            private int room = BLOCK;

            @Override
            public void write(int b) throws IOException {
                room--;
                if (room < 0) {
                    throw new IOException("No space left on device");
                }
            }
        };
        byte[] noise = new byte[32 * BLOCK];
        new Random(2).nextBytes(noise);

        IOException e = assertThrows(IOException.class, () -> {
            try (OutputStream gzip = new ParallelGzipOutputStream(full, 2, 1)) {
                gzip.write(noise);
            }
        });

        assertEquals("No space left on device", e.getMessage());
    }

    @Test
    void writeAfterClose_isRefused() throws IOException {
        OutputStream gzip = new ParallelGzipOutputStream(new ByteArrayOutputStream());
        gzip.close();
        gzip.close();

        assertThrows(IOException.class, () -> gzip.write(1));
    }

    private static byte[] compress(byte[] input, int threads, int level) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new ParallelGzipOutputStream(out, threads, level)) {
            int step = 70_001;
            for (int at = 0; at < input.length; at += step) {
                gzip.write(input, at, Math.min(step, input.length - at));
            }
        }
        return out.toByteArray();
    }

    private static byte[] gunzip(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }

    /** Runs of a few values, like a row of a segmentation. */
    private static byte[] labels(int length) {
        Random random = new Random(length);
        byte[] bytes = new byte[length];
        for (int at = 0; at < length;) {
            int end = Math.min(length, at + 1 + random.nextInt(300));
            Arrays.fill(bytes, at, end, (byte) random.nextInt(6));
            at = end;
        }
        return bytes;
    }

    private static boolean hasGzip() {
        try {
            return new ProcessBuilder("gzip", "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
