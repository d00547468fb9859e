package org.morphodepot.depot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import org.morphodepot.volume.VolumeException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Who is credited for a depot and for what: {@code CONTRIBUTORS.json}. The order of the people is the order of the citation.
 * What was not changed is written with the bytes it had; keys we do not know are kept. Immutable.
 */
public final class Contributors {

    public static final String FILE = "CONTRIBUTORS.json";

    private static final String SCHEMA = "morphodepot-contributors/1";
    private static final int LARGEST = 8 << 20;

    private final JsonObject json;
    private final String text;

    /**
     * Somebody who contributed.
     *
     * @param login on GitHub, empty for people who are not there
     * @param name {@code Family, Given}
     * @param source {@code member}, {@code non-member} or {@code offline}
     */
    public record Person(String login, String name, String orcid, String affiliation, boolean author, boolean curator,
            String source) {

        /** The same for the same person: the login in lower case, else the name. */
        public String identity() {
            return login.isBlank() ? name.strip() : login.strip().toLowerCase(Locale.ROOT);
        }
    }

    /** A task that somebody finished; the release is empty until one has it. */
    public record Contribution(OptionalInt issue, String by, String url, Optional<String> release) {
    }

    private Contributors(JsonObject json, String text) {
        this.json = json;
        this.text = text;
    }

    /** Of a depot without any, {@code owner/name}. */
    public static Contributors none(String repo) {
        JsonObject json = new JsonObject();
        json.addProperty("schema", SCHEMA);
        json.addProperty("repo", repo);
        json.add("people", new JsonArray());
        json.add("contributions", new JsonArray());
        return new Contributors(json, new JsonText(2, true, true, "\n").write(json));
    }

    public static Contributors read(Path folder) throws IOException {
        return parse(DepotText.read(folder.resolve(FILE), LARGEST));
    }

    /** @throws VolumeException when it is no JSON object or of a schema that is newer than this */
    public static Contributors parse(String text) throws VolumeException {
        JsonObject json = JsonText.parseObject(text, FILE);
        String schema = JsonText.string(json.get("schema"));
        if (!schema.isEmpty() && !schema.equals(SCHEMA)) {
            throw new VolumeException(VolumeException.Kind.UNSUPPORTED,
                    FILE + " was written by a newer program. Update the workbench to change it.");
        }
        return new Contributors(json, text);
    }

    /** The file's text: that it was read from, until something is changed. */
    public String text() {
        return text;
    }

    public void write(Path folder) throws IOException {
        DepotText.write(folder.resolve(FILE), text);
    }

    /** In the order of citation. */
    public List<Person> people() {
        return objects("people").stream().map(Contributors::person).toList();
    }

    private static Person person(JsonObject p) {
        return new Person(JsonText.string(p.get("github")), JsonText.string(p.get("name")), JsonText.string(p.get("orcid")),
                JsonText.string(p.get("affiliation")), isTrue(p.get("author")), isTrue(p.get("curator")),
                JsonText.string(p.get("source")));
    }

    public List<Contribution> contributions() {
        return objects("contributions").stream().map(Contributors::contribution).toList();
    }

    private static Contribution contribution(JsonObject c) {
        String number = JsonText.string(c.get("issue"));
        String release = JsonText.string(c.get("release"));
        return new Contribution(number.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty(),
                JsonText.string(c.get("by")), JsonText.string(c.get("url")),
                release.isEmpty() ? Optional.empty() : Optional.of(release));
    }

    /** Authors who cannot be cited yet because their name is missing; the curator may go without. */
    public List<Person> withoutName() {
        return people().stream().filter(p -> p.author() && p.name().isBlank() && !p.curator()).toList();
    }

    /** With a person added at the end, or changed at the place the same person had. Unknown keys of the person stay. */
    public Contributors with(Person person) {
        JsonObject copy = json.deepCopy();
        JsonArray people = array(copy, "people");
        for (int i = 0; i < people.size(); i++) {
            if (people.get(i).isJsonObject() && person(people.get(i).getAsJsonObject()).identity().equals(person.identity())) {
                fill(people.get(i).getAsJsonObject(), person);
                return changed(copy);
            }
        }
        JsonObject fresh = new JsonObject();
        fill(fresh, person);
        people.add(fresh);
        return changed(copy);
    }

    private static void fill(JsonObject p, Person person) {
        p.add("github", textOrNull(person.login()));
        p.add("name", textOrNull(person.name()));
        p.add("orcid", textOrNull(person.orcid()));
        p.add("affiliation", textOrNull(person.affiliation()));
        p.addProperty("author", person.author());
        p.addProperty("source", person.source());
        if (!p.has("github_id")) {
            p.add("github_id", JsonNull.INSTANCE);
        }
        if (person.curator()) {
            p.addProperty("curator", true);
        } else {
            p.remove("curator");
        }
    }

    /** With a contribution added, or changed where the same person and issue had one. */
    public Contributors with(Contribution contribution) {
        JsonObject copy = json.deepCopy();
        JsonArray all = array(copy, "contributions");
        JsonObject target = null;
        for (JsonElement one : all) {
            if (one.isJsonObject() && isSame(contribution(one.getAsJsonObject()), contribution)) {
                target = one.getAsJsonObject();
            }
        }
        if (target == null) {
            target = new JsonObject();
            all.add(target);
        }
        target.add("issue", contribution.issue().isPresent() ? new JsonPrimitive(contribution.issue().getAsInt())
                : JsonNull.INSTANCE);
        target.addProperty("by", contribution.by());
        target.addProperty("url", contribution.url());
        target.add("release", textOrNull(contribution.release().orElse("")));
        return changed(copy);
    }

    private static boolean isSame(Contribution a, Contribution b) {
        return a.issue().equals(b.issue()) && a.by().equalsIgnoreCase(b.by());
    }

    private Contributors changed(JsonObject copy) {
        return copy.equals(json) ? this : new Contributors(copy, JsonText.styleOf(text, true).write(copy));
    }

    private List<JsonObject> objects(String key) {
        List<JsonObject> all = new ArrayList<>();
        JsonElement list = json.get(key);
        if (list != null && list.isJsonArray()) {
            list.getAsJsonArray().forEach(one -> {
                if (one.isJsonObject()) {
                    all.add(one.getAsJsonObject());
                }
            });
        }
        return all;
    }

    private static JsonArray array(JsonObject json, String key) {
        JsonElement list = json.get(key);
        if (list == null || !list.isJsonArray()) {
            json.add(key, new JsonArray());
        }
        return json.getAsJsonArray(key);
    }

    private static JsonElement textOrNull(String text) {
        return text.isBlank() ? JsonNull.INSTANCE : new JsonPrimitive(text);
    }

    private static boolean isTrue(JsonElement value) {
        return value != null && value.isJsonPrimitive() && value.getAsBoolean();
    }
}
