package org.morphodepot.work.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.depot.Question;
import org.morphodepot.depot.Screenshots.Shot;
import org.morphodepot.git.RemoteAddress;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Known;
import org.morphodepot.work.School;
import org.morphodepot.work.WorkException;

/** Journals as RepoClerk writes them, and as somebody who means harm would. */
class JournalsTest {

    private static final String GOOD = """
            {"schemaVersion": 4, "nameWithOwner": "MorphoDepot/danio", "pushedAt": "2026-08-01T10:00:00Z",
             "accession": {"species": ["?", "Danio rerio"], "modality": ["?", "MRI"], "scanDimensions": "(400, 380, 1200)",
             "scanSpacing": "(0.01, 0.01, 0.01)"}, "screenshotCount": 2, "screenshotCaptions": ["left", "right"],
             "volumeSize": 123456789}""";

    @TempDir
    Path folder;

    private Optional<DepotCard> read(String name, String text) throws IOException {
        return Journal.read(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void journal_tellsAllOfADepot() throws IOException {
        DepotCard card = read("MorphoDepot^danio.json", GOOD).orElseThrow();
        assertEquals("MorphoDepot/danio", card.repo().toString());
        assertEquals(Tier.ARCHIVAL, card.tier());
        assertEquals("Danio rerio", card.species());
        assertEquals("MRI", card.answer(Question.MODALITY));
        assertEquals("400 × 380 × 1200", card.dimensions());
        assertEquals("0.01 × 0.01 × 0.01", card.spacing());
        assertEquals(OptionalLong.of(123456789), card.size());
        assertEquals(Optional.of(Instant.parse("2026-08-01T10:00:00Z")), card.active());
        assertEquals(List.of(new Shot("screenshot-1.png", "left"), new Shot("screenshot-2.png", "right")), card.shots());
    }

    @Test
    void journalWithoutAnswers_isADepotWithBlankFields() throws IOException {
        DepotCard card = read("ada^fish.json", "{}").orElseThrow();
        assertEquals(Tier.PERSONAL, card.tier());
        assertEquals("", card.species() + card.dimensions() + card.spacing());
        assertTrue(DepotFilter.ALL.shows(card));
    }

    @Test
    void journalOfNonsense_countsAsNotTold() throws IOException {
        DepotCard card = read("ada^odd.json", """
                {"accession": [1], "pushedAt": {}, "volumeSize": "-3", "screenshotCount": 99999999999,
                 "screenshotCaptions": {"../../evil.png": "x", "screenshot-1.png": {"a": 1}, "/etc/passwd": "y"}}""").orElseThrow();
        assertEquals(OptionalLong.empty(), card.size());
        assertEquals(Optional.empty(), card.active());
        assertTrue(card.shots().size() <= 50);
        assertTrue(card.shots().stream().allMatch(shot -> shot.file().matches("screenshot-\\d+\\.png")), "no other file");
    }

    @Test
    void hostileTexts_becomeOneShortLine() throws IOException {
        String species = "Danio\\u0000\\u202e<script>\\nrerio" + "x".repeat(5000);
        DepotCard card = read("ada^x.json", "{\"accession\": {\"species\": [\"?\", \"" + species + "\"]}}").orElseThrow();
        assertTrue(card.species().startsWith("Danio <script> rerio"), card.species());
        assertTrue(card.species().length() < 400);
    }

    @Test
    void filesThatAreNoJournal_areLeftOut() throws IOException {
        assertEquals(Optional.empty(), read("ada^c.json", "{\"collection\": {\"title\": \"all\"}}"));
        assertEquals(Optional.empty(), read("ada^liar.json", "{\"nameWithOwner\": \"bob/other\"}"));
        assertEquals(Optional.empty(), read("README.json", "{}"));
        assertEquals(Optional.empty(), read("ada^...json", "{}"));
        assertEquals(Optional.empty(), read("ada^broken.json", "{\"a\": "));
        assertEquals(Optional.empty(), read("ada^deep.json", "[".repeat(100_000)));
        assertEquals(Optional.empty(), read("ada^large.json", "{\"a\": \"" + "x".repeat(3 << 20) + "\"}"));
        Path secret = Files.writeString(folder.resolve("secret"), "{}");
        assertEquals(Optional.empty(), Journal.read(Files.createSymbolicLink(folder.resolve("ada^link.json"), secret)));
    }

    @Test
    void clone_isPulledAndTheLastOneKeptWithoutANetwork() throws IOException {
        try (School school = new School(folder.resolve("school"))) {
            Map<String, String> files = new LinkedHashMap<>();
            files.put("journals/MorphoDepot^danio.json", GOOD);
            school.changeMain(files);
            Desk desk = school.desk("sam", "home");
            RemoteAddress clerk = RemoteAddress.of(school.address() + "/" + school.depot() + ".git");
            Journals journals = new Journals(desk, clerk, Clock.systemUTC());
            assertEquals(1, journals.ask(Progress.NONE).value().size());
            school.changeMain(Map.of("journals/ada^fish.json", "{}"));
            Known<List<DepotCard>> newer = journals.ask(Progress.NONE);
            assertEquals(2, newer.value().size());
            assertEquals(Optional.empty(), newer.trouble());
            school.forge.close();
            Known<List<DepotCard>> old = journals.ask(Progress.NONE);
            assertEquals(2, old.value().size());
            assertTrue(old.trouble().isPresent());
            assertFalse(old.asOf().isAfter(newer.asOf().plusMillis(1)), "tells the age of what is shown");
            assertEquals(2, new Journals(desk, clerk, Clock.systemUTC()).ask(Progress.NONE).value().size(), "after a restart");
        }
    }

    @Test
    void noNetworkAndNoClone_fails() throws IOException {
        try (School school = new School(folder.resolve("school"))) {
            Desk desk = school.desk("sam", "home");
            RemoteAddress nobody = RemoteAddress.of("http://127.0.0.1:1/MorphoDepot/RepoClerk.git");
            WorkException e = assertThrows(WorkException.class,
                    () -> new Journals(desk, nobody, Clock.systemUTC()).ask(Progress.NONE));
            assertEquals(WorkException.Kind.OFFLINE, e.kind());
        }
    }
}
