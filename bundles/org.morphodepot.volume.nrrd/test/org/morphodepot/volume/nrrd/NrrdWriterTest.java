package org.morphodepot.volume.nrrd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.testing.RealData;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.spi.WriteOptions;

class NrrdWriterTest {

    private static final double[] OBLIQUE = {0, 0.6, 0.8, 1, 0, 0, 0, 0.8, -0.6};
    private static final Geometry GEOMETRY = new Geometry(new double[] {35.278, 35.278, 12.5}, OBLIQUE,
            new double[] {-1.5, 1e-7, 123456.789}, "micrometer");

    @TempDir
    Path folder;

    static Stream<Expected> realFiles() throws IOException {
        return Expected.all().filter(Expected::isReadable).filter(e -> !e.file().contains("Mouse_Skull"));
    }

    @ParameterizedTest
    @EnumSource(VoxelType.class)
    void everyType_comesBack(VoxelType type) throws IOException {
        ArrayData data = new ArrayData(type.id(), List.of(5L, 4L, 3L), List.of("x", "y", "z"), Optional.of(GEOMETRY));
        Path file = write(data, "gzip");
        try (Dataset read = NrrdFiles.open(file)) {
            assertEquals(data.info().size(), read.info().size());
            if (type != VoxelType.FLOAT16) {
                assertArrayEquals(data.bytes(), NrrdFiles.values(read));
                assertEquals(type == VoxelType.BOOL ? "uint8" : type.id(), read.info().type());
            }
        }
    }

