package org.morphodepot.cli.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.cli.Main;
import org.morphodepot.forge.Account;
import org.morphodepot.forge.Forge;
import org.morphodepot.forge.Knobs;
import org.morphodepot.forge.PracticeDepot;
import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.work.SavedLabels;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

/** The loop of a segmenter from a script, each step a program of its own. */
class WorkCommandsTest {

    @TempDir
    Path folder;

    private Forge forge;
    private Account sam;

    @Test
    void script_startsCommitsAndSubmits() throws Exception {
        try (Forge opened = Forge.start(folder.resolve("forge"), 0, Knobs.quick())) {
            forge = opened;
            sam = PracticeDepot.in(forge).accounts().stream().filter(a -> a.login().equals("sam")).findFirst().orElseThrow();
            JsonObject started = new Gson().fromJson(run(0, "start", "director/practice-specimen#1", "--forge",
                    forge.address().toString(), "--json"), JsonObject.class);
            Path labels = Path.of(started.get("labels").getAsString());
            assertEquals("sam/practice-specimen", started.get("origin").getAsString());
            Segmentation painted = SavedLabels.read(Volumes.fromClassPath(), labels, Optional.empty(), Progress.NONE);
            SegNrrd.write(withGill(painted), labels, Progress.NONE);
            assertTrue(run(0, "checkpoint", labels.toString()).startsWith("Edited issue-1"));
            assertTrue(run(0, "checkpoint", labels.toString()).startsWith("Nothing new"));
            String sent = run(0, "submit", labels.toString(), "--review", "--comment", "Please look.");
            assertEquals(4, sent.lines().filter(line -> line.endsWith(": done")).count(), sent);
            assertFalse(everythingWritten().contains(sam.token()), "the token is on the disk");
        }
        assertTrue(run(1, "start", "director/practice-specimen#2", "--forge", forge.address().toString()).contains("reach"));
        assertTrue(run(2, "start", "nonsense", "--forge", forge.address().toString()).contains("is not a task such as"));
    }

    /** A new segment that fills one block. */
    private static Segmentation withGill(Segmentation state) {
        List<Segment> segments = SegmentEdits.add(state, "gill", SegmentColor.ofRgb(0xff8800), "").segments().after();
        char[] labels = new char[Block.VOXELS];
        Arrays.fill(labels, (char) segments.getLast().label());
        return state.withSegments(segments)
                .withLayers(List.of(state.layer(0).with(List.of(new BlockChange(0, 0, 0, Block.of(labels))))));
    }

    private String run(int code, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Main.class.getName(), "work"));
        command.addAll(List.of(words));
        command.addAll(List.of("--desk", folder.resolve("desk").toString()));
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("MORPHODEPOT_TOKEN", sam.token());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        int ended = process.waitFor();
        assertEquals(code, ended, said + Files.readString(errors));
        return code == 0 ? said : said + Files.readString(errors);
    }

    private String everythingWritten() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve("desk"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
