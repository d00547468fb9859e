package org.morphodepot.volume.nrrd.header;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.testing.RealData;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.io.LenientUtf8;
import org.morphodepot.volume.nrrd.file.Faults;
import org.morphodepot.volume.nrrd.file.LocalSource;

class HeaderTextTest {

    @TempDir
    Path folder;

    @Test
    void lines_areKeptInOrderAndUnchanged() throws IOException {
        HeaderText text = read("NRRD0004\n# a comment\ntype: short\nSpace Origin:  (0,0,0) \n#\nName:=os: frontal:=x\n"
                + "type:=mine\nempty:=\n\n\n\ndata");

        assertEquals("NRRD0004", text.magic());
        assertEquals(List.of(new HeaderField("#", " a comment", false), new HeaderField("type", "short", false),
                new HeaderField("Space Origin", " (0,0,0) ", false), new HeaderField("#", "", false),
                new HeaderField("Name", "os: frontal:=x", true), new HeaderField("type", "mine", true),
                new HeaderField("empty", "", true)), text.fields());
        assertEquals(100, text.dataStart());
    }

    @Test
    void carriageReturns_areDropped() throws IOException {
        HeaderText text = read("NRRD0001\r\ntype: short\r\n\r\ndata");

        assertEquals(List.of(new HeaderField("type", "short", false)), text.fields());
        assertEquals(25, text.dataStart());
    }

    @Test
    void detachedHeader_mayEndWithTheFile() throws IOException {
        HeaderText text = read("NRRD0004\ndata file: LIST 2\na: b.raw\nc.raw");

        assertEquals(1, text.fields().size());
        assertEquals(List.of("a: b.raw", "c.raw"), text.listed());
    }

    @Test
    void longHeader_isReadWhole() throws IOException {
        StringBuilder header = new StringBuilder("NRRD0004\n");
        for (int i = 0; i < 20_000; i++) {
            header.append("Segment").append(i).append("_Name:=structure ").append(i).append('\n');
        }
        int end = header.length() + 1;

        HeaderText text = read(header + "\ndata");

        assertEquals(20_000, text.fields().size());
        assertEquals(end, text.dataStart());
    }

    @Test
    void otherFiles_areNotNrrd() throws IOException {
        assertTrue(HeaderText.read(source("PK\3\4"), new Faults("x")).isEmpty());
        assertTrue(HeaderText.read(source(""), new Faults("x")).isEmpty());
        assertTrue(HeaderText.read(source("NRR"), new Faults("x")).isEmpty());
    }

    @Test
    void strangeMagic_isMalformed() {
        VolumeException e = assertThrows(VolumeException.class, () -> read("NRRDish\ntype: short\n\n"));

        assertEquals(Kind.MALFORMED, e.kind());
    }

    @Test
    void endlessHeader_isRefused() throws IOException {
        Path file = folder.resolve("endless.nrrd");
        byte[] bytes = new byte[HeaderText.LIMIT + 10];
        Arrays.fill(bytes, (byte) 'x');
        System.arraycopy("NRRD0004\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
        Files.write(file, bytes);

        VolumeException e = assertThrows(VolumeException.class,
                () -> HeaderText.read(new LocalSource(file), new Faults("x")));

        assertEquals(Kind.TOO_LARGE, e.kind());
    }

    @Test
    void countlessLines_areRefused() {
        VolumeException e = assertThrows(VolumeException.class, () -> read("NRRD0004\n" + "#\n".repeat(1_100_000)
                + "\n"));

        assertEquals(Kind.TOO_LARGE, e.kind());
    }

    @Test
    void realHeaders_canBeWrittenByteForByte() throws IOException {
        assumeTrue(RealData.isHere());
        try (Stream<Path> files = Files.walk(RealData.path("."))) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(nrrd|nhdr)")).toList()) {
                HeaderText text = HeaderText.read(new LocalSource(file), new Faults("x")).orElseThrow();
                StringBuilder written = new StringBuilder(text.magic()).append('\n');
                text.fields().forEach(f -> written.append(HeaderLine.text(f)).append('\n'));
                byte[] bytes = LenientUtf8.encode(written.toString());
                assertArrayEquals(Arrays.copyOf(Files.readAllBytes(file), bytes.length), bytes, file.toString());
            }
        }
    }

    private HeaderText read(String text) throws IOException {
        return HeaderText.read(source(text), new Faults("x")).orElseThrow();
    }

    private LocalSource source(String text) throws IOException {
        return new LocalSource(Files.writeString(folder.resolve("a.nrrd"), text));
    }
}
