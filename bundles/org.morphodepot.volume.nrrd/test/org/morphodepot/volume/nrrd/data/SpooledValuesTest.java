package org.morphodepot.volume.nrrd.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.nrrd.file.Faults;
import org.morphodepot.volume.nrrd.file.Folder;
import org.morphodepot.volume.nrrd.file.LocalSource;
import org.morphodepot.volume.nrrd.header.HeaderText;
import org.morphodepot.volume.nrrd.header.NrrdHeader;

class SpooledValuesTest {

    private static final int SIZE = 6_000_000;

    @TempDir
    Path folder;
    private Path spool;
    private byte[] bytes;

    @BeforeEach
    void prepare() throws IOException {
        spool = Files.createDirectory(folder.resolve("spool"));
        bytes = new byte[SIZE];
        new Random(1).nextBytes(bytes);
    }

    @Test
    void anyStretch_canBeReadInAnyOrder() throws IOException {
        try (SpooledValues values = new SpooledValues(stream(SIZE), spool)) {
            byte[] last = new byte[1000];
            values.read(SIZE - 1000, last, 0, 1000);
            assertArrayEquals(Arrays.copyOfRange(bytes, SIZE - 1000, SIZE), last);
            byte[] first = new byte[10];
            values.read(3, first, 2, 5);
            assertArrayEquals(new byte[] {0, 0, bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], 0, 0, 0}, first);
        }
    }

    @Test
    void manyReaders_seeTheSame() throws Exception {
        try (SpooledValues values = new SpooledValues(stream(SIZE), spool);
                ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> results = Stream.iterate(0, i -> i < SIZE - 5000, i -> i + 50_000)
                    .map(at -> readers.submit(() -> {
                        byte[] part = new byte[5000];
                        values.read(at, part, 0, 5000);
                        return Arrays.equals(part, Arrays.copyOfRange(bytes, at, at + 5000));
                    })).toList();
            for (Future<Boolean> result : results) {
                assertEquals(true, result.get());
            }
        }
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        SpooledValues values = new SpooledValues(stream(SIZE), spool);
        values.read(0, new byte[1], 0, 1);
        values.close();
        values.close();

        try (Stream<Path> left = Files.list(spool)) {
            assertEquals(List.of(), left.toList());
        }
        VolumeException e = assertThrows(VolumeException.class, () -> values.read(SIZE - 1, new byte[1], 0, 1));
        assertEquals(Kind.STORAGE, e.kind());
    }

    @Test
    void nothingIsUnpackedBeforeTheFirstRead() throws IOException {
        try (SpooledValues values = new SpooledValues(stream(SIZE), spool); Stream<Path> files = Files.list(spool)) {
            assertEquals(0, files.count());
            assertEquals(true, values.isLocal());
        }
    }

    @Test
    void tooLittleRoom_isKnownBeforehand() throws IOException {
        long huge = 1L << 60;
        try (SpooledValues values = new SpooledValues(stream(huge), spool)) {
            VolumeException e = assertThrows(VolumeException.class, () -> values.read(0, new byte[1], 0, 1));
            assertEquals(Kind.STORAGE, e.kind());
            assertEquals("a.nrrd needs 1,152,921,504,606 MB of temporary space to be shown, but " + spool,
                    e.getMessage().replaceAll(" has .*", ""));
        }
    }

    @Test
    void close_wakesWhoWaits() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            SpooledValues values = new SpooledValues(stream(SIZE + 1L), spool);
            try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> waiting = reader.submit(() -> {
                    values.read(SIZE, new byte[1], 0, 1);
                    return null;
                });
                values.close();
                assertThrows(Exception.class, waiting::get);
            }
        });
    }

    /** A gzip file of {@code bytes} whose header claims {@code size} values. */
    private ValueStream stream(long size) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(("NRRD0004\ntype: uchar\ndimension: 1\nsizes: " + size + "\nencoding: gzip\n\n")
                .getBytes(StandardCharsets.US_ASCII));
        try (GZIPOutputStream gzip = new GZIPOutputStream(file)) {
            gzip.write(bytes);
        }
        Path path = Files.write(folder.resolve("a.nrrd"), file.toByteArray());
        LocalSource source = new LocalSource(path);
        Faults faults = new Faults(path.toString());
        NrrdHeader header = NrrdHeader.of(HeaderText.read(source, faults).orElseThrow(), faults);
        return new ValueStream(header, Pieces.of(header, source, new Folder.Local(folder), faults), "a.nrrd");
    }
}
