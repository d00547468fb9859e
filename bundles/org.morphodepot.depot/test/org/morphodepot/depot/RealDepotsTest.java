package org.morphodepot.depot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.morphodepot.testing.RealData;

/** Files of depots that people made with 3D Slicer. */
class RealDepotsTest {

    private static final URI GITHUB = URI.create("https://github.com");

    @TempDir
    private Path folder;

    static List<Path> depots() throws IOException {
        if (!RealData.isHere()) {
            return List.of(Path.of("none"));
        }
        try (Stream<Path> all = Files.list(RealData.path("depots"))) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("depots")
    void filesLeftAlone_keepTheirBytes(Path depot) throws IOException {
        assumeTrue(RealData.isHere());
        Accession.read(depot).write(folder);
        SourcePointer.read(depot).write(folder);
        assertSame(depot, Accession.FILE);
        assertSame(depot, SourcePointer.FILE);
        if (ScanChecksum.read(depot).isPresent()) {
            ScanChecksum.read(depot).get().write(folder);
            assertSame(depot, ScanChecksum.FILE);
        }
        if (Files.exists(depot.resolve("screenshots/captions.json"))) {
            Screenshots.read(depot).write(folder);
            assertSame(depot, "screenshots/captions.json");
        }
    }

    private void assertSame(Path depot, String file) throws IOException {
        assertArrayEquals(Files.readAllBytes(depot.resolve(file)), Files.readAllBytes(folder.resolve(file)), file);
    }

    @ParameterizedTest
    @MethodSource("depots")
    void answersChangedAndChangedBack_giveTheSameBytes(Path depot) throws IOException {
        assumeTrue(RealData.isHere());
        Accession before = Accession.read(depot);
        for (Question question : Question.values()) {
            if (before.answers(question).size() < 2 && !before.answer(question).isEmpty()) {
                Accession changed = before.with(question, "something else");
                assertFalse(changed.text().equals(before.text()));
                assertEquals(before.text(), changed.with(question, before.answer(question)).text(), question.key());
            }
        }
        List<String> areas = before.answers(Question.AREAS);
        assertEquals(before.text(), before.with(Question.AREAS, List.of("Tail")).with(Question.AREAS, areas).text());
    }

    @ParameterizedTest
    @MethodSource("depots")
    void accession_answersTheSearch(Path depot) throws IOException {
        assumeTrue(RealData.isHere());
        Accession accession = Accession.read(depot);
        assertEquals(Set.of("Biological specimen"), accession.meanings(Question.SUBJECT_TYPE));
        for (Question question : Question.values()) {
            if (!question.choices().isEmpty()) {
                assertTrue(question.choices().containsAll(accession.meanings(question)), accession.meanings(question).toString());
            }
        }
        assertTrue(accession.scanDimensions().isPresent() && accession.scanSpacing().isPresent());
        Set<Question> missing = accession.unanswered(false);
        missing.remove(Question.TIER); // files of before October 2025 have none
        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @MethodSource("depots")
    void pointer_isAnHttpsAddressOfAFile(Path depot) throws IOException {
        assumeTrue(RealData.isHere());
        URI scan = SourcePointer.read(depot).resolve(GITHUB, "lab/depot");
        assertEquals("https", scan.getScheme());
        assertTrue(scan.getPath().endsWith(".nrrd"));
    }

    @Test
    void mouseTest_isAFileOfTheFirstForm() throws IOException {
        assumeTrue(RealData.isHere());
        Accession accession = Accession.read(RealData.path("depots/MouseTest"));
        assertEquals("Commercially acquired", accession.answer(Question.SPECIMEN_SOURCE));
        assertEquals(Set.of("Non-accessioned"), accession.meanings(Question.SPECIMEN_SOURCE));
        assertEquals(List.of(196, 256, 196), accession.scanDimensions().orElseThrow());
        assertEquals("", accession.extra("fileFormatVersion"));
        assertTrue(ScanChecksum.read(RealData.path("depots/MouseTest")).isEmpty());
    }

    @Test
    void daphnia_hasCaptions() throws IOException {
        assumeTrue(RealData.isHere());
        Path depot = RealData.path("depots/Daphnia_magna");
        String captions = Files.readString(depot.resolve("screenshots/captions.json"));
        Screenshots shots = Screenshots.of(List.of("screenshot-2.png", "screenshot-1.png", "notes.txt"), captions);
        assertEquals(List.of(new Screenshots.Shot("screenshot-1.png", ""), new Screenshots.Shot("screenshot-2.png", "Magna")),
                shots.shots());
    }
}