    @Test
    void halfPrecision_isWidened() throws IOException {
        ArrayData data = new ArrayData("float16", List.of(2L, 1L, 1L), List.of(), Optional.empty(),
                new byte[] {0, 0x3c, 0, (byte) 0xc1});
        try (Dataset read = NrrdFiles.open(write(data, "none"))) {
            assertEquals("float32", read.info().type());
            assertArrayEquals(new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0x20, (byte) 0xc0}, NrrdFiles.values(read));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "none"})
    void geometry_comesBack(String codec) throws IOException {
        ArrayData data = new ArrayData("uint16", List.of(5L, 4L, 3L), List.of("x", "y", "z"), Optional.of(GEOMETRY));
        try (Dataset read = NrrdFiles.open(write(data, codec))) {
            Geometry geometry = read.info().geometry().orElseThrow();
            Geometry expected = GEOMETRY.inMillimetres();
            assertArrayEquals(expected.spacing(), geometry.spacing(), 1e-12);
            assertArrayEquals(OBLIQUE, geometry.directions(), 1e-15);
            assertArrayEquals(expected.origin(), geometry.origin());
            assertEquals("mm", geometry.unit());
            assertEquals("left-posterior-superior", read.info().space());
            assertEquals(List.of(codec.equals("none") ? "raw" : "gzip"), read.info().levels().getFirst().codecs());
        }
    }

    @Test
    void header_isAsSlicerWritesIt() throws IOException {
        Geometry geometry = new Geometry(new double[] {0.5, 0.5, 2}, new double[] {-1, 0, 0, 0, -1, 0, 0, 0, 1},
                new double[] {10, -0.0, 1e-5}, "mm");
        ArrayData data = new ArrayData("int16", List.of(2L, 1L, 1L), List.of(), Optional.of(geometry));

        String text = Files.readString(write(data, "none"), StandardCharsets.ISO_8859_1);

        assertEquals("""
                NRRD0004
                # Complete NRRD file format specification at:
                # http://teem.sourceforge.net/nrrd/format.html
                type: short
                dimension: 3
                space: left-posterior-superior
                sizes: 2 1 1
                space directions: (-0.5,0,0) (0,-0.5,0) (0,0,2)
                kinds: domain domain domain
                endian: little
                encoding: raw
                space units: "mm" "mm" "mm"
                space origin: (10,0,1.0E-5)

                """, text.substring(0, text.length() - 4));
    }

    @ParameterizedTest
    @CsvSource({"micrometer, 42, 0.042, mm", "Microns, 42, 0.042, mm", "nm, 500, 0.0005, mm", "m, 0.5, 500, mm",
        "pixel, 42, 42, pixel"})
    void lengths_areMillimetresWhereTheUnitIsKnown(String unit, double spacing, double written, String as)
            throws IOException {
        ArrayData data = new ArrayData("uint8", List.of(2L, 1L, 1L), List.of(),
                Optional.of(Geometry.of(spacing, spacing, spacing, unit)));
        try (Dataset read = NrrdFiles.open(write(data, "none"))) {
            Geometry geometry = read.info().geometry().orElseThrow();
            assertArrayEquals(new double[] {written, written, written}, geometry.spacing());
            assertEquals(as, geometry.unit());
        }
    }

    @Test
    void channelsAndTimes_areNoSpace() throws IOException {
        ArrayData data = new ArrayData("uint8", List.of(4L, 3L, 2L, 2L, 2L), List.of("x", "y", "z", "c", "t"),
                Optional.of(GEOMETRY));
        try (Dataset read = NrrdFiles.open(write(data, "gzip"))) {
            assertEquals(List.of("x", "y", "z", "c", "t"), read.info().axes());
            assertEquals("domain domain domain list time", field(read, "kinds"));
            assertTrue(field(read, "space directions").endsWith(") none none"));
        }
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("realFiles")
    void realFiles_keepValuesGeometryAndFields(Expected expected) throws IOException {
        Path written = folder.resolve("out.nrrd");
        try (Dataset source = NrrdFiles.open(RealData.path(expected.file()))) {
            new NrrdWriter().write(source, Address.of(written), WriteOptions.DEFAULT, new Volumes(), Progress.NONE);
            try (Dataset read = NrrdFiles.open(written)) {
                assertEquals(expected.sha256(), NrrdFiles.sha256(read));
                assertEquals(source.info().geometry(), read.info().geometry());
                assertEquals(custom(source), custom(read));
                assertEquals(source.info().axes(), read.info().axes());
            }
        }
    }

    @Test
    void cancelledWrite_leavesNothing() throws IOException {
        ArrayData data = new ArrayData("uint8", List.of(100L, 100L, 100L), List.of(), Optional.empty());
        Address target = Address.of(folder.resolve("out.nrrd"));
        Progress cancelled = new Progress() {
            private boolean started;

            @Override
            public void report(long done, long total, String what) {
                assertEquals("writing out.nrrd", what);
                started = true;
            }

            @Override
            public boolean cancelled() {
                return started;
            }
        };

        assertThrows(CancellationException.class,
                () -> new NrrdWriter().write(data, target, WriteOptions.DEFAULT, new Volumes(), cancelled));

        assertNothingLeft();
    }

    @Test
    void failingSource_leavesTheOldFile() throws IOException {
        Path old = Files.writeString(folder.resolve("out.nrrd"), "old");
        ArrayData data = new ArrayData("uint8", List.of(10L, 10L, 10L), List.of(), Optional.empty(), new byte[999]);

        VolumeException e = assertThrows(VolumeException.class, () -> write(data, "gzip"));

        assertEquals("the data to be written has 999 bytes instead of 1000", e.getMessage());
        assertEquals("old", Files.readString(old));
    }

    @Test
    void otherCodecsAndPlaces_areRefused() {
        ArrayData data = new ArrayData("uint8", List.of(1L), List.of(), Optional.empty());

        assertEquals(Kind.UNSUPPORTED, assertThrows(VolumeException.class, () -> write(data, "blosc")).kind());
        VolumeException e = assertThrows(VolumeException.class, () -> new NrrdWriter().write(data,
                Address.of("s3://bucket/a.nrrd"), WriteOptions.DEFAULT, new Volumes(), Progress.NONE));
        assertEquals("NRRD files cannot be written to s3 addresses; write a local file and upload it", e.getMessage());
    }

    @Test
    void names_askForTheFormat() {
        NrrdWriter writer = new NrrdWriter();

        assertTrue(writer.accepts(Address.of("/data/a.NRRD")));
        assertTrue(writer.accepts(Address.of("/data/issue-1.seg.nrrd")));
        assertFalse(writer.accepts(Address.of("/data/a.nhdr")));
        assertFalse(writer.accepts(Address.of("/data/a.zarr")));
    }

    private Path write(ArrayData data, String codec) throws IOException {
        Path file = folder.resolve("out.nrrd");
        WriteOptions options = new WriteOptions(Optional.empty(), Optional.of(codec), Optional.empty(), Optional.empty());
        new NrrdWriter().write(data, Address.of(file), options, new Volumes(), Progress.NONE);
        return file;
    }

    private void assertNothingLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    private static List<HeaderField> custom(Dataset dataset) {
        return dataset.info().fields().stream().filter(HeaderField::custom).toList();
    }

    private static String field(Dataset dataset, String key) {
        return dataset.info().fields().stream().filter(f -> f.key().equals(key)).findFirst().orElseThrow().value();
    }
}
