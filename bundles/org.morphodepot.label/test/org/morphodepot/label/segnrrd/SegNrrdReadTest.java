package org.morphodepot.label.segnrrd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentCounts;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SegNrrdReadTest {

    private static final String HEAD = "type: unsigned char\ndimension: 3\nspace: left-posterior-superior\n";
    private static final String ONE = "\nSegment0_ID:=a\nSegment0_Layer:=0\nSegment0_LabelValue:=1";
    private static final Grid SCAN = new Grid(new VoxelSize(40, 36, 34), Geometry.of(2, 2, 2, "mm"));

    private static Segmentation read(String header, byte[] values) throws IOException {
        try (MemoryDataset dataset = MemoryDataset.of(header, values)) {
            return SegNrrd.read(dataset, Optional.empty(), Progress.NONE);
        }
    }

    private static Segmentation read(String header, byte[] values, Placement how) throws IOException {
        try (MemoryDataset dataset = MemoryDataset.of(header, values)) {
            return SegNrrd.read(dataset, SCAN, how, Progress.NONE);
        }
    }

    private static String placed(String sizes, String spacing, String origin) {
        String vectors = "(" + spacing + ",0,0) (0," + spacing + ",0) (0,0," + spacing + ")";
        return HEAD + "sizes: " + sizes + "\nspace directions: " + vectors + "\nspace origin: " + origin;
    }

    private static byte[] bytes(int count, int label) {
        byte[] bytes = new byte[count];
        java.util.Arrays.fill(bytes, (byte) label);
        return bytes;
    }

    @Test
    void croppedFile_isPutWhereItsOriginSays() throws IOException {
        Segmentation read = read(placed("3 4 5", "2", "(60,10,58)") + "\nSegmentation_ReferenceImageExtentOffset:=30 5 29"
                + ONE, bytes(60, 1), Placement.EXACT);
        assertEquals(SCAN.size(), read.size());
        assertEquals(new SegmentCounts.Count(60, new VoxelBox(30, 5, 29, 33, 9, 34)), SegmentCounts.of(read).of("a"));
    }

    @Test
    void negativeOffset_isFineWhileNothingLabelledLiesOutside() throws IOException {
        byte[] values = new byte[60];
        values[59] = 1;
        Segmentation read = read(placed("3 4 5", "2", "(-4,-6,-8)") + ONE, values, Placement.EXACT);
        assertEquals(1, read.layers().getFirst().label(0, 0, 0));
        values[0] = 1;
        values[1] = 1;
        GridMismatch mismatch = assertThrows(GridMismatch.class,
                () -> read(placed("3 4 5", "2", "(-4,-6,-8)") + ONE, values, Placement.EXACT));
        assertEquals(2, mismatch.outside());
        assertEquals(new VoxelSize(3, 4, 5), mismatch.file().size());
        assertEquals(1, SegmentCounts.of(read(placed("3 4 5", "2", "(-4,-6,-8)") + ONE, values, Placement.RESAMPLED)).of("a")
                .voxels());
    }

    @Test
    void otherGrid_asksAndCanBeResampled() throws IOException {
        String header = placed("20 18 17", "4", "(1,1,1)") + ONE;
        byte[] values = bytes(20 * 18 * 17, 1);
        GridMismatch mismatch = assertThrows(GridMismatch.class, () -> read(header, values, Placement.EXACT));
        assertEquals(SCAN, mismatch.scan());
        assertFalse(mismatch.sameSize());
        assertTrue(mismatch.getMessage().contains("20 x 18 x 17"), mismatch.getMessage());
        Segmentation resampled = read(header, values, Placement.RESAMPLED);
        assertEquals(SCAN.size(), resampled.size());
        assertEquals(40L * 36 * 34, SegmentCounts.of(resampled).of("a").voxels());
    }

    @Test
    void resampling_takesTheNearestVoxel() throws IOException {
        byte[] values = new byte[20 * 18 * 17];
        values[(3 * 18 + 2) * 20 + 1] = 1;
        Segmentation resampled = read(placed("20 18 17", "4", "(1,1,1)") + ONE, values, Placement.RESAMPLED);
        // source voxel (1, 2, 3) is centred at 5, 9, 13 mm and 4 mm wide: scan voxels 2-3, 4-5, 6-7
        assertEquals(new SegmentCounts.Count(8, new VoxelBox(2, 4, 6, 4, 6, 8)), SegmentCounts.of(resampled).of("a"));
    }

    @Test
    void sameSizeElsewhere_canBeTakenVoxelByVoxel() throws IOException {
        byte[] values = bytes(40 * 36 * 34, 0);
        values[7] = 1;
        String header = placed("40 36 34", "1", "(100,0,0)") + ONE;
        assertTrue(assertThrows(GridMismatch.class, () -> read(header, values, Placement.EXACT)).sameSize());
        Segmentation read = read(header, values, Placement.BY_INDEX);
        assertEquals(1, read.layers().getFirst().label(7, 0, 0));
        assertEquals(SCAN.geometry(), read.geometry());
    }

    @Test
    void micrometreScan_fitsTheSameFile() throws IOException {
        Grid scan = new Grid(SCAN.size(), Geometry.of(2000, 2000, 2000, "micrometer"));
        try (MemoryDataset dataset = MemoryDataset.of(placed("3 4 5", "2", "(4,4,4)") + ONE, bytes(60, 1))) {
            Segmentation read = SegNrrd.read(dataset, Optional.of(scan), Progress.NONE);
            assertEquals(new VoxelBox(2, 2, 2, 5, 6, 7), SegmentCounts.of(read).of("a").box());
        }
    }

    @Test
    void legacyExtent_placesTheFileAndGivesTheColour() throws IOException {
        String header = placed("3 4 5", "2", "(0,0,0)") + "\nSegmentation_Extent:=30 32 5 8 29 33\nSegment0_ID:=a"
                + "\nSegment0_DefaultColor:=1 0.5 0";
        Segmentation read = read(header, bytes(60, 1), Placement.EXACT);
        assertEquals(new VoxelBox(30, 5, 29, 33, 9, 34), SegmentCounts.of(read).of("a").box());
        assertEquals(new SegmentColor(1, 0.5, 0), read.segments().getFirst().color());
    }

    @Test
    void fractionsAreCutOff_andAnyTypeIsRead() throws IOException {
        float[] numbers = {0.9f, 1.0f, 1.99f, 2.5f, -0.7f, Float.NaN};
        ByteBuffer floats = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : numbers) {
            floats.putFloat(number);
        }
        LabelLayer layer = read("type: float\nsizes: 6 1 1" + ONE, floats.array()).layers().getFirst();
        assertEquals(List.of(0, 1, 1, 2, 0, 0), List.of(layer.label(0, 0, 0), layer.label(1, 0, 0), layer.label(2, 0, 0),
                layer.label(3, 0, 0), layer.label(4, 0, 0), layer.label(5, 0, 0)));
        byte[] shorts = {44, 1, 0, 0};
        assertEquals(300, read("type: short\nsizes: 2 1 1" + ONE, shorts).layers().getFirst().label(0, 0, 0));
    }

    @Test
    void valuesThatAreNoLabels_areRefused() {
        VolumeException negative = assertThrows(VolumeException.class,
                () -> read("type: short\nsizes: 2 1 1" + ONE, new byte[] {(byte) 0xff, (byte) 0xff, 0, 0}));
        assertTrue(negative.getMessage().contains("-1"), negative.getMessage());
        byte[] large = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(70_000).array();
        assertThrows(VolumeException.class, () -> read("type: float\nsizes: 1 1 1\nSegment1_ID:=x", large));
    }

    @Test
    void layersInterleaved_andOneAfterTheOther() throws IOException {
        String segments = "\nSegment0_ID:=a\nSegment0_Layer:=0\nSegment0_LabelValue:=1"
                + "\nSegment1_ID:=b\nSegment1_Layer:=1\nSegment1_LabelValue:=2";
        Segmentation mixed = read("type: unsigned char\nsizes: 2 3 1 1\nkinds: list domain domain domain" + segments,
                new byte[] {1, 0, 1, 2, 0, 2});
        Segmentation apart = read("type: unsigned char\nsizes: 3 1 1 2\nkinds: domain domain domain list" + segments,
                new byte[] {1, 1, 0, 0, 2, 2});
        assertEquals(mixed.layers(), apart.layers());
        assertEquals(1, mixed.layers().get(0).label(1, 0, 0));
        assertEquals(2, mixed.layers().get(1).label(1, 0, 0));
    }

    @Test
    void missingLayers_areTheSegmentIndexAsInOldFiles() throws IOException {
        Segmentation read = read("type: unsigned char\nsizes: 2 1 1 1\nkinds: list domain domain domain\nSegment0_ID:=a\n"
                + "Segment1_ID:=b", new byte[] {1, 1});
        assertEquals(List.of(0, 1), read.segments().stream().map(Segment::layer).toList());
        assertEquals(List.of(1, 1), read.segments().stream().map(Segment::label).toList());
    }

    @Test
    void plainLabelMap_givesOneSegmentPerValue() throws IOException {
        Segmentation read = read("type: unsigned char\nsizes: 4 1 1", new byte[] {0, 3, 9, 3});
        assertEquals(List.of("Segment_3", "Segment_9"), read.segments().stream().map(Segment::name).toList());
        assertEquals(2, SegmentCounts.of(read).of("Segment_3").voxels());
        assertEquals(2, read.segments().stream().map(Segment::color).distinct().count());
    }

    @Test
    void names_areUnescapedAndUnknownFieldsKept() throws IOException {
        Segment read = read("type: unsigned char\nsizes: 2 1 1" + ONE
                + "\nSegment0_Name:=one\\ntwo \\\\ three \nSegment0_Own:=any\\n thing", new byte[2]).segments().getFirst();
        assertEquals("one\ntwo \\ three ", read.name());
        assertEquals(List.of(new HeaderField("Own", "any\\n thing", true)), read.fields());
    }

    @Test
    void duplicateIdsAndLabels_areTold_apart() throws IOException {
        Segmentation read = read("type: unsigned char\nsizes: 2 1 1" + ONE
                + "\nSegment1_ID:=a\nSegment1_Layer:=0\nSegment1_LabelValue:=1\nSegment2_ID:=c\nSegment2_Layer:=7"
                + "\nSegment2_LabelValue:=0\nSegment4_ID:=after a gap", new byte[] {1, 1});
        assertEquals(List.of("a", "a_1", "c"), read.segments().stream().map(Segment::id).toList());
        assertEquals(3, read.segments().stream().map(Segment::label).distinct().count());
        assertEquals(2, SegmentCounts.of(read).of("a").voxels());
    }

    @Test
    void hostileNumbers_areRefusedWithoutUsingMemory() {
        for (String sizes : new String[] {"3000000000 1 1", "2147483647 2147483647 2147483647", "2147483647 1000000 1",
                "5000 2 2 2", "2 2 2 2 2", "2147483647 2147483647 1"}) {
            assertThrows(VolumeException.class, () -> read("type: unsigned char\nsizes: " + sizes + ONE, new byte[1]), sizes);
        }
    }

    @Test
    void truncatedFile_isRefused() {
        VolumeException e = assertThrows(VolumeException.class,
                () -> read("type: unsigned char\nsizes: 2 3 4" + ONE, new byte[23]));
        assertTrue(e.getMessage().contains("ends too early"), e.getMessage());
    }

    @Test
    void hostileReferenceImage_isIgnored() throws IOException {
        String huge = "1;0;0;0;0;1;0;0;0;0;1;0;0;0;0;1;0;2147483646;0;2147483646;0;2147483646;";
        Segmentation read = read("type: unsigned char\nsizes: 1 1 1\nSegmentation_ConversionParameters:=Reference image geometry|"
                + huge + "|x&" + ONE, new byte[1]);
        assertEquals(new VoxelSize(1, 1, 1), read.size());
    }

    @Test
    void segmentations_areRecognised() {
        try (MemoryDataset plain = MemoryDataset.of("type: unsigned char\nsizes: 2 1 1", new byte[2]);
                MemoryDataset seg = MemoryDataset.of("type: unsigned char\nsizes: 2 1 1" + ONE, new byte[2])) {
            assertTrue(SegNrrd.isSegmentation(seg.info()));
            assertFalse(SegNrrd.isSegmentation(plain.info()));
            assertTrue(SegNrrd.isSegmentation(plain.info(), "Bones.SEG.nrrd"));
            assertFalse(SegNrrd.isSegmentation(plain.info(), "Bones.nrrd"));
        }
    }
}
