package org.morphodepot.github.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.client.FakePace;
import org.morphodepot.github.client.Recording;
import org.morphodepot.github.internal.json.Fields;
import org.morphodepot.github.internal.json.IssueJson;
import org.morphodepot.github.internal.json.Json.Reader;
import org.morphodepot.github.internal.json.PersonJson;
import org.morphodepot.github.internal.json.PullJson;
import org.morphodepot.github.internal.json.ReleaseJson;
import org.morphodepot.github.internal.json.RepositoryJson;
import org.morphodepot.testing.RealData;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/** Every field of real answers, one after the other, missing, null or of another type. */
class TolerantReadingTest {

    private static final RepoName REPO = RepoName.of("lab/danio");

    private final Map<String, Reader<?>> readers = new LinkedHashMap<>();
    private final Map<String, JsonObject> samples = new LinkedHashMap<>();

    @BeforeEach
    void samples() throws IOException {
        assumeTrue(RealData.isHere());
        sample("GET /repos/[^/]+/[^/]+/issues/\\d+", f -> IssueJson.issue(REPO, f));
        sample("GET /repos/[^/]+/[^/]+/pulls/\\d+", f -> PullJson.pull(REPO, f));
        sample("GET /repos/[^/]+/[^/]+", RepositoryJson::repository);
        sample("POST /repos/[^/]+/[^/]+/releases", ReleaseJson::release);
        sample("GET /repos/[^/]+/[^/]+/branches/main", RepositoryJson::branch);
        sample("POST /repos/[^/]+/[^/]+/milestones", IssueJson::milestone);
        sample("POST /repos/[^/]+/[^/]+/issues/\\d+/comments", IssueJson::comment);
        sample("POST /repos/[^/]+/[^/]+/pulls/\\d+/reviews", PullJson::review);
        sample("POST /repos/[^/]+/[^/]+/pulls/\\d+/comments", PullJson::reviewComment);
        sample("GET /users/[^/]+", PersonJson::person);
        assertEquals(10, samples.size());
    }

    private void sample(String request, Reader<?> reader) throws IOException {
        for (Recording recording : Recording.all(new FakePace().now())) {
            boolean fits = (recording.method() + " " + recording.path()).matches(request);
            if (fits && recording.status() < 300 && recording.body().startsWith("{") && !samples.containsKey(request)) {
                samples.put(request, JsonParser.parseString(recording.body()).getAsJsonObject());
                readers.put(request, reader);
            }
        }
    }

    @Test
    void onlyWhatANounCannotBeWithout_isNeeded() {
        Set<String> needed = new TreeSet<>();
        int tried = 0;
        for (Map.Entry<String, JsonObject> sample : samples.entrySet()) {
            for (List<String> path : paths(sample.getValue())) {
                for (JsonElement other : others()) {
                    tried++;
                    if (!reads(readers.get(sample.getKey()), changed(sample.getValue(), path, other), sample.getKey() + path + other)) {
                        needed.add(String.join(".", path));
                    }
                }
            }
        }
        assertEquals(Set.of("number", "full_name", "tag_name", "name"), needed);
        assertTrue(tried > 3000, "tried " + tried);
    }

    private static List<JsonElement> others() {
        List<JsonElement> others = new ArrayList<>();
        others.add(null);
        others.add(JsonNull.INSTANCE);
        others.add(new JsonPrimitive("text"));
        others.add(new JsonPrimitive(-1.5e300));
        others.add(new JsonPrimitive(true));
        others.add(new JsonArray());
        others.add(new JsonObject());
        others.add(JsonParser.parseString("[null, 1, \"a\", [], {\"login\": null}]"));
        return others;
    }

    /** Paths to every field, also inside objects, to three levels. */
    private static List<List<String>> paths(JsonObject object) {
        List<List<String>> all = new ArrayList<>();
        collect(object, List.of(), all);
        return all;
    }

    private static void collect(JsonObject object, List<String> above, List<List<String>> all) {
        for (Map.Entry<String, JsonElement> field : object.entrySet()) {
            List<String> path = new ArrayList<>(above);
            path.add(field.getKey());
            all.add(path);
            if (field.getValue().isJsonObject() && path.size() < 3) {
                collect(field.getValue().getAsJsonObject(), path, all);
            }
        }
    }

    private static JsonObject changed(JsonObject sample, List<String> path, JsonElement other) {
        JsonObject copy = sample.deepCopy();
        JsonObject at = copy;
        for (String step : path.subList(0, path.size() - 1)) {
            at = at.getAsJsonObject(step);
        }
        at.remove(path.getLast());
        if (other != null) {
            at.add(path.getLast(), other);
        }
        return copy;
    }

    private static boolean reads(Reader<?> reader, JsonObject json, String what) {
        try {
            return reader.read(new Fields(json)) != null;
        } catch (GitHubException e) {
            assertEquals(Kind.MALFORMED, e.kind());
            return false;
        } catch (RuntimeException e) {
            return fail(what, e);
        }
    }
}
