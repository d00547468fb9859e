package org.morphodepot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelSize;

import com.google.gson.JsonParser;

class MergeTest {

    @TempDir
    Path folder;

    private Segmentation base;

    @BeforeAll
    static void needReaders() {
        Run.needReaders();
    }

    @BeforeEach
    void writeBase() throws IOException {
        Labelling labelling = new Labelling(Segmentation.empty(new VoxelSize(96, 32, 32), Geometry.of(1, 1, 1, "mm")));
        labelling.apply(SegmentEdits.add(labelling.current(), "femur", new SegmentColor(1, 0, 0), ""));
        labelling.apply(SegmentEdits.add(labelling.current(), "tibia", new SegmentColor(0, 1, 0), ""));
        base = labelling.current();
        write("base", base);
    }

    @Test
    void changesInDifferentPlaces_mergeByThemselves() throws IOException {
        write("ours", painted(0, 1));
        write("theirs", painted(2, 2));

        Run run = merge();

        assertEquals(0, run.code(), run.err());
        var json = JsonParser.parseString(run.out()).getAsJsonObject();
        assertEquals(0, json.get("conflicts").getAsInt());
        assertEquals(32768L * 2, Run.of("info", folder.resolve("out.seg.nrrd"), "--json").out()
                .transform(text -> JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("segments"))
                .asList().stream().mapToLong(s -> s.getAsJsonObject().get("voxels").getAsLong()).sum());
        assertFalse(Files.exists(folder.resolve("out.conflicts.seg.nrrd")));
    }

    @Test
    void changesOfTheSameVoxels_leaveAConflictFileAndExitWithOne() throws IOException {
        write("ours", painted(1, 1));
        write("theirs", painted(1, 2));

        Run run = merge();

        assertEquals(1, run.code());
        var json = JsonParser.parseString(run.out()).getAsJsonObject();
        assertEquals(1, json.get("conflicts").getAsInt());
        assertEquals(32768, json.get("conflictVoxels").getAsInt());
        assertTrue(Files.exists(folder.resolve("out.conflicts.seg.nrrd")));
    }

    private Run merge() {
        return Run.of("merge", file("base"), file("ours"), file("theirs"), "-o", file("out"), "--json");
    }

    /** The base with one block of a label. */
    private Segmentation painted(int block, int label) {
        return base.withLayers(List.of(base.layers().getFirst()
                .with(List.of(new LabelLayer.BlockChange(block, 0, 0, Block.uniform(label))))));
    }

    private void write(String name, Segmentation segmentation) throws IOException {
        SegNrrd.write(segmentation, file(name), Progress.NONE);
    }

    private Path file(String name) {
        return folder.resolve(name + ".seg.nrrd");
    }
}
