package org.morphodepot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelSize;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

class LabelsTest {

    @TempDir
    private Path folder;
    private Path scan;
    private Path labels;

    @BeforeAll
    static void readers() {
        Run.needReaders();
    }

    @BeforeEach
    void makeLabels() {
        scan = folder.resolve("scan.nrrd");
        labels = folder.resolve("truth.seg.nrrd");
        Run.of("phantom", scan, "--size", "50,80,45", "--spacing", "40,40,60", "--labels", labels).succeeded();
    }

    private static JsonObject facts(Path file) {
        return Run.of("info", file, "--json").json();
    }

    /** Labels with their voxels. */
    private static List<String> voxels(JsonObject facts) {
        return facts.getAsJsonArray("segments").asList().stream().map(JsonElement::getAsJsonObject)
                .filter(s -> s.get("voxels").getAsLong() > 0).map(s -> s.get("label") + ": " + s.get("voxels")).sorted().toList();
    }

    @Test
    void labelMaps_outAndIn_keepEveryVoxel() {
        List<String> expected = voxels(facts(labels));
        assertTrue(expected.size() > 3);
        for (String name : List.of("map.nrrd", "map.zarr")) {
            Path map = folder.resolve(name);
            Path back = folder.resolve(name + ".seg.nrrd");
            Run.of("labels", labels, map).succeeded();
            Run.of("labels", map, back, "--scan", scan).succeeded();
            assertEquals(expected, voxels(facts(back)), name);
            assertEquals(facts(labels).get("size"), facts(back).get("size"));
        }
    }

    /** A file on the grid of the scan with two segments in layers of their own that share a voxel. */
    private Path overlapping() throws IOException {
        VoxelSize size = new VoxelSize(50, 80, 45);
        Geometry place;
        try (Dataset truth = Volumes.fromClassPath().open(Address.of(labels))) {
            place = truth.info().geometry().orElseThrow();
        }
        List<Segment> segments = new ArrayList<>();
        List<LabelLayer> layers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            char[] voxels = new char[Block.VOXELS];
            Arrays.fill(voxels, 10 * i, 10 * i + 11, (char) 7);
            layers.add(LabelLayer.empty(size).with(List.of(new BlockChange(0, 0, 0, Block.of(voxels)))));
            segments.add(new Segment("id" + i, "part " + i, SegmentColor.ofRgb(0x112233 * (i + 1)), i, 7, "", List.of(), true,
                    true, 1));
        }
        Path file = folder.resolve("overlapping.seg.nrrd");
        SegNrrd.write(new Segmentation(size, place, segments, layers, List.of()), file, Progress.NONE);
        return file;
    }

    /** Name, colour and voxels of each segment. */
    private static List<String> segments(JsonObject facts) {
        return facts.getAsJsonArray("segments").asList().stream().map(JsonElement::getAsJsonObject)
                .map(s -> s.get("layer") + " " + s.get("label") + " " + s.get("name") + " " + s.get("color") + " "
                        + s.get("voxels") + " " + s.get("extent")).toList();
    }

    @Test
    void overlappingLayers_becomeLabelImagesAndComeBack() throws IOException {
        Path file = overlapping();
        List<String> expected = segments(facts(file));
        assertEquals(2, expected.size());
        Path image = folder.resolve("image.zarr");
        Run.of("convert", scan, image, "--zarr", 3).succeeded();
        for (Path out : List.of(folder.resolve("layers.zarr"), image.resolve("labels"))) {
            assertEquals("Note: The segments are in 2 layers, so " + out.getFileName()
                    + " holds 2 label images: layer-1 to layer-2.", Run.of("labels", file, out).err().strip());
        }
        for (Path in : List.of(folder.resolve("layers.zarr"), image.resolve("labels"), image)) {
            Path back = folder.resolve(in.getFileName() + ".back.seg.nrrd");
            Run.of("labels", in, back).succeeded();
            assertEquals(expected, segments(facts(back)), in.toString());
        }
    }

    @Test
    void labelsOfAnImage_mustHaveItsVoxels() {
        Path image = folder.resolve("other.zarr");
        Run.of("phantom", image, "--size", "40,60,45", "--spacing", "50,50,60").succeeded();
        assertTrue(Run.of("labels", labels, image.resolve("labels")).failed(1).endsWith("Use --resample."));
        Run.of("labels", labels, image.resolve("labels"), "--resample").succeeded();
        assertEquals("[40,60,45]", facts(image.resolve("labels").resolve("layer-1")).get("size").toString());
    }

    @Test
    void overlappingLayers_areMergedWithANoteWhereTheFormatHasNone() throws IOException {
        Run run = Run.of("labels", overlapping(), folder.resolve("flat.nrrd"));
        assertEquals(0, run.code());
        assertTrue(run.err().contains("(voxels: 1)"), run.err());
    }

    @Test
    void cropped_isSmallerAndFitsTheScan() {
        Path cropped = folder.resolve("cropped.seg.nrrd");
        Run.of("labels", labels, cropped, "--crop").succeeded();
        Path whole = folder.resolve("whole.seg.nrrd");
        Run.of("labels", cropped, whole, "--scan", scan).succeeded();
        assertEquals(voxels(facts(labels)), voxels(facts(whole)));
    }

    @Test
    void table_hasALineForEachSegment_withValuesWhenThereIsAScan() throws IOException {
        Path table = folder.resolve("table.csv");
        Run.of("labels", labels, table).succeeded();
        int segments = facts(labels).getAsJsonArray("segments").size();
        assertEquals(segments + 1, Files.readAllLines(table).size());
        Run.of("labels", labels, table, "--scan", scan).succeeded();
        assertTrue(Files.readAllLines(table).getFirst().endsWith(",min,max,mean,median,stdev"));
    }

    @Test
    void otherGrid_asksForResampling() {
        Path other = folder.resolve("other.nrrd");
        Run.of("phantom", other, "--size", "40,60,45", "--spacing", "50,50,60").succeeded();
        Path out = folder.resolve("out.seg.nrrd");
        assertTrue(Run.of("labels", labels, out, "--scan", other).failed(1).endsWith("Use --resample."));
        Run.of("labels", labels, out, "--scan", other, "--resample").succeeded();
        Run.of("labels", labels, folder.resolve("x.nrrd"), "--crop").failed(2);
        Run.of("labels", labels, labels).failed(2);
    }
}
