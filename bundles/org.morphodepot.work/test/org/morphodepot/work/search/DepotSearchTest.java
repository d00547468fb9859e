package org.morphodepot.work.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.depot.Accession;
import org.morphodepot.depot.Question;
import org.morphodepot.depot.Screenshots.Shot;
import org.morphodepot.git.RemoteAddress;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.RepoName;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Known;
import org.morphodepot.work.School;
import org.morphodepot.work.WorkException;

/** The search on the practice forge, its filters and its table. */
class DepotSearchTest {

    @TempDir
    Path folder;

    private static DepotCard card(String repo, Accession accession) {
        return new DepotCard(RepoName.of(repo), accession, "main", OptionalLong.empty(), Optional.empty(), List.of());
    }

    private static Accession fish() {
        return Accession.blank().with(Question.SPECIES, "Danio rerio").with(Question.MODALITY, "MRI")
                .with(Question.AREAS, List.of("Tail", "Forelimb"));
    }

    @Test
    void practiceForge_showsItsDepotAndItsScanOpens() throws IOException {
        try (School school = new School(folder)) {
            Desk desk = school.desk("sam", "home");
            Account sam = desk.accounts().active().orElseThrow();
            Known<List<DepotCard>> known = new DepotSearch(desk, sam).ask(Progress.NONE);
            DepotCard card = known.value().stream().filter(c -> c.repo().equals(school.depot())).findFirst().orElseThrow();
            assertEquals(Optional.empty(), known.trouble());
            assertFalse(card.species().isEmpty());
            assertTrue(card.active().isPresent());
            Address scan = new DepotFiles(desk, sam.forge()).scan(card, Progress.NONE);
            try (Dataset data = desk.volumes().open(scan)) {
                assertFalse(data.name().isBlank());
            }
            school.forge.close();
            assertEquals(WorkException.Kind.OFFLINE, assertThrows(WorkException.class,
                    () -> new DepotSearch(desk, sam).ask(Progress.NONE)).kind());
        }
    }

    @Test
    void journalsAndTopic_areOneListWithoutDoubles() throws IOException {
        try (School school = new School(folder)) {
            String told = school.depot().owner() + "^" + school.depot().name();
            school.changeMain(Map.of("journals/" + told + ".json", "{\"volumeSize\": 77}", "journals/ada^fish.json", "{}"));
            Desk desk = school.desk("sam", "home");
            Account sam = desk.accounts().active().orElseThrow();
            Optional<RemoteAddress> clerk = Optional.of(Desk.remote(sam, school.depot()));
            DepotSearch search = new DepotSearch(desk, sam, clerk, Clock.systemUTC());
            List<DepotCard> cards = search.ask(Progress.NONE).value();
            assertEquals(1, cards.stream().filter(c -> c.repo().equals(school.depot())).count());
            assertTrue(cards.stream().anyMatch(c -> c.size().equals(OptionalLong.of(77))), "the journal's word counts");
            school.forge.close();
            Known<List<DepotCard>> old = search.ask(Progress.NONE);
            assertEquals(2, old.value().size());
            assertTrue(old.trouble().isPresent());
        }
    }

    @Test
    void filters_excludeOnlyByAnswersThatDiffer() {
        DepotCard fish = card("ada/fish", fish());
        DepotCard blank = card("MorphoDepot/blank", Accession.blank());
        DepotFilter mri = DepotFilter.ALL.with(Question.MODALITY, Set.of("MRI", "Medical CT"));
        DepotFilter trunk = DepotFilter.ALL.with(Question.AREAS, Set.of("Pectoral girdle"));
        assertTrue(mri.shows(fish) && mri.shows(blank));
        assertFalse(trunk.shows(fish));
        assertTrue(trunk.shows(blank));
        assertTrue(DepotFilter.ALL.with(Question.AREAS, Set.of("Pectoral girdle", "Tail")).shows(fish), "any of many");
        assertFalse(DepotFilter.ALL.with(Question.SUBJECT_TYPE, Set.of("Other")).shows(blank), "missing means biological");
        assertTrue(trunk.with(Question.AREAS, Set.of()).shows(fish));
        assertFalse(DepotFilter.ALL.in(Optional.of(Tier.ARCHIVAL)).shows(fish));
        assertTrue(DepotFilter.ALL.in(Optional.of(Tier.ARCHIVAL)).shows(blank));
    }

    @Test
    void text_isAGlobWithoutRegardToCase() {
        DepotCard fish = card("ada/fish", fish());
        for (String text : List.of("", "DANIO", "ada^f*h", "ada/fish", "d?nio*rer", "***")) {
            assertTrue(DepotFilter.ALL.saying(text).shows(fish), text);
        }
        for (String text : List.of("d.nio", "bob", "[a-z]", "\\E.*")) {
            assertFalse(DepotFilter.ALL.saying(text).shows(fish), text);
        }
    }

    @Test
    void table_quotesAndTakesFormulasTheirForce() throws IOException {
        Accession evil = fish().with(Question.SPECIES, "=HYPERLINK(\"http://x\",\"a\")");
        DepotCard card = new DepotCard(RepoName.of("ada/fish"), evil, "main", OptionalLong.of(5), Optional.empty(),
                List.of(new Shot("screenshot-1.png", "left, side"), new Shot("screenshot-2.png", "right")));
        Path file = folder.resolve("depots.csv");
        new DepotTable(ForgeAddress.GITHUB).write(List.of(card), file);
        List<String> lines = Files.readAllLines(file);
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).startsWith("repository,owner,tier,url,"), lines.get(0));
        assertTrue(lines.get(1).startsWith("fish,ada,Personal,https://github.com/ada/fish,,5,"), lines.get(1));
        assertTrue(lines.get(1).contains("\"left, side; right\""), lines.get(1));
        assertTrue(lines.get(1).contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"a\"\")\""), lines.get(1));
        assertTrue(lines.get(1).contains(",Tail; Forelimb,"), lines.get(1));
    }
}
