package org.morphodepot.volume.images.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class TiffFormatTest {

    private static final String HYPERSTACK = "ImageJ=1.53t\nimages=6\nchannels=2\nslices=3\nunit=micron\nspacing=7.5\n";

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("stack.tif"), bytes);
    }

    private List<Long> size(Path file) throws IOException {
        try (Dataset dataset = Scans.open(file)) {
            return dataset.info().size();
        }
    }

    @Test
    void pages_areSlices() throws IOException {
        Path file = file(TiffStack.of(5, 0, "by hand"));
        assertEquals(List.of(4L, 3L, 5L), size(file));
        byte[] values = Scans.values(file);
        assertEquals(59, values[2 * 59]);
        try (Dataset dataset = Scans.open(file); Volume volume = dataset.volume()) {
            assertTrue(dataset.info().geometry().isEmpty(), "a resolution for printers is no spacing");
            assertEquals(4 * 12 + 5, volume.read(new ChunkKey(0, 0, 0, 4)).value(1, 1, 4));
        }
    }

    @Test
    void channels_areLeftOut_whereImageJNamesThem() throws IOException {
        Path file = file(TiffStack.of(6, 0, HYPERSTACK));
        assertEquals(List.of(4L, 3L, 3L), size(file));
        byte[] values = Scans.values(file);
        assertEquals(24, values[2 * 12], "the first channel of the second slice is page 2");
        try (Dataset dataset = Scans.open(file)) {
            assertEquals(Geometry.of(0.04, 0.05, 7.5, "micron"), dataset.info().geometry().orElseThrow());
        }
    }

    @Test
    void slicesBehindTheOnlyPage_areRead_asImageJWritesThem() throws IOException {
        byte[] pages = Scans.values(file(TiffStack.of(6, 0, HYPERSTACK)));
        assertArrayEquals(pages, Scans.values(file(TiffStack.of(1, 5, HYPERSTACK))));
    }

    @Test
    void missingSlicesBehind_areNoticedWhenOpening() throws IOException {
        Scans.refused(file(TiffStack.of(1, 1, HYPERSTACK.replace("=6", "=60").replace("slices=3", "slices=30"))),
                "ends before its last slice");
    }

    @Test
    void omeXml_tellsOrderAndSpacing() throws IOException {
        Path file = file(TiffStack.of(6, 0, "<?xml version=\"1.0\"?><OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\">"
                + "<Image><Pixels DimensionOrder=\"XYCZT\" SizeX=\"4\" SizeY=\"3\" SizeZ=\"2\" SizeC=\"3\" SizeT=\"1\""
                + " PhysicalSizeX=\"1\" PhysicalSizeY=\"2\" PhysicalSizeZ=\"3\"/></Image></OME>"));
        assertEquals(List.of(4L, 3L, 2L), size(file));
        assertEquals(36, Scans.values(file)[24], "the second slice is page 3");
        try (Dataset dataset = Scans.open(file)) {
            assertEquals(Geometry.of(1, 2, 3, "micrometer"), dataset.info().geometry().orElseThrow());
        }
    }

    @Test
    void documentTypes_inXmlAreNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "17");
        Path file = file(TiffStack.of(2, 0, "<?xml version=\"1.0\"?><!DOCTYPE OME [<!ENTITY s SYSTEM \"" + secret.toUri()
                + "\">]><OME><Pixels SizeZ=\"&s;\"/></OME>"));
        assertEquals(List.of(4L, 3L, 2L), size(file));
    }

    @Test
    void cutFiles_areRefused() throws IOException {
        byte[] good = TiffStack.of(3, 0, "");
        Scans.refused(file(Arrays.copyOf(good, 60)), "stack.tif");
        Scans.refused(file(new byte[200]), "not a TIFF file");
    }
}
