package org.morphodepot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

/** The measurements run and measure what they say; how fast is another question. */
class BenchTest {

    @TempDir
    private static Path folder;
    private static Path scan;
    private static Path labels;

    @BeforeAll
    static void makeScan() {
        Run.needReaders();
        scan = folder.resolve("scan.zarr");
        labels = folder.resolve("truth.seg.nrrd");
        Run.of("phantom", scan, "--size", "70,110,65", "--labels", labels).succeeded();
    }

    @Test
    void load_readsEveryValue() {
        JsonObject json = Run.of("bench", "load", scan, "--reps", 2, "--json").json();
        assertEquals(Run.of("info", scan, "--json", "--checksum").json().get("sha256"), json.get("sha256"));
        assertEquals(70 * 110 * 65 * 2, json.get("bytesDecoded").getAsLong());
        assertEquals(2, json.getAsJsonArray("reps").size());
        for (String key : List.of("seconds", "first", "bytesFetched", "mbPerSecond")) {
            assertTrue(json.get(key).getAsDouble() > 0, key);
        }
    }

    @Test
    void load_reportsFailuresAsOthersDo() {
        Run.of("bench", "load", folder.resolve("none.zarr")).failed(1);
        Run.of("bench", "load", scan, "--reps", 0).failed(2);
        Run.of("bench").failed(2);
    }

    @Test
    void view_seesFinerAndFinerPictures() {
        JsonObject json = Run.of("bench", "view", scan, "--jumps", 3, "--again", 2, "--view", "120,90", "--json").json();
        double open = json.get("open").getAsDouble();
        double first = json.get("firstPicture").getAsDouble();
        assertTrue(open > 0 && first >= open && json.get("firstSlices").getAsDouble() >= first, json.toString());
        assertEquals(3, json.getAsJsonObject("jump").get("count").getAsInt());
        assertEquals(2, json.getAsJsonObject("openedAgain").get("count").getAsInt());
    }

    @Test
    void paint_measuresEverySampleAndUndo() {
        JsonObject json = Run.of("bench", "paint", scan, "--strokes", 4, "--samples", 5, "--diameter", 9,
                "--json").json();
        assertEquals(20, json.getAsJsonObject("step").get("count").getAsInt());
        for (String key : List.of("apply", "undo", "redo")) {
            assertEquals(4, json.getAsJsonObject(key).get("count").getAsInt(), key);
        }
        assertTrue(json.get("peakHeap").getAsLong() > 0);
        Run.of("bench", "paint", scan, "--size", "9,9,9").failed(2);
    }

    @Test
    void paint_needsNoScan() {
        Run.of("bench", "paint", "--size", "3000,3000,3000", "--strokes", 1, "--samples", 2).succeeded();
    }

    @Test
    void paint_beginsWithFullLabels() {
        JsonObject json = Run.of("bench", "paint", scan, "--dense", 40, "--strokes", 2, "--samples", 2, "--json").json();
        assertTrue(json.get("blocks").getAsLong() > 3 * 4 * 3 * 16_000, json.toString());
        Run.of("bench", "paint", "--dense", 256).failed(2);
    }

    @Test
    void diff_findsTheChangedSegments() {
        JsonObject json = Run.of("bench", "diff", "--size", "130,100,70", "--segments", 12, "--json").json();
        assertTrue(json.get("segments").getAsInt() > 1, json.toString());
        assertTrue(json.get("first").getAsDouble() > 0);
        Run.of("bench", "diff", "--segments", 0).failed(2);
    }

    @Test
    void seg_readsAndWrites() {
        JsonObject json = Run.of("bench", "seg", labels, "--reps", 2, "--json").json();
        assertEquals(22, json.get("segments").getAsInt());
        assertTrue(json.get("read").getAsDouble() > 0 && json.get("write").getAsDouble() > 0);
        Run.of("bench", "seg", folder.resolve("none.seg.nrrd")).failed(1);
    }
}
