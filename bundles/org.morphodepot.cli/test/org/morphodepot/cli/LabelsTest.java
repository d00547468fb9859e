package org.morphodepot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
