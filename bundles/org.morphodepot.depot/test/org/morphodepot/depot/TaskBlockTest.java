package org.morphodepot.depot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.depot.TaskBlock.Baseline;
import org.morphodepot.depot.TaskBlock.Finding.Damaged;
import org.morphodepot.depot.TaskBlock.Finding.Found;
import org.morphodepot.depot.TaskBlock.Finding.Plain;
import org.morphodepot.depot.TaskBlock.Structure;
import org.morphodepot.volume.VoxelBox;

class TaskBlockTest {

    private static final TaskBlock FULL = new TaskBlock(1,
            List.of(new Structure(OptionalInt.of(3), "frontal <left> -->", new Concept("UBERON", "0000209", "frontal bone")),
                    new Structure(OptionalInt.empty(), "vomer", Concept.NONE)),
            Optional.of(new VoxelBox(10, 20, 30, 110, 220, 330)), "Start at the --seam--\nand stop <b>there</b> \u00fc",
            Map.of("tool", "brush"), OptionalInt.of(90), Optional.of(LocalDate.of(2026, 3, 9)),
            Optional.of(new Baseline("v2", "ab12")), Map.of("colour", "{\"deep\":[1,2]}"));

    @Test
    void block_comesBackAndHidesOnTheWeb() {
        String body = FULL.into("Please paint the *frontal*.\n");
        assertEquals(new Found(FULL), TaskBlock.in(body));
        assertTrue(body.startsWith("Please paint the *frontal*.\n\n<!-- morphodepot:task\n{"), body);
        String hidden = body.substring(body.indexOf("<!--") + 4, body.lastIndexOf("-->"));
        assertTrue(!hidden.contains("-->") && !hidden.contains("--") && !hidden.contains("<"), hidden);
        assertEquals("Please paint the *frontal*.", TaskBlock.visible(body));
    }

    @Test
    void changedBlock_leavesTheTextAroundAsItIs() {
        String body = "Above\r\n\r\n" + TaskBlock.EMPTY.into("") + "\r\nBelow <!-- another comment -->";
        String changed = FULL.into(body);
        assertTrue(changed.startsWith("Above\r\n\r\n<!-- morphodepot:task\n"));
        assertTrue(changed.endsWith("-->\r\nBelow <!-- another comment -->"));
        assertEquals(new Found(FULL), TaskBlock.in(changed));
        assertEquals(changed, FULL.into(changed));
    }

    @Test
    void blockFromTheWeb_mayHaveOtherLineEnds() {
        assertEquals(new Found(FULL), TaskBlock.in(FULL.into("Text").replace("\n", "\r\n")));
    }

    @Test
    void newerBlock_isReadAndKept() {
        String body = "<!-- morphodepot:task {\"schema\":\"morphodepot-task\",\"version\":7,\"future\":true,"
                + "\"structures\":[{\"name\":\"a\",\"label\":\"x\"},null,5],\"region\":{\"min\":[0,0],\"max\":[1,1,1]},\"due\":\"soon\"} -->";
        TaskBlock block = assertInstanceOf(Found.class, TaskBlock.in(body)).block();
        assertEquals(List.of(new Structure(OptionalInt.empty(), "a", Concept.NONE)), block.structures());
        assertEquals(Optional.empty(), block.region());
        TaskBlock again = assertInstanceOf(Found.class, TaskBlock.in(block.withEffort(5).into(body))).block();
        assertEquals(7, again.version());
        assertEquals(Map.of("future", "true"), again.unknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Plain text", "<!-- morphodepot:mark=m -->", "<!-- morphodepot:tasks {} -->",
        "<!-- morphodepot:release-announce tag=v2 deadline=2026-01-01 -->"})
    void issuesWithoutBlock_arePlain(String body) {
        assertEquals(new Plain(), TaskBlock.in(body));
        assertEquals(body.stripTrailing(), TaskBlock.visible(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- morphodepot:task {} -->", "<!-- morphodepot:task { -->", "<!-- morphodepot:task\n{\"schema\":\"x\"}\n-->",
        "<!-- morphodepot:task {\"schema\":\"morphodepot-task\",\"version\":0} -->", "<!-- morphodepot:task never ends",
        "<!-- morphodepot:task [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ -->"})
    void damagedBlocks_areToldAndNoTask(String body) {
        Damaged damaged = assertInstanceOf(Damaged.class, TaskBlock.in(body));
        assertTrue(!damaged.why().isBlank() && !damaged.why().contains("\n"));
    }

    @Test
    void twoBlocks_areDamaged() {
        assertInstanceOf(Damaged.class, TaskBlock.in(FULL.into("") + FULL.into("")));
    }

    @Test
    void example_ofTheDocumentationIsRead() throws IOException {
        Path doc = Path.of("").toAbsolutePath();
        while (doc != null && !Files.exists(doc.resolve("docs/task-block.md"))) {
            doc = doc.getParent();
        }
        String text = Files.readString(Objects.requireNonNull(doc).resolve("docs/task-block.md"));
        String example = text.substring(text.indexOf("```markdown") + 11, text.indexOf("```", text.indexOf("```markdown") + 11));
        TaskBlock block = assertInstanceOf(Found.class, TaskBlock.in(example)).block();
        assertEquals(Optional.of(new VoxelBox(120, 80, 0, 380, 300, 210)), block.region());
        assertEquals(2, block.structures().size());
        assertEquals(Map.of(), block.unknown());
        assertEquals(example.strip(), block.into(example.strip()), "the example is as we write it");
    }
}
