package org.morphodepot.depot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.volume.VolumeException;

class AccessionTest {

    @TempDir
    private Path folder;

    @Test
    void answers_areReadByKeyInAnyForm() throws IOException {
        Accession accession = Accession.parse("{\"species\":[\"another text\",\"Danio rerio\"],\"modality\":\"MRI\","
                + "\"anatomicalAreas\":[\"?\",[\"Tail\",\"Hind limb\",\"\"]],\"license\":[\"only a question\"],"
                + "\"biologicalSex\":[\"?\",null],\"specimenIdentifier\":null,\"accessionResolved\":true}");
        assertEquals("Danio rerio", accession.answer(Question.SPECIES));
        assertEquals("MRI", accession.answer(Question.MODALITY));
        assertEquals(List.of("Tail", "Hind limb"), accession.answers(Question.AREAS));
        assertEquals(Set.of("Tail", "Hind limg"), accession.meanings(Question.AREAS));
        assertEquals("", accession.answer(Question.LICENSE) + accession.answer(Question.SEX) + accession.answer(Question.TIER));
        assertEquals("true", accession.extra("accessionResolved"));
        assertEquals("", accession.extra("specimenIdentifier"));
    }

    @Test
    void change_keepsForeignKeysOrderAndTheOldQuestion() throws IOException {
        String text = "{\n    \"taxonomy\": {\n        \"kingdom\": \"Animalia\"\n    },\n    \"species\": [\n        \"Old?\",\n"
                + "        \"Mus\"\n    ],\n    \"number\": 1.50\n}";
        Accession changed = Accession.parse(text).with(Question.SPECIES, "Mus m\u00fcller \"x\"");
        assertEquals(text.replace("\"Mus\"", "\"Mus m\\u00fcller \\\"x\\\"\""), changed.text());
    }

    @Test
    void sameAnswer_changesNothing() throws IOException {
        Accession accession = Accession.parse("{ \"species\" : [\"?\", \"Mus musculus\"] }");
        assertSame(accession, accession.with(Question.SPECIES, "Mus musculus"));
        assertEquals("{ \"species\" : [\"?\", \"Mus musculus\"] }", accession.text());
    }

    @Test
    void bytesThatAreNoUtf8_survive() throws IOException {
        byte[] bytes = "{\"species\": [\"?\", \"M\u00fcller\"]}".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve(Accession.FILE), bytes);
        Path copy = Files.createDirectory(folder.resolve("copy"));
        Accession.read(folder).write(copy);
        assertEquals(-1, Files.mismatch(folder.resolve(Accession.FILE), copy.resolve(Accession.FILE)));
    }

    @Test
    void blankForm_hasAllKeysAndSaysWhatIsMissing() {
        Accession blank = Accession.blank();
        assertTrue(blank.text().startsWith("{\n    \"otherSubjectDescription\": [\n        \"Please describe"), blank.text());
        assertTrue(blank.text().contains("\"anatomicalAreas\": [\n        \"What anatomical area(s) is/are present in the scan?\",\n"
                + "        []\n    ]"));
        assertTrue(blank.text().endsWith("\"fileFormatVersion\": 2\n}"));
        assertTrue(blank.unanswered(true).containsAll(Set.of(Question.SPECIES, Question.REDISTRIBUTION)));
        Accession other = blank.with(Question.SUBJECT_TYPE, "Other").with(Question.CONTENTS, "Partial specimen");
        assertTrue(other.unanswered(false).containsAll(Set.of(Question.OTHER_SUBJECT_DESCRIPTION, Question.AREAS)));
        assertTrue(!other.unanswered(false).contains(Question.SPECIES));
        assertTrue(blank.with(Question.SPECIES, "Homo").unanswered(false).contains(Question.SPECIES));
    }

    @Test
    void scan_isWrittenAsPythonDoes() throws IOException {
        Accession scan = Accession.blank().withScan(List.of(594, 1046, 738), List.of(0.042, 1.0, 1.2999954223632812));
        assertTrue(scan.text().contains("\"scanDimensions\": \"(594, 1046, 738)\""));
        assertTrue(scan.text().contains("\"scanSpacing\": \"(0.042, 1.0, 1.2999954223632812)\""));
        assertEquals(Optional.of(List.of(594, 1046, 738)), Accession.parse(scan.text()).scanDimensions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(1, 2)", "(1, 2, 0)", "(1, 2, 3.5)", "(1, 2, 99999999999)", "1, 2, 3", "(1, 2, 1e999999999)", "(,,)"})
    void sizeThatCannotBe_isNoSize(String tuple) throws IOException {
        assertEquals(Optional.empty(), Accession.parse("{\"scanDimensions\": \"" + tuple + "\"}").scanDimensions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{} {}", "{\"a\":", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["})
    void textThatIsNoForm_isRefusedInOneLine(String text) {
        VolumeException e = assertThrows(VolumeException.class, () -> Accession.parse(text));
        assertTrue(e.getMessage().startsWith(Accession.FILE) && !e.getMessage().contains("\n"), e.getMessage());
    }

    @Test
    void hugeFile_isRefused() throws IOException {
        Files.write(folder.resolve(Accession.FILE), new byte[(1 << 20) + 1]);
        assertEquals(VolumeException.Kind.TOO_LARGE, assertThrows(VolumeException.class, () -> Accession.read(folder)).kind());
    }
}
