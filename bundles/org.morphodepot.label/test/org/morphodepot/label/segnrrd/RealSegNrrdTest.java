package org.morphodepot.label.segnrrd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.morphodepot.label.DenseModel;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentCounts;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.Segmentation;
import org.morphodepot.testing.RealData;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.Volumes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Files that 3D Slicer wrote, read through the NRRD format when it is on the class path. */
class RealSegNrrdTest {

    private static final Pattern SEGMENT = Pattern.compile("\"id\": \"(.*?)\",\\s*\"name\": \"(.*?)\",\\s*"
            + "\"color\": \"(.*?)\",\\s*\"layer\": (\\d+),\\s*\"label\": (\\d+),\\s*\"voxels\": (\\d+)");

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsDataAndFormat() {
        assumeTrue(RealData.isHere());
        assumeFalse(Volumes.fromClassPath().formats().isEmpty(), "no format on the class path");
    }

    static Stream<String> files() throws IOException {
        if (!RealData.isHere()) {
            return Stream.empty();
        }
        return Pattern.compile("\"([^\"]*\\.seg\\.nrrd)\": \\{").matcher(expected()).results().map(m -> m.group(1));
    }

    private static String expected() throws IOException {
        return Files.readString(RealData.path("seg_expected.json"));
    }

    private static Segmentation read(Path file) throws IOException {
        try (Dataset dataset = Volumes.fromClassPath().open(Address.of(file))) {
            assertTrue(SegNrrd.isSegmentation(dataset.info()));
            return SegNrrd.read(dataset, Optional.empty(), Progress.NONE);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void segments_agreeWithOtherReaders(String file) throws IOException {
        Segmentation read = read(RealData.path(file));
        String all = expected();
        int from = all.indexOf("\"" + file + "\"");
        int to = all.indexOf(".seg.nrrd", from + file.length() + 1);
        Matcher wanted = SEGMENT.matcher(all.substring(from, to < 0 ? all.length() : to));
        SegmentCounts counts = SegmentCounts.of(read);
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        while (wanted.find()) {
            expected.add(String.join("|", wanted.group(1), wanted.group(2), wanted.group(3), wanted.group(4), wanted.group(5),
                    wanted.group(6)));
        }
        for (Segment s : read.segments()) {
            found.add(String.join("|", s.id(), s.name().strip(), HeaderText.number(s.color().red()) + " "
                    + HeaderText.number(s.color().green()) + " " + HeaderText.number(s.color().blue()), "" + s.layer(),
                    "" + s.label(), "" + counts.of(s.id()).voxels()));
        }
        assertFalse(expected.isEmpty());
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @MethodSource("files")
    void unchangedSave_keepsFieldsAndVoxels(String file) throws IOException {
        Path copy = folder.resolve("copy.seg.nrrd");
        SegNrrd.write(read(RealData.path(file)), copy, Progress.NONE);
        RawNrrd before = RawNrrd.read(RealData.path(file));
        RawNrrd after = RawNrrd.read(copy);
        assertEquals(before.magic(), after.magic());
        assertEquals(String.join("\n", before.lines()), String.join("\n", after.lines()));
        assertArrayEquals(before.values(), after.values());
    }

    @ParameterizedTest
    @MethodSource("files")
    void paintedSave_readsBackEqual(String file) throws IOException {
        Labelling labelling = new Labelling(read(RealData.path(file)));
        Segment painted = labelling.current().segments().getLast();
        VoxelSize size = labelling.current().size();
        labelling.apply(DenseModel.edit(labelling.current(), painted.layer(),
                new VoxelBox(size.x() / 3, 0, size.z() - 9, size.x(), size.y() / 2, size.z()), (char) painted.label()));
        labelling.apply(SegmentEdits.rename(labelling.current(), painted.id(), "new name"));
        Segmentation now = labelling.current();
        Path copy = folder.resolve("copy.seg.nrrd");
        SegNrrd.write(now, copy, Progress.NONE);
        Segmentation again = read(copy);
        assertEquals(now.segments(), again.segments());
        assertEquals(now.layers(), again.layers());
        assertEquals(now.size(), again.size());
    }

    @Test
    void emptyFile_takesTheGridOfItsReferenceImage() throws IOException {
        Segmentation read = read(RealData.path("depots/test-pseudomorpho-testus-68/issue-2.seg.nrrd"));
        assertEquals(new VoxelSize(256, 256, 130), read.size());
        assertEquals(1.2999954223632812, read.geometry().spacing(2), 1e-12);
        assertEquals(0, read.geometry().direction(0, 0), 1e-12);
        assertEquals(1, read.geometry().direction(0, 1), 1e-12);
        assertEquals(86.64489746093749, read.geometry().origin()[0], 1e-9);
        assertEquals(2, read.segments().size());
    }

    @Test
    void emptyFileOnceSaved_coversTheWholeScanAtTheRightPlace() throws IOException {
        Labelling labelling = new Labelling(read(RealData.path("depots/test-pseudomorpho-testus-68/issue-2.seg.nrrd")));
        labelling.apply(DenseModel.edit(labelling.current(), 0, new VoxelBox(5, 6, 7, 8, 9, 10), (char) 2));
        Path copy = folder.resolve("copy.seg.nrrd");
        SegNrrd.write(labelling.current(), copy, Progress.NONE);
        RawNrrd written = RawNrrd.read(copy);
        RawNrrd sameScan = RawNrrd.read(RealData.path("depots/Cesar_SICB_2026/issue-1.seg.nrrd"));
        assertEquals("256 256 130", written.value("sizes"));
        assertEquals("0 0 0", written.value("Segmentation_ReferenceImageExtentOffset"));
        assertEquals("5 7 6 8 7 9", written.value("Segment1_Extent"));
        assertArrayEquals(HeaderText.numbers(sameScan.value("space directions")).orElseThrow(),
                HeaderText.numbers(written.value("space directions")).orElseThrow(), 1e-12);
        assertArrayEquals(HeaderText.numbers(sameScan.value("space origin")).orElseThrow(),
                HeaderText.numbers(written.value("space origin")).orElseThrow(), 1e-9);
    }
}
