package org.morphodepot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;

class ConvertTest {

    @TempDir
    private Path folder;
    private Path scan;
    private JsonObject facts;

    @BeforeAll
    static void readers() {
        Run.needReaders();
    }

    @BeforeEach
    void makeScan() {
        scan = folder.resolve("scan.nrrd");
        Run.of("phantom", scan, "--size", "50,80,45", "--spacing", "40,40,60").succeeded();
        facts = facts(scan);
    }

    private static JsonObject facts(Path file) {
        return Run.of("info", file, "--json", "--checksum").json();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--zarr=2", "--zarr=3", "--codec=none", "--codec=gzip", "--codec=zlib",
            "--codec=zstd --zarr=3",
            "--codec=lz4", "--codec=blosc --zarr=3", "--chunk=16", "--levels=1", "--levels=4 --chunk=32 --zarr=3",
            "--shard=64 --chunk=16 --resume"})
    void thereAndBack_keepsValuesAndPlace(String options) {
        Path zarr = folder.resolve("scan.zarr");
        Object[] args = Stream.concat(Stream.of("convert", scan, zarr), Stream.of(options.split(" "))).toArray();
        Run.of(args).succeeded();
        JsonObject there = facts(zarr);
        assertEquals("ome-zarr", there.get("format").getAsString());
        Path back = folder.resolve("back.nrrd");
        Run.of("convert", zarr, back).succeeded();
        for (JsonObject copy : List.of(there, facts(back))) {
            for (String key : List.of("sha256", "size", "type", "spacing", "origin", "directions")) {
                assertEquals(facts.get(key), copy.get(key), key);
            }
        }
    }

    @Test
    void options_areObeyed() {
        Path zarr = folder.resolve("scan.zarr");
        Run.of("convert", scan, zarr, "--levels", 2, "--chunk", 20, "--zarr", 3, "--codec", "zstd").succeeded();
        JsonObject json = facts(zarr);
        assertEquals(2, json.getAsJsonArray("levels").size());
        JsonObject level = json.getAsJsonArray("levels").get(0).getAsJsonObject();
        assertEquals("[20,20,20]", level.get("chunk").toString());
        assertEquals(3, level.get("zarrFormat").getAsInt());
        assertTrue(level.get("codecs").toString().contains("zstd"), level.toString());
    }

    @Test
    void spacing_isTakenFromTheUser_alsoForHeadersThatSayOtherwise() {
        Path zarr = folder.resolve("placed.zarr");
        Run.of("convert", scan, zarr, "--spacing", "10,20,30", "--levels", 1).succeeded();
        assertEquals("[10.0,20.0,30.0]", facts(zarr).get("spacing").toString());
        assertEquals("micrometer", facts(zarr).get("unit").getAsString());
        Path nrrd = folder.resolve("placed.nrrd");
        Run.of("convert", scan, nrrd, "--spacing", "0.25", "--unit", "mm").succeeded();
        assertEquals("[0.25,0.25,0.25]", facts(nrrd).get("spacing").toString());
        assertEquals(facts.get("sha256"), facts(nrrd).get("sha256"));
        Run.of("convert", scan, folder.resolve("no.zarr"), "--spacing", "1,2,3", "--unit", "parsec").failed(2);
    }

    @Test
    void wrongUse_isRefusedBeforeAnythingIsWritten() throws IOException {
        Path zarr = folder.resolve("scan.zarr");
        for (String options : List.of("--codec brotli", "--chunk 0", "--levels 0", "--zarr 4", "--chunk many", "--shard -1")) {
            Run.of(Stream.concat(Stream.of("convert", scan, zarr), Stream.of(options.split(" "))).toArray()).failed(2);
        }
        Run.of("convert", scan, folder.resolve("other.nrrd"), "--levels", 3).failed(2);
        Run.of("convert", scan, scan).failed(2);
        Run.of("convert", scan).failed(2);
        assertEquals(List.of("scan.nrrd"), files());
    }

    @Test
    void unknownNameOrMissingInput_failsWithoutATrace() throws IOException {
        assertTrue(Run.of("convert", scan, folder.resolve("scan.jpg")).failed(1).contains("scan.jpg"));
        Run.of("convert", folder.resolve("none.nrrd"), folder.resolve("out.zarr")).failed(1);
        assertEquals(List.of("scan.nrrd"), files());
    }

    @Test
    void damagedInput_leavesNothing() throws IOException {
        byte[] whole = Files.readAllBytes(scan);
        Path cut = Files.write(folder.resolve("cut.nrrd"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Run.of("convert", cut, folder.resolve("out.zarr")).failed(1);
        Run.of("convert", cut, folder.resolve("out.nrrd")).failed(1);
        assertEquals(List.of("cut.nrrd", "scan.nrrd"), files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"huge.zarr", "huge.nrrd"})
    void stoppedProcess_leavesNothing(String name) throws IOException, InterruptedException {
        assumeTrue(File.separatorChar == '/', "Windows cannot ask a process to end");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "org.morphodepot.cli.Main", "phantom", folder.resolve(name).toString(), "--size", "3000,3000,3000")
                .redirectErrorStream(true).start();
        try {
            for (int i = 0; i < 600 && process.isAlive() && files().size() < 2; i++) {
                Thread.sleep(50);
            }
            assertTrue(process.isAlive(), () -> text(process));
            assertNotEquals(List.of("scan.nrrd"), files(), "nothing is being written");
            assertFalse(files().contains(name), "looks complete");
            Thread.sleep(300);
            process.destroy();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS), "does not end");
            assertNotEquals(0, process.exitValue());
            assertEquals(List.of("scan.nrrd"), files());
        } finally {
            process.destroyForcibly();
        }
    }

    private static String text(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void phantom_writesLabelsAndTable() throws IOException {
        Path labels = folder.resolve("truth.seg.nrrd");
        Path table = folder.resolve("table.csv");
        Run.of("phantom", folder.resolve("p.nrrd"), "--size", "40x64x40", "--seed", 7, "--labels", labels, "--table",
                table)
                .succeeded();
        JsonObject json = facts(labels);
        assertEquals("seg.nrrd", json.get("format").getAsString());
        assertEquals(22, json.getAsJsonArray("segments").size());
        assertTrue(json.getAsJsonArray("segments").asList().stream()
                .allMatch(s -> s.getAsJsonObject().get("voxels").getAsLong() > 0), json.get("segments").toString());
        JsonObject tags = json.getAsJsonArray("segments").get(0).getAsJsonObject().getAsJsonObject("tags");
        assertEquals("completed", tags.get("Segmentation.Status").getAsString());
        assertTrue(tags.get("TerminologyEntry").getAsString().startsWith("phantom~"), tags.toString());
        assertEquals(23, Files.readAllLines(table).size());
        assertFalse(Run.of("phantom", folder.resolve("q.nrrd"), "--size", "4,4").failed(2).isEmpty());
        assertFalse(Run.of("phantom", folder.resolve("q.nrrd"), "--spacing", "0").failed(2).isEmpty());
        assertFalse(Files.exists(folder.resolve("q.nrrd")));
    }
}
