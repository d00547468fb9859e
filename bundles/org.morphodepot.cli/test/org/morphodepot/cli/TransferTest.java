package org.morphodepot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

class TransferTest {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/one.txt"), "abc");
        Files.writeString(folder.resolve("a/b/two.txt"), "hello");
    }

    @Test
    void copy_tellsWhatItDid() throws IOException {
        Run run = Run.of("copy", folder.resolve("a"), folder.resolve("c"), "--verify").succeeded();
        assertTrue(run.out().startsWith("Copied 2 files, 8 B"), run.out());
        assertEquals("hello", Files.readString(folder.resolve("c/b/two.txt")));
        String sum = Run.of("copy", folder.resolve("a/one.txt"), folder.resolve("d"), "--checksum").succeeded().out();
        assertEquals(ABC + "  one.txt", sum.lines().findFirst().orElseThrow());
    }

    @Test
    void json_isOneObjectPerLine() {
        Run run = Run.of("copy", folder.resolve("a") + "/*.txt", folder.resolve("c"), "--json", "--checksum").succeeded();
        JsonObject[] lines = run.out().lines().map(line -> new Gson().fromJson(line, JsonObject.class)).toArray(JsonObject[]::new);
        assertEquals(2, lines.length);
        assertEquals("copied", lines[0].get("event").getAsString());
        assertEquals(ABC, lines[0].get("sha256").getAsString());
        assertEquals("finished", lines[1].get("event").getAsString());
        assertEquals(3, lines[1].get("bytes").getAsLong());
    }

    @Test
    void sync_copiesOnce_andRemovesOnlyWhenAsked() throws IOException {
        Path target = folder.resolve("c");
        Run.of("sync", folder.resolve("a"), target).succeeded();
        assertTrue(Run.of("sync", folder.resolve("a"), target).succeeded().out().contains("2 were there already"));
        Files.writeString(target.resolve("extra"), "x");
        String dry = Run.of("sync", folder.resolve("a"), target, "--delete", "--dry-run").succeeded().out();
        assertTrue(dry.startsWith("remove extra"), dry);
        assertTrue(Files.exists(target.resolve("extra")));
        Run.of("sync", folder.resolve("a"), target, "--delete").succeeded();
        assertFalse(Files.exists(target.resolve("extra")));
    }

    @Test
    void dryRun_listsFiles() {
        String out = Run.of("copy", folder.resolve("a"), folder.resolve("c"), "--dry-run").succeeded().out();
        assertTrue(out.contains("copy b/two.txt (5 B)"), out);
        assertFalse(Files.exists(folder.resolve("c")));
    }

    @Test
    void failures_haveALineEach_andExitCodeOne() throws IOException {
        Files.createDirectories(folder.resolve("c/one.txt"));
        Run run = Run.of("copy", folder.resolve("a"), folder.resolve("c"));
        assertEquals(1, run.code());
        assertTrue(run.err().startsWith("one.txt: "), run.err());
        assertTrue(run.out().contains("1 failed"), run.out());
        assertTrue(Run.of("copy", folder.resolve("no"), folder.resolve("c")).failed(1).contains("there is no file or folder"));
    }

    @Test
    void wrongUse_isRefused() {
        for (String wrong : new String[] {"--limit fast", "--parallel 0", "--part-size 1k"}) {
            String[] option = wrong.split(" ");
            Run.of("copy", folder.resolve("a"), folder.resolve("c"), option[0], option[1]).failed(2);
        }
        Run.of("copy", folder.resolve("a")).failed(2);
        Run.of("sync", "s3://a b[/", "y").failed(2);
    }

    @Test
    void ls_and_du_tellSizes() {
        String out = Run.of("ls", folder.resolve("a")).succeeded().out();
        assertTrue(out.lines().anyMatch(line -> line.matches("\\d{4}-.*Z +3  one.txt")), out);
        assertTrue(out.lines().anyMatch(line -> line.matches(" +b/")), out);
        assertTrue(Run.of("ls", folder.resolve("a"), "--all").succeeded().out().contains("b/two.txt"));
        assertEquals("2 files, 8 B (8 bytes)", Run.of("du", folder.resolve("a")).succeeded().out().strip());
        assertEquals(8, Run.of("du", folder.resolve("a"), "--json").json().get("bytes").getAsLong());
    }

    @Test
    void byteCounts_areReadAndWritten() {
        assertEquals(500_000, ByteCount.parse("500k"));
        assertEquals(1_500_000_000, ByteCount.parse("1.5GB/s"));
        assertThrows(IllegalArgumentException.class, () -> ByteCount.parse("-1"));
        assertEquals("999 B", ByteCount.of(999));
        assertEquals("1.0 kB", ByteCount.of(1000));
        assertEquals("12 MB", ByteCount.of(12_300_000));
        assertEquals("1.0 GB", ByteCount.of(999_900_000));
    }
}
