package org.morphodepot.label.segnrrd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.label.DenseModel;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SegNrrdCropTest {

    private static final VoxelSize SIZE = new VoxelSize(70, 40, 50);
    private static final Geometry PLACE = new Geometry(new double[] {0.02, 0.03, 0.04},
            new double[] {0, 1, 0, -1, 0, 0, 0, 0, 1}, new double[] {5, 6, 7}, "mm");

    @TempDir
    private Path folder;

    private static Labelling painted(VoxelBox... boxes) {
        Labelling labelling = new Labelling(Segmentation.empty(SIZE, PLACE));
        labelling.apply(SegmentEdits.add(labelling.current(), "femur", new SegmentColor(1, 0, 0), ""));
        for (VoxelBox box : boxes) {
            labelling.apply(DenseModel.edit(labelling.current(), 0, box, (char) 1));
        }
        return labelling;
    }

    private RawNrrd crop(Segmentation segmentation) throws IOException {
        SegNrrd.writeCropped(segmentation, file(), Progress.NONE);
        return RawNrrd.read(file());
    }

    private Path file() {
        return folder.resolve("out.seg.nrrd");
    }

    private Segmentation readBack() throws IOException {
        try (MemoryDataset dataset = MemoryDataset.of(file())) {
            return SegNrrd.read(dataset, Optional.of(new Grid(SIZE, PLACE)), Progress.NONE);
        }
    }

    @Test
    void croppedFile_holdsTheLabelsOnlyAndSaysWhereTheyAre() throws IOException {
        Labelling labelling = painted(new VoxelBox(33, 5, 6, 50, 7, 40));
        RawNrrd written = crop(labelling.current());
        assertEquals("17 2 34", written.value("sizes"));
        assertEquals(17 * 2 * 34, written.values().length);
        assertEquals("33 5 6", written.value("Segmentation_ReferenceImageExtentOffset"));
        assertEquals("(4.85,6.66,7.24)", written.value("space origin"));
        assertEquals("0 16 0 1 0 33", written.value("Segment0_Extent"));
        assertTrue(written.value("Segmentation_ConversionParameters").contains(";0;69;0;39;0;49;"));
        assertEquals(labelling.current().layers(), readBack().layers());
    }

    @Test
    void croppedAgain_keepsThePlaceInTheReference() throws IOException {
        crop(painted(new VoxelBox(33, 5, 6, 50, 7, 40)).current());
        Labelling again = new Labelling(readBack());
        again.apply(DenseModel.edit(again.current(), 0, new VoxelBox(33, 5, 6, 40, 7, 40), (char) 0));
        again.apply(DenseModel.edit(again.current(), 0, new VoxelBox(60, 30, 45, 61, 31, 46), (char) 1));
        RawNrrd written = crop(again.current());
        assertEquals("21 26 40", written.value("sizes"));
        assertEquals("40 5 6", written.value("Segmentation_ReferenceImageExtentOffset"));
        assertEquals(again.current().layers(), readBack().layers());
        SegNrrd.write(readBack(), file(), Progress.NONE);
        assertEquals(written.lines(), RawNrrd.read(file()).lines());
    }

    @Test
    void oneVoxel_isNotTakenForNone() throws IOException {
        for (VoxelBox voxel : List.of(new VoxelBox(0, 0, 0, 1, 1, 1), new VoxelBox(69, 39, 49, 70, 40, 50))) {
            Labelling labelling = painted(voxel);
            crop(labelling.current());
            assertEquals(labelling.current().layers(), readBack().layers());
        }
    }

    @Test
    void noLabels_areNotCropped() throws IOException {
        assertEquals("70 40 50", crop(painted().current()).value("sizes"));
    }

    @Test
    void versionOfTheFile_isKept() throws IOException {
        for (String magic : List.of("NRRD0005", "NRRD0004", "NRRD0001", "NRRD00.01")) {
            Segmentation empty = Segmentation.empty(SIZE, PLACE);
            Segmentation read = new Segmentation(SIZE, PLACE, List.of(), empty.layers(), List.of(
                    new HeaderField(magic, "", false), new HeaderField("type", "unsigned char", false),
                    new HeaderField("dimension", "3", false), new HeaderField("encoding", "gzip", false)));
            SegNrrd.write(read, file(), Progress.NONE);
            assertEquals(magic.equals("NRRD0005") ? magic : "NRRD0004", RawNrrd.read(file()).magic());
        }
    }

    @Test
    void unreadableFile_isNamed() throws IOException {
        crop(painted(new VoxelBox(3, 3, 3, 9, 9, 9)).current());
        String header = String.join("\n", RawNrrd.read(file()).lines()).replace("sizes: 6 6 6", "sizes: 6 6 7");
        try (MemoryDataset cut = MemoryDataset.of(header, new byte[216])) {
            VolumeException e = assertThrows(VolumeException.class,
                    () -> SegNrrd.read(cut, Optional.empty(), Progress.NONE));
            assertTrue(e.getMessage().startsWith("memory.seg.nrrd: "), e.getMessage());
        }
    }
}
