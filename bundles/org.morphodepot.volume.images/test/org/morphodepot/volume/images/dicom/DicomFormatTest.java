package org.morphodepot.volume.images.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.images.Scans;

class DicomFormatTest {

    @TempDir
    Path folder;

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    @Test
    void series_isOrderedByPosition_notByNameOrNumber() throws IOException {
        for (int z = 0; z < 5; z++) {
            write("IM" + (7 * z + 3) % 5, DicomSlice.plain(z, 1000 + z));
        }
        try (Dataset dataset = Scans.open(folder); Volume volume = dataset.volume()) {
            assertEquals(List.of(3L, 2L, 5L), dataset.info().size());
            for (int z = 0; z < 5; z++) {
                assertEquals(z, volume.read(new ChunkKey(0, 0, 0, z)).value(2, 1, z)); // 1000 + z - 1000
            }
        }
    }

    @Test
    void places_areThoseOfTheFirstSlice() throws IOException {
        write("a", DicomSlice.plain(0, 0));
        write("b", DicomSlice.plain(1, 0));
        try (Dataset dataset = Scans.open(folder)) {
            Geometry geometry = dataset.info().geometry().orElseThrow();
            assertArrayEquals(new double[] {0.5, 0.7, 2}, geometry.spacing());
            assertArrayEquals(new double[] {10, 20, 30}, geometry.origin());
            assertEquals("mm", geometry.unit());
        }
    }

    @Test
    void twelveBitsWithAnIntercept_fitInto16() throws IOException {
        write("a.dcm", DicomSlice.plain(0, 0xf123)); // the upper four bits do not count
        assertArrayEquals(new byte[] {0x3b, (byte) 0xfd}, Arrays.copyOf(Scans.values(folder.resolve("a.dcm")), 2)); // 0x123 - 1000
        try (Dataset dataset = Scans.open(folder.resolve("a.dcm"))) {
            assertEquals("int16", dataset.info().type());
        }
    }

    @Test
    void runLengths_areUnpacked() throws IOException {
        write("a.dcm", DicomSlice.plain(0, 0x321));
        write("b.dcm", DicomSlice.packed(0, 0x321));
        assertArrayEquals(Scans.values(folder.resolve("a.dcm")), Scans.values(folder.resolve("b.dcm")));
    }

    @Test
    void smallerSeriesAndOtherFiles_areLeftOut() throws IOException {
        for (int z = 0; z < 3; z++) {
            write("s" + z, DicomSlice.plain(z, z));
        }
        write("other", DicomSlice.of(DicomFile.EXPLICIT, "9.9", 0, new byte[12]));
        write("readme.txt", "hello".getBytes());
        try (Dataset dataset = Scans.open(folder)) {
            assertEquals(List.of(3L, 2L, 3L), dataset.info().size());
        }
    }

    @Test
    void missingSlices_areNoticed() throws IOException {
        for (int z : new int[] {0, 1, 2, 4, 5}) {
            write("s" + z, DicomSlice.plain(z, z));
        }
        Scans.refused(folder, "are files missing?");
    }

    @Test
    void otherCompressions_areNamed() throws IOException {
        write("j.dcm", DicomSlice.of("1.2.840.10008.1.2.4.90", "1", 0, new byte[12]));
        Scans.refused(folder.resolve("j.dcm"), "1.2.840.10008.1.2.4.90");
    }

    @Test
    void cutFiles_areRefused() throws IOException {
        byte[] good = DicomSlice.plain(0, 7);
        write("c.dcm", Arrays.copyOf(good, good.length - 5));
        Scans.refused(folder.resolve("c.dcm"), "c.dcm");
    }
}
