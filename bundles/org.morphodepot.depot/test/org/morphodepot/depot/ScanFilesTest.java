package org.morphodepot.depot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;

/** The files that say where the scan is and which one it is. */
class ScanFilesTest {

    private static final URI WEB = URI.create("https://github.com");
    private static final String HEX = "dee3e37c7faa4930b4b31c5bce7b3859eedb6b61061be9b8dd798340cf3a50cf";

    @TempDir
    private Path folder;

    @Test
    void relativePointer_isOfTheUpstream() throws IOException {
        SourcePointer pointer = SourcePointer.ofAsset("v1", "Danio rerio.nrrd");
        assertTrue(pointer.isRelative());
        assertEquals(URI.create("https://github.com/MorphoDepot/danio/releases/download/v1/Danio%20rerio.nrrd"),
                pointer.resolve(WEB, "MorphoDepot/danio"));
        assertEquals(URI.create("http://127.0.0.1:9/lab/danio/releases/download/v1/a.nrrd"),
                SourcePointer.ofAsset("v1", "a.nrrd").resolve(URI.create("http://127.0.0.1:9"), "lab/danio"));
    }

    @Test
    void pointer_isWrittenWithoutLineEndAndFoundByItsOldName() throws IOException {
        SourcePointer.ofAsset("v1", "a.nrrd").write(folder);
        assertEquals("releases/download/v1/a.nrrd", Files.readString(folder.resolve("source_volume")));
        Path old = Files.createDirectory(folder.resolve("old"));
        Files.writeString(old.resolve("master_volume"), "https://host/a.nrrd\n");
        assertEquals(new SourcePointer("https://host/a.nrrd"), SourcePointer.read(old));
        VolumeException none = assertThrows(VolumeException.class, () -> SourcePointer.read(folder.resolve("nothing")));
        assertTrue(none.getMessage().contains("source_volume"), none.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"http://hub.lab:3000/a.nrrd, https://", "https://js2.lab/bucket/, folder", "https://js2.lab, folder",
        "../../other/a.nrrd, out of the depot", "/etc/passwd, out of the depot", "file:///etc/passwd, https://",
        "s3://bucket/a.nrrd, https://", "https://me:pw@host/a.nrrd, not the address", "releases/%2e%2e/a, out of the depot",
        "'', names no address", "https://host/a|b.nrrd, not an address"})
    void pointer_isRefusedWithTheReason(String text, String reason) {
        VolumeException e = assertThrows(VolumeException.class, () -> new SourcePointer(text).resolve(WEB, "lab/danio"));
        assertTrue(e.getMessage().contains(reason) && !e.getMessage().contains("\n"), e.getMessage());
    }

    @Test
    void upstream_isAName() {
        assertThrows(IllegalArgumentException.class, () -> new SourcePointer("a.nrrd").resolve(WEB, "lab/danio/../x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256:" + HEX, HEX, "sha256: " + HEX + "\n", "Sha-256:" + HEX})
    void checksum_isReadInAllItsForms(String text) throws IOException {
        assertEquals("SHA256:" + HEX, ScanChecksum.parse(text).text());
        assertEquals(HEX, ScanChecksum.parse(text.toUpperCase(Locale.ROOT)).hex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MD5:" + HEX, HEX + "0", "SHA256:xyz"})
    void otherChecksums_areRefused(String text) {
        assertThrows(VolumeException.class, () -> ScanChecksum.parse(text));
    }

    @Test
    void checksum_isOfTheBytes() throws IOException {
        Path file = Files.writeString(folder.resolve("scan.nrrd"), "abc");
        ScanChecksum sum = ScanChecksum.of(file, Progress.NONE);
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", sum.hex());
        assertEquals(Optional.empty(), ScanChecksum.read(folder));
        sum.write(folder);
        assertEquals(Optional.of(sum), ScanChecksum.read(folder));
    }
}
