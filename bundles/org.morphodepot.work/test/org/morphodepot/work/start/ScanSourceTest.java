package org.morphodepot.work.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.spi.WriteOptions;
import org.morphodepot.work.Desk;
import org.morphodepot.work.SavedLabels;
import org.morphodepot.work.School;
import org.morphodepot.work.WorkException;

/** Where scans come from: pointers of all kinds on main. */
class ScanSourceTest {

    @TempDir
    Path folder;

    private School school;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        school = new School(folder);
        desk = school.desk("sam", "laptop");
    }

    @AfterEach
    void close() throws Exception {
        school.close();
    }

    private Assignment start() throws WorkException {
        return StartWork.on(desk, school.task(1), Progress.NONE);
    }

    @Test
    void wrongChecksum_isRefusedAfterASecondDownload() throws Exception {
        school.changeMain(Map.of("source_volume_checksum", "SHA256:" + "0".repeat(64)));
        WorkException e = assertThrows(WorkException.class, this::start);
        assertEquals(WorkException.Kind.BROKEN, e.kind());
        assertTrue(e.getMessage().contains("checksum differs"), e.getMessage());
    }

    @Test
    void httpPointer_isRefusedWithTheReason() throws Exception {
        school.changeMain(Map.of("source_volume", "http://hub.example.org:3000/scan.nrrd"));
        WorkException e = assertThrows(WorkException.class, this::start);
        assertTrue(e.getMessage().contains("does not start with https://"), e.getMessage());
    }

    @Test
    void pointerOfAnOldBranch_doesNotCount() throws Exception {
        Assignment before = start();
        school.changeMain(Map.of("source_volume_checksum", "SHA256:" + "0".repeat(64)));
        assertThrows(WorkException.class, this::start);
        assertTrue(Files.readString(before.folder().resolve("source_volume_checksum")).startsWith("SHA256:"));
    }

    @Test
    void copyForStreaming_isPreferredAndTheNrrdStandsIn() throws Exception {
        school.changeMain(Map.of(".morphodepot/source_zarr", "releases/download/v1/scan.zarr.zip"));
        Assignment without = start();
        assertTrue(without.scan().isFile());
        assertTrue(without.notes().getFirst().contains("copy for streaming cannot be used"), without.notes().toString());

        uploadZarr(without.scan().path());
        Assignment with = start();
        assertEquals("scan.zarr.zip", with.scan().name());
        assertEquals(SavedLabels.grid(desk.volumes(), without.scan()).size(), SavedLabels.grid(desk.volumes(), with.scan()).size());
        assertEquals(with.scan(), Assignments.of(desk).at(with.labels()).orElseThrow().scan());
    }

    private void uploadZarr(Path nrrd) throws Exception {
        Path zarr = folder.resolve("scan.zarr");
        try (Dataset scan = desk.volumes().open(Address.of(nrrd))) {
            desk.volumes().writer(Address.of(zarr)).write(scan, Address.of(zarr), WriteOptions.DEFAULT, desk.volumes(),
                    Progress.NONE);
        }
        Path zip = folder.resolve("scan.zarr.zip");
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream entries = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(zarr)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                store(entries, zarr.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        GitHub web = school.web("director");
        web.releases(school.depot()).upload(web.releases(school.depot()).find("v1").orElseThrow(), zip, "scan.zarr.zip",
                "application/zip");
    }

    private static void store(ZipOutputStream entries, String name, byte[] bytes) throws Exception {
        ZipEntry entry = new ZipEntry(name);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        entries.putNextEntry(entry);
        entries.write(bytes);
        entries.closeEntry();
    }
}
