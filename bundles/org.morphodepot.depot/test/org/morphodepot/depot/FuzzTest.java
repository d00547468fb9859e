package org.morphodepot.depot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.depot.TaskBlock.Baseline;
import org.morphodepot.depot.TaskBlock.Finding;
import org.morphodepot.depot.TaskBlock.Structure;
import org.morphodepot.testing.Damage;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelBox;

/** The files of a depot, damaged: read, or refused with one line, nothing else. Depots are made by strangers. */
class FuzzTest {

    private static final int ROUNDS = Damage.rounds(1500);

    @TempDir
    private Path folder;

    /** Something that reads a text. */
    @FunctionalInterface
    private interface Parser {
        void read(String text) throws IOException;
    }

    /** How many were refused. */
    private static int refused(String good, Parser parser) {
        Damage damage = new Damage(good.hashCode());
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String bad = damage.of(good);
            try {
                parser.read(bad);
            } catch (VolumeException e) {
                assertEquals(1, e.getMessage().lines().count(), e.getMessage());
                assertTrue(e.getMessage().length() < 1000, e.getMessage());
                refused++;
            } catch (IOException | RuntimeException | Error e) {
                throw new AssertionError("round " + round + ": " + bad.substring(0, Math.min(500, bad.length())), e);
            }
        }
        return refused;
    }

    private void readTable(String name, String text) throws IOException {
        Path file = Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        ColorTable table = ColorTable.read(file);
        table.segments();
        new CsvColors("again", "again").rows(table.csv());
    }

    @Test
    void damagedColourTables_areReadOrRefused() {
        Concept bone = new Concept("UBERON", "0000209", "frontal bone");
        Terminology terms = new Terminology("t", Concept.NONE, bone, Concept.NONE, Concept.NONE, Concept.NONE);
        String csv = CsvColors.text(List.of(new ColorRow(0, "background", 0, 0, 0, 0, terms),
                new ColorRow(3, "frontal, left", 241, 214, 145, 255, terms), new ColorRow(65_535, "vomer", 1, 2, 3, 0, terms)));
        assertTrue(refused(csv, text -> readTable("a.csv", text)) > 0);
        String blank = "# comment\n0 background 0 0 0 0\n3 frontal_left 241 214 145 255\n65535 vomer 1 2 3\n";
        assertTrue(refused(blank, text -> readTable("a.ctbl", text)) > 0);
    }

    @Test
    void damagedTaskBlocks_areFoundDamagedOrPlain() {
        Structure frontal = new Structure(OptionalInt.of(3), "frontal", new Concept("UBERON", "209", "bone"));
        TaskBlock full = new TaskBlock(1, List.of(frontal),
                Optional.of(new VoxelBox(10, 20, 30, 110, 220, 330)), "Start at the seam", Map.of("tool", "brush"),
                OptionalInt.of(90), Optional.of(LocalDate.of(2026, 3, 9)), Optional.of(new Baseline("v2", "ab12")),
                Map.of("colour", "{\"deep\":[1,2]}"));
        int damaged = refused(full.into("Please paint."), text -> {
            TaskBlock.visible(text);
            switch (TaskBlock.in(text)) {
                case Finding.Found(TaskBlock block) -> assertKept(block);
                case Finding.Damaged(String why) -> throw new VolumeException(VolumeException.Kind.MALFORMED, why);
                case Finding.Plain() -> { }
            }
        });
        assertTrue(damaged > 0);
    }

    /** What is meaningless, such as a term without a code, is not written; all else comes back. */
    private static void assertKept(TaskBlock block) {
        TaskBlock written = assertInstanceOf(Finding.Found.class, TaskBlock.in(block.into("again"))).block();
        assertEquals(new Finding.Found(written), TaskBlock.in(written.into("and again")));
        assertEquals(block.structures().size(), written.structures().size());
    }

    @Test
    void damagedAccessions_areReadOrRefused() throws IOException {
        String good = Accession.blank().with(Question.SPECIES, "Danio rerio").with(Question.MODALITY, "MRI").text();
        assertTrue(refused(good, text -> {
            Accession accession = Accession.parse(text);
            for (Question question : Question.values()) {
                accession.meanings(question);
            }
            accession.extra("specimenIdentifier");
            accession.unanswered(true);
            Accession.parse(accession.with(Question.SPECIES, "Mus").text());
        }) > 0);
    }

    @Test
    void damagedPeopleAndCaptions_areReadOrRefused() {
        String people = """
                {"contributions": [{"by": "ada-l", "issue": 7, "release": "v2", "url": "https://github.com/a/b/issues/7"}],
                "people": [{"affiliation": null, "author": true, "curator": true, "github": "Grace-H", "name": "Hopper, Grace",
                "orcid": null, "shoeSize": 38, "source": "member"}], "repo": "a/b", "schema": "morphodepot-contributors/1"}
                """;
        assertTrue(refused(people, text -> {
            Contributors contributors = Contributors.parse(text);
            contributors.people();
            contributors.contributions();
            contributors.withoutName();
        }) > 0);
        assertTrue(refused("{\"screenshot-1.png\": \"Side\", \"screenshot-2.png\": 3}",
                text -> Screenshots.of(List.of("screenshot-1.png", "screenshot-2.png"), text).shots()) > 0);
    }

    @Test
    void damagedPointersAndChecksums_areReadOrRefused() {
        for (String good : List.of("https://example.org/scans/skull.nrrd?x=1", "releases/download/v1/skull.nrrd")) {
            refused(good, text -> {
                URI uri = new SourcePointer(text).resolve(URI.create("https://github.com"), "lab/danio");
                assertEquals("https", uri.getScheme().toLowerCase(java.util.Locale.ROOT));
            });
        }
        assertTrue(refused("SHA256:" + "0a".repeat(32), ScanChecksum::parse) > 0);
    }
}
