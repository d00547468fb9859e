package org.morphodepot.volume.nrrd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;

/** Damaged and malicious files give one readable error and nothing else. */
class HostileFilesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "type | | MALFORMED | its header has no \"type\" field",
            "type | block | UNSUPPORTED | its values are opaque blocks (type: block), not numbers; this cannot be"
                    + " shown",
            "type | quaternion | UNSUPPORTED | its type \"quaternion\" is not known",
            "dimension | | MALFORMED | its header has no \"dimension\" field",
            "dimension | 0 | MALFORMED | it says it has 0 axes; NRRD allows 1 to 16",
            "dimension | 17 | MALFORMED | it says it has 17 axes; NRRD allows 1 to 16",
            "dimension | 2 | MALFORMED | its header gives 3 values for \"sizes\" but has 2 axes",
            "dimension | three | MALFORMED | its header field \"dimension\" says \"three\" where a whole number is"
                    + " expected",
            "sizes | 2 0 2 | MALFORMED | its header field \"sizes\" says \"0\" where a number of at least 1 is"
                    + " expected",
            "sizes | 2 -2 2 | MALFORMED | its header field \"sizes\" says \"-2\" where a number of at least 1 is"
                    + " expected",
            "sizes | 4611686018427387904 4 4 | TOO_LARGE | its header claims more values than any disk can hold"
                    + " (4611686018427387904 x 4 x 4)",
            "encoding | zrl | UNSUPPORTED | its encoding \"zrl\" is not supported (known: raw, gzip, bzip2, ascii,"
                    + " hex)",
            "endian | middle | MALFORMED | its header field \"endian\" says \"middle\" where \"little\" or \"big\""
                    + " is expected",
            "space directions | (1,0,0) (0,1,0) | MALFORMED | its header gives 2 values for \"space directions\" but"
                    + " has 3 axes",
            "space directions | (1,0,0) (0,1,0) (0,0,0) | MALFORMED | its header gives axis z no usable distance"
                    + " between"
                    + " voxels (0.0)",
            "space directions | (1,0,0) (0,1,0) (0,0,x) | MALFORMED | its header field \"space directions\" says"
                    + " \"x\" where"
                    + " a number is expected",
            "space directions | (1,0,0) (0,1,0) 7 | MALFORMED | its header field \"space directions\" says \"7\""
                    + " where a"
                    + " vector such as (1,0,0) is expected",
            "spacings | 1 1 inf | MALFORMED | its header field \"spacings\" says \"inf\" where a number is expected",
            "spacings | 1 1 0 | MALFORMED | its header gives axis z no usable distance between voxels (0.0)",
            "spacings | 1 1 1e999 | MALFORMED | its header gives axis z no usable distance between voxels (Infinity)",
            "kinds | space space | MALFORMED | its header gives 2 values for \"kinds\" but has 3 axes",
            "line skip | -1 | MALFORMED | its header field \"line skip\" says \"-1\" where 0 or more is expected",
            "line skip | 5 | MALFORMED | it has fewer lines than are to be skipped (5)",
            "byte skip | 9223372036854775807 | MALFORMED | its header skips 9223372036854775807 bytes",
            "data file | ../a.raw | MALFORMED | its data file \"../a.raw\" is outside the folder of the header and"
                    + " is not"
                    + " opened; put it beside the header",
            "data file | none.raw | NOT_FOUND | its data file none.raw is missing; put it beside the header",
            "data file | LIST 9 | MALFORMED | its data files are said to have 9 axes, the whole has 3",
            "data file | a%d.raw 1 5 0 | MALFORMED | its data files are numbered 1 to 5 in steps of 0",
            "data file | a%d.raw 1 5 1 | MALFORMED | its header names 5 data files, but its sizes need 2",
            "data file | a%d.raw 0 999999999 1 | TOO_LARGE | its header names more than 262144 data files"})
    void badField_isExplained(String field, String value, Kind kind, String message) throws IOException {
        Nrrd file = Nrrd.of("uchar", "2 2 2").data(new byte[8]);
        if (value == null) {
            file.without(field);
        } else {
            file.with(field, value);
        }

        refused(file, kind, message);
    }

    @Test
    void missingEndian_isExplained() throws IOException {
        refused(Nrrd.of("short", "2 2 2").without("endian").data(new byte[16]), Kind.MALFORMED,
                "its header has no \"endian\" field");
    }

    @Test
    void fieldGivenTwice_isRefused() throws IOException {
        refused(Nrrd.of("uchar", "2 2 2").lines("Sizes: 1 1 1\n").data(new byte[8]), Kind.MALFORMED,
                "its header gives \"sizes\" twice");
    }

    @Test
    void lineWithoutSeparator_isRefused() throws IOException {
        refused(Nrrd.of("uchar", "2 2 2").lines("<html>\n").data(new byte[8]), Kind.MALFORMED,
                "its header has a line that is no field: \"<html>\"");
    }

    @Test
    void hugeField_isRefused() throws IOException {
        refused(Nrrd.of("uchar", "2 2 2").with("kinds", "space ".repeat(20_000)), Kind.MALFORMED,
                "its header field \"kinds\" is 119999 characters long");
    }

    @Test
    void truncatedRaw_isRefusedWhenOpened() throws IOException {
        refused(Nrrd.of("short", "2 2 2").data(new byte[15]), Kind.MALFORMED,
                "it ends after 15 of 16 bytes; download or copy it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "..", "sub/../../a.raw", "..\\a.raw", "C:\\a.raw", "file:///etc/passwd",
            "https://example.org/a.raw", "\\\\server\\a.raw"})
    void dataOutsideTheFolder_isNotOpened(String name) throws IOException {
        Path file = Nrrd.of("uchar", "2 2 2").with("data file", name).write(folder.resolve("a.nhdr"));

        VolumeException e = assertThrows(VolumeException.class, () -> NrrdFiles.open(file));

        assertEquals(Kind.MALFORMED, e.kind());
        assertTrue(e.getMessage().contains("outside the folder"), e.getMessage());
    }

    @Test
    void linkOutOfTheFolder_isNotFollowed() throws IOException {
        Path secret = Files.write(folder.resolve("secret.raw"), new byte[8]);
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.createSymbolicLink(inner.resolve("a.raw"), secret);
        Path file = Nrrd.of("uchar", "2 2 2").with("data file", "a.raw").write(inner.resolve("a.nhdr"));

        VolumeException e = assertThrows(VolumeException.class, () -> NrrdFiles.open(file));

        assertTrue(e.getMessage().contains("outside the folder"), e.getMessage());
    }

    @Test
    void dataInSubfolder_isRead() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Files.write(folder.resolve("sub/my data.raw"), Nrrd.counting(8));
        Path file = Nrrd.of("uchar", "2 2 2").with("data file", "./sub/my data.raw").write(folder.resolve("a.nhdr"));
        try (Dataset dataset = NrrdFiles.open(file)) {
            assertArrayEquals(Nrrd.counting(8), NrrdFiles.values(dataset));
        }
    }

    @Test
    void truncatedGzip_saysHowMuchWasThere() throws IOException {
        byte[] gzip = Nrrd.gzip(noise(100_000));
        Path file = gzipFile(100_000, Arrays.copyOf(gzip, gzip.length / 2));

        VolumeException e = assertThrows(VolumeException.class, () -> readAll(file));

        assertEquals(Kind.MALFORMED, e.kind());
        assertTrue(e.getMessage().matches(".*it ends after \\d+ of 100000 bytes; download or copy it again"),
                e.getMessage());
    }

    @Test
    void wrongChecksum_isNoticed() throws IOException {
        byte[] gzip = Nrrd.gzip(noise(5000));
        gzip[gzip.length - 6] ^= 1;
        Path file = gzipFile(5000, gzip);

        VolumeException e = assertThrows(VolumeException.class, () -> readAll(file));

        assertEquals(file + ": its checksum does not match (after 5000 of 5000 bytes)", e.getMessage());
    }

    @Test
    void wrongEncoding_isExplained() throws IOException {
        Path file = gzipFile(8, Nrrd.counting(8));

        VolumeException e = assertThrows(VolumeException.class, () -> readAll(file));

        assertEquals(file + ": it does not hold gzip data where its header says so (after 0 of 8 bytes)",
                e.getMessage());
    }

    @Test
    void bytesBehindTheValues_areIgnored() throws IOException {
        byte[] gzip = Nrrd.gzip(noise(5000));
        byte[] more = Arrays.copyOf(gzip, gzip.length + 100);
        more[gzip.length] = 0x1f;
        try (Dataset dataset = NrrdFiles.open(gzipFile(5000, more))) {
            assertArrayEquals(noise(5000), NrrdFiles.values(dataset));
        }
        try (Dataset dataset = NrrdFiles.open(gzipFile(4000, gzip))) {
            assertArrayEquals(Arrays.copyOf(noise(5000), 4000), NrrdFiles.values(dataset));
        }
    }

    @Test
    void gzipMembers_areJoined() throws IOException {
        byte[] first = Nrrd.gzip(Arrays.copyOf(noise(5000), 3000));
        byte[] second = Nrrd.gzip(Arrays.copyOfRange(noise(5000), 3000, 5000));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        try (Dataset dataset = NrrdFiles.open(gzipFile(5000, both))) {
            assertArrayEquals(noise(5000), NrrdFiles.values(dataset));
        }
    }

    /** 200 MB of zeros in 200 kB; the header says 10 bytes, and the heap is not asked for more. */
    @Test
    void bomb_isUnpackedNoFurtherThanDeclared() throws IOException {
        byte[] bomb = Nrrd.gzip(new byte[200 << 20]);
        try (Dataset dataset = NrrdFiles.open(gzipFile(10, bomb))) {
            long start = System.nanoTime();
            assertEquals(10, NrrdFiles.values(dataset).length);
            assertTrue(System.nanoTime() - start < 1_000_000_000L);
        }
    }

    @ParameterizedTest
    @CsvSource({"ascii, 1 2 3 x 5 6 7 8", "ascii, 1 2 3 256 5 6 7 8", "ascii, 1 2 3 1.5 5 6 7 8",
            "hex, 0102030g05060708"})
    void badText_isExplained(String encoding, String text) throws IOException {
        Path file = Nrrd.of("uchar", "2 2 2").with("encoding", encoding)
                .data(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII)).write(folder.resolve("a.nrrd"));

        VolumeException e = assertThrows(VolumeException.class, () -> readAll(file));

        assertTrue(e.getMessage().startsWith(file + ": it has "), e.getMessage());
        assertTrue(e.getMessage().endsWith("of 8 bytes)"), e.getMessage());
    }

    @Test
    void volumeOfDamagedFile_failsForEveryChunk() throws IOException {
        byte[] gzip = Nrrd.gzip(noise(128 * 128 * 200));
        Path file = Nrrd.of("uchar", "128 128 200").with("encoding", "gzip").data(Arrays.copyOf(gzip,
                gzip.length / 3 * 2))
                .write(folder.resolve("a.nrrd"));
        try (Dataset dataset = NrrdFiles.open(file); Volume volume = dataset.volume()) {
            ChunkKey last = new ChunkKey(0, 0, 0, 3);
            assertEquals(Kind.MALFORMED, assertThrows(VolumeException.class, () -> volume.read(last)).kind());
            assertEquals(Kind.MALFORMED, assertThrows(VolumeException.class, () -> volume.read(last)).kind());
            assertEquals(64, volume.read(new ChunkKey(0, 0, 0, 0)).box().depth());
        }
    }

    @Test
    void fileCutWhileOpen_isAnErrorNotACrash() throws IOException {
        Path file = Nrrd.of("uchar", "256 256 64").data(new byte[256 * 256 * 64]).write(folder.resolve("a.nrrd"));
        try (Dataset dataset = NrrdFiles.open(file); Volume volume = dataset.volume()) {
            volume.read(new ChunkKey(0, 0, 0, 0));
            Files.write(file, new byte[100]);

            assertThrows(VolumeException.class, () -> volume.read(new ChunkKey(0, 3, 3, 0)));
        }
    }

    @Test
    void closedVolume_saysSo() throws IOException {
        Path file = Nrrd.of("uchar", "2 2 2").data(new byte[8]).write(folder.resolve("a.nrrd"));
        Dataset dataset = NrrdFiles.open(file);
        Volume volume = dataset.volume();
        volume.close();

        assertThrows(VolumeException.class, () -> volume.read(new ChunkKey(0, 0, 0, 0)));
        assertThrows(VolumeException.class, dataset::volume);
    }

    @Test
    void otherFiles_areLeftToOtherFormats() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello");

        assertTrue(new NrrdFormat().open(Address.of(text), new Volumes()).isEmpty());
        assertTrue(new NrrdFormat().open(Address.of(folder), new Volumes()).isEmpty());
        assertTrue(new NrrdFormat().open(Address.of(folder.resolve("none.zarr")), new Volumes()).isEmpty());
    }

    @Test
    void missingOrForeignNrrd_isExplained() throws IOException {
        Path html = Files.writeString(folder.resolve("scan.nrrd"), "<html>not found</html>");
        Path none = folder.resolve("none.nrrd");

        assertEquals(Kind.MALFORMED, assertThrows(VolumeException.class, () -> NrrdFiles.open(html)).kind());
        VolumeException e = assertThrows(VolumeException.class, () -> NrrdFiles.open(none));
        assertEquals(Kind.NOT_FOUND, e.kind());
        assertEquals("there is no file " + none, e.getMessage());
    }

    private void refused(Nrrd nrrd, Kind kind, String message) throws IOException {
        Path file = nrrd.write(folder.resolve("a.nrrd"));
        VolumeException e = assertThrows(VolumeException.class, () -> NrrdFiles.open(file).close());
        assertEquals(file + ": " + message, e.getMessage());
        assertEquals(kind, e.kind());
        assertFalse(e.getMessage().contains("\n"));
    }

    private Path gzipFile(int size, byte[] gzip) throws IOException {
        return Nrrd.of("uchar", Integer.toString(size)).with("encoding",
                "gzip").data(gzip).write(folder.resolve("a.nrrd"));
    }

    private static void readAll(Path file) throws IOException {
        try (Dataset dataset = NrrdFiles.open(file)) {
            NrrdFiles.values(dataset);
        }
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new java.util.Random(3).nextBytes(bytes);
        return bytes;
    }
}
