package org.morphodepot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

class MainTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void readers() {
        Run.needReaders();
    }

    private Path nrrd(String name, String header, String values) throws IOException {
        return Files.writeString(folder.resolve(name), "NRRD0004\n" + header + "\n\n" + values);
    }

    private Path small() throws IOException {
        return nrrd("small.nrrd", """
                type: unsigned short
                dimension: 3
                space: right-anterior-superior
                sizes: 3 2 1
                space directions: (0,2,0) (0.5,0,0) (0,0,4)
                space origin: (1,2,3)
                encoding: ascii
                endian: little""", "0 1 2 3 4 65535\n");
    }

    @Test
    void help_listsTheCommands() {
        String out = Run.of("--help").succeeded().out();
        for (String command : List.of("info", "convert", "phantom", "bench")) {
            assertTrue(out.contains("\n  " + command), out);
            assertTrue(Run.of(command, "--help").succeeded().out().startsWith("Usage: morphodepot " + command));
        }
    }

    @Test
    void version_isOneLine() {
        String out = Run.of("--version").succeeded().out();
        assertTrue(out.matches("MorphoDepot Workbench \\S+, Java \\d+\\R"), out);
    }

    @Test
    void wrongUse_exitsWith2AndAHint() throws IOException {
        assertTrue(Run.of().failed(2).contains("see morphodepot --help"));
        assertTrue(Run.of("fly").failed(2).contains("fly"));
        assertTrue(Run.of("info").failed(2).contains("see morphodepot info --help"));
        assertTrue(Run.of("info", small(), "--jsn").failed(2).contains("--jsn"));
        assertTrue(Run.of("info", small(), small()).failed(2).contains("see morphodepot info --help"));
        assertTrue(Run.of("info", "ftp://host/x^y").failed(2).contains("not a valid address"));
        assertTrue(Run.of("info", "").failed(2).contains("empty"));
    }

    @Test
    void info_givesTheContractsKeys() throws IOException {
        JsonObject json = Run.of("info", small(), "--json").json();
        assertEquals(List.of("format", "size", "type", "spacing", "unit", "origin", "directions", "space", "levels"),
                List.copyOf(json.keySet()));
        assertEquals("\"nrrd\"", json.get("format").toString());
        assertEquals("[3,2,1]", json.get("size").toString());
        assertEquals("\"uint16\"", json.get("type").toString());
        assertEquals("[2.0,0.5,4.0]", json.get("spacing").toString());
        JsonObject level = json.getAsJsonArray("levels").get(0).getAsJsonObject();
        assertEquals(List.of("size", "chunk", "shard", "codecs", "zarrFormat"), List.copyOf(level.keySet()));
        assertTrue(level.get("shard").isJsonNull());
    }

    @Test
    void info_reportsInTheFilesOwnSpace() throws IOException {
        JsonObject json = Run.of("info", small(), "--json").json();
        assertEquals("\"right-anterior-superior\"", json.get("space").toString());
        assertEquals("[1.0,2.0,3.0]", json.get("origin").toString());
        assertEquals("[[0.0,1.0,0.0],[1.0,0.0,0.0],[0.0,0.0,1.0]]", json.get("directions").toString());
    }

    @Test
    void info_addsTheChecksumOfLittleEndianValues() throws IOException {
        // python3 -c "import hashlib,struct; print(hashlib.sha256(struct.pack('<6H',0,1,2,3,4,65535)).hexdigest())"
        assertEquals("768dab003d13b5db4f6024a034f32ee662c4c685a6eddfc018e86960c1bac9a4",
                Run.of("info", small(), "--json", "--checksum").json().get("sha256").getAsString());
    }

    @Test
    void info_forPeopleNamesSizeAndSpacing() throws IOException {
        String out = Run.of("info", small()).succeeded().out();
        assertTrue(out.contains("3 x 2 x 1 voxels of uint16"), out);
        assertTrue(out.contains("2 x 0.5 x 4 mm"), out);
    }

    @Test
    void info_countsSegments() throws IOException {
        Path file = nrrd("two.seg.nrrd", """
                type: unsigned char
                dimension: 3
                space: left-posterior-superior
                sizes: 4 3 2
                space directions: (1,0,0) (0,1,0) (0,0,1)
                space origin: (0,0,0)
                encoding: ascii
                Segment0_ID:=a
                Segment0_Name:=femur
                Segment0_Color:=1 0.5 0
                Segment0_Layer:=0
                Segment0_LabelValue:=3
                Segment0_Extent:=0 3 0 2 0 1
                Segment1_ID:=b
                Segment1_Name:=tibia
                Segment1_Color:=0 0 1
                Segment1_Layer:=0
                Segment1_LabelValue:=1
                Segment1_Extent:=0 3 0 2 0 1""", """
                0 0 0 0  0 3 3 0  0 0 0 0
                0 0 0 0  0 0 3 0  0 0 0 0
                """);
        JsonObject json = Run.of("info", file, "--json", "--checksum").json();
        assertEquals("\"seg.nrrd\"", json.get("format").toString());
        assertEquals("1", json.get("layers").toString());
        assertEquals("[{\"id\":\"a\",\"name\":\"femur\",\"color\":[1.0,0.5,0.0],\"layer\":0,\"label\":3,\"tags\":{},\"voxels\":3,"
                + "\"extent\":[1,2,1,1,0,1]},{\"id\":\"b\",\"name\":\"tibia\",\"color\":[0.0,0.0,1.0],\"layer\":0,"
                + "\"label\":1,\"tags\":{},\"voxels\":0,\"extent\":[0,-1,0,-1,0,-1]}]", json.get("segments").toString());
        String text = Run.of("info", file).succeeded().out();
        assertTrue(text.matches("(?s).*femur\\s+3\\s+0\\s+3\\s+3 mm\u00b3.*"), text);
    }

    @Test
    void failure_isOneLineWithoutTrace() throws IOException {
        assertTrue(Run.of("info", folder.resolve("missing.zarr")).failed(1).startsWith("There is no file or folder "));
        Run.of("info", Files.writeString(folder.resolve("letter.txt"), "Dear all")).failed(1);
        Path broken = nrrd("broken.nrrd", "type: short\ndimension: 3\nsizes: 3 3\nencoding: raw", "");
        assertTrue(Run.of("info", broken).failed(1).contains("broken.nrrd"));
        Path cut = nrrd("cut.nrrd", "type: short\ndimension: 3\nsizes: 3 3 3\nencoding: raw\nendian: little", "abc");
        assertTrue(Run.of("info", cut, "--json", "--checksum").failed(1).contains("cut.nrrd"));
    }

    @Test
    void debug_addsTheTrace() throws IOException {
        Path broken = nrrd("broken.nrrd", "type: short\ndimension: 3\nsizes: 3 3\nencoding: raw", "");
        Run run = Run.of("info", broken, "--debug");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("\tat "), run.err());
        assertTrue(Run.of("--debug", "info", broken).err().contains("\tat "));
    }

    @Test
    void describe_neverSpansLines() {
        assertEquals("a b? c", Failure.describe(new IOException("a\n\tb\u0007\r\nc")));
        String unexpected = Failure.describe(new IllegalStateException("x"));
        assertTrue(unexpected.startsWith("Unexpected error: IllegalStateException: x"), unexpected);
        assertTrue(Failure.describe(new OutOfMemoryError()).contains("-Xmx"));
    }
}
