package org.morphodepot.volume.nrrd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.morphodepot.testing.RealData;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.HeaderField;

/** Segmentations that 3D Slicer wrote, against what pynrrd reads from them. */
class SlicerSegmentationsTest {

    private static final Pattern ENTRY = Pattern.compile("\"([^\"]+\\.seg\\.nrrd)\":\\s*\\{\\s*\"sizes\":\\s*\\[([^\\]]*)\\],"
            + "\\s*\"type\":\\s*\"(\\w+)\",\\s*\"space\":\\s*\"([^\"]*)\",\\s*\"origin\":\\s*\\[([^\\]]*)\\]");
    private static final Pattern NAME = Pattern.compile("Segment\\d+_Name");

    @Test
    void geometry_isWhatPynrrdReads() throws IOException {
        assumeTrue(RealData.isHere());
        Matcher entries = ENTRY.matcher(Files.readString(RealData.path("seg_expected.json")));
        int count = 0;
        while (entries.find()) {
            try (Dataset dataset = NrrdFiles.open(RealData.path(entries.group(1)))) {
                DatasetInfo info = dataset.info();
                assertArrayEquals(numbers(entries.group(2)), info.size().stream().mapToDouble(s -> s).toArray());
                assertEquals(entries.group(3), info.type());
                assertEquals(entries.group(4), info.space());
                assertArrayEquals(numbers(entries.group(5)), info.geometry().orElseThrow().origin());
                assertEquals("mm", info.geometry().orElseThrow().unit());
                count++;
            }
        }
        assertTrue(count >= 10, "only " + count + " entries found");
    }

    @Test
    void segments_areAmongTheFields() throws IOException {
        assumeTrue(RealData.isHere());
        try (Dataset dataset = NrrdFiles.open(RealData.path("segnrrd/slicerio/SegmentationOverlapping.seg.nrrd"))) {
            long names = dataset.info().fields().stream().filter(HeaderField::custom)
                    .filter(f -> NAME.matcher(f.key()).matches()).count();
            assertTrue(names > 1, names + " segments");
        }
    }

    private static double[] numbers(String list) {
        return Arrays.stream(list.split(",")).mapToDouble(Double::parseDouble).toArray();
    }
}
