package org.morphodepot.depot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.depot.Contributors.Contribution;
import org.morphodepot.depot.Contributors.Person;
import org.morphodepot.volume.VolumeException;

/** Contributors and screenshots. */
class PeopleAndPicturesTest {

    private static final String FILE = """
            {
              "contributions": [
                {
                  "by": "ada-l",
                  "issue": 7,
                  "release": "v2",
                  "url": "https://github.com/MorphoDepot/danio-rerio/issues/7"
                }
              ],
              "people": [
                {
                  "affiliation": null,
                  "author": true,
                  "curator": true,
                  "github": "Grace-H",
                  "github_id": "U_kgDOabc",
                  "name": "Hopper, Grace",
                  "orcid": null,
                  "shoeSize": 38,
                  "source": "member"
                }
              ],
              "repo": "MorphoDepot/danio-rerio",
              "schema": "morphodepot-contributors/1"
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void contributors_keepTheirBytes() throws IOException {
        Contributors contributors = Contributors.parse(FILE);
        Person grace = contributors.people().getFirst();
        assertEquals("grace-h", grace.identity());
        assertSame(contributors, contributors.with(grace).with(contributors.contributions().getFirst()));
        Contributors renamed = contributors.with(new Person("grace-h", "H, G", "", "", true, true, "member"));
        assertTrue(renamed.text().contains("\"shoeSize\": 38") && renamed.text().contains("\"github_id\": \"U_kgDOabc\""));
        assertEquals(FILE, renamed.with(grace).text());
    }

    @Test
    void person_isAddedAtTheEndAndContributionsOnce() throws IOException {
        Person offline = new Person("", "L\u00f6v, Ida", "", "", true, false, "offline");
        Contribution work = new Contribution(OptionalInt.of(9), "ada-l", "https://x/9", Optional.empty());
        Contributors more = Contributors.parse(FILE).with(offline).with(offline).with(work).with(work);
        assertEquals(List.of("Hopper, Grace", "L\u00f6v, Ida"), more.people().stream().map(Person::name).toList());
        assertEquals(2, more.contributions().size());
        assertTrue(more.text().contains("\"github\": null,\n      \"github_id\": null,\n      \"name\": \"L\\u00f6v, Ida\""), more.text());
    }

    @Test
    void authorsWithoutName_areTold() {
        Contributors one = Contributors.none("lab/danio").with(new Person("bea", "", "", "", true, false, "non-member"))
                .with(new Person("boss", "", "", "", true, true, "member"));
        assertEquals(List.of("bea"), one.withoutName().stream().map(Person::login).toList());
        assertTrue(one.text().endsWith("\"schema\": \"morphodepot-contributors/1\"\n}\n"));
    }

    @Test
    void newerSchema_isNotTouched() {
        assertThrows(VolumeException.class, () -> Contributors.parse("{\"schema\":\"morphodepot-contributors/2\"}"));
    }

    @Test
    void strangeEntries_areLeftAside() throws IOException {
        Contributors strange = Contributors.parse("{\"people\":[null,3,{\"github\":5}],\"contributions\":{}}");
        assertEquals("5", strange.people().getFirst().login());
        assertEquals(List.of(), strange.contributions());
    }

    @Test
    void screenshots_areNumberedAndOtherFilesAreNot() throws IOException {
        Path shots = Files.createDirectory(folder.resolve("screenshots"));
        for (String name : List.of("screenshot-10.png", "screenshot-2.png", "screenshot-x.png", "evil.png")) {
            Files.createFile(shots.resolve(name));
        }
        Files.createSymbolicLink(shots.resolve("screenshot-3.png"), shots.resolve("evil.png"));
        Screenshots read = Screenshots.read(folder);
        assertEquals(List.of("screenshot-2.png", "screenshot-10.png"), read.shots().stream().map(s -> s.file()).toList());
        assertEquals("screenshot-11.png", read.nextName());
        read.with(read.nextName(), "Side").with("screenshot-2.png", "\u00d6l").write(folder);
        assertEquals("{\n  \"screenshot-2.png\": \"\\u00d6l\",\n  \"screenshot-10.png\": \"\",\n  \"screenshot-11.png\": \"Side\"\n}",
                Files.readString(shots.resolve("captions.json")));
        assertThrows(IllegalArgumentException.class, () -> read.with("../x.png", ""));
    }

    @Test
    void captions_mayBeAList() throws IOException {
        List<String> files = List.of("screenshot-1.png", "screenshot-2.png", "screenshot-3.png");
        assertEquals(List.of("a", "b", ""), Screenshots.of(files, "[\"a\",\"b\"]").shots().stream().map(s -> s.caption()).toList());
        assertEquals(List.of("", "", ""), Screenshots.of(files, "3").shots().stream().map(s -> s.caption()).toList());
        assertThrows(VolumeException.class, () -> Screenshots.of(files, "{"));
    }
}
