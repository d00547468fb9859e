package org.morphodepot.github.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;
import org.morphodepot.github.IssueEdit;
import org.morphodepot.github.IssueQuery;
import org.morphodepot.github.Label;
import org.morphodepot.github.Permission;
import org.morphodepot.github.PullQuery;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.RepositoryEdit;
import org.morphodepot.github.internal.json.Fields;
import org.morphodepot.github.internal.json.IssueJson;
import org.morphodepot.github.internal.json.Json;
import org.morphodepot.github.internal.json.Json.Reader;
import org.morphodepot.github.internal.json.PersonJson;
import org.morphodepot.github.internal.json.PullJson;
import org.morphodepot.github.internal.json.ReleaseJson;
import org.morphodepot.github.internal.json.RepositoryJson;
import org.morphodepot.testing.RealData;

/** What GitHub really answered over the years, through the client. */
class RecordingsTest {

    private static final Pattern LINK = Pattern.compile("<https://api.github.com([^?>]*)");
    private static final RepoName ANY = RepoName.of("any/any");
    private static final List<Reader<?>> READERS = List.of(IssueJson::issue, f -> IssueJson.issue(ANY, f), IssueJson::label,
            IssueJson::milestone, IssueJson::comment, PersonJson::person, PersonJson::collaborator, PersonJson::invitation,
            f -> PullJson.pull(ANY, f), PullJson::node, PullJson::review, PullJson::reviewComment, ReleaseJson::release,
            ReleaseJson::asset, RepositoryJson::repository, RepositoryJson::branch);

    @TempDir
    private Path folder;

    private record Question(String method, Pattern path, BiFunction<GitHub, Matcher, Callable<?>> ask) {
    }

    private final List<Question> questions = new ArrayList<>();

    @BeforeEach
    void questions() {
        assumeTrue(RealData.isHere());
        on("GET", "", (g, r) -> g.repositories().get(r));
        on("PATCH", "", (g, r) -> g.repositories().edit(r, RepositoryEdit.nothing()));
        on("GET", "/issues", (g, r) -> g.issues(r).list(IssueQuery.all()));
        onNumber("GET", "/issues/(\\d+)", (g, r, n) -> g.issues(r).get(n));
        onNumber("PATCH", "/issues/(\\d+)", (g, r, n) -> g.issues(r).edit(n, IssueEdit.nothing()));
        onNumber("GET", "/issues/(\\d+)/comments", (g, r, n) -> g.issues(r).comments(n));
        onNumber("POST", "/issues/(\\d+)/labels", (g, r, n) -> g.issues(r).addLabels(n, List.of("x")));
        on("GET", "/pulls", (g, r) -> g.pulls(r).list(PullQuery.all()));
        onNumber("GET", "/pulls/(\\d+)", (g, r, n) -> g.pulls(r).get(n));
        onNumber("PATCH", "/pulls/(\\d+)", (g, r, n) -> g.pulls(r).edit(n, "t", "b"));
        onNumber("GET", "/pulls/(\\d+)/comments", (g, r, n) -> g.reviews(r, n).comments());
        onNumber("GET", "/pulls/(\\d+)/reviews", (g, r, n) -> g.reviews(r, n).list());
        on("GET", "/labels", (g, r) -> g.labels(r).list());
        onText("GET", "/labels/([^/]+)", (g, r, t) -> g.labels(r).find(t));
        onText("PATCH", "/labels/([^/]+)", (g, r, t) -> g.labels(r).edit(new Label(t, "", "")));
        on("GET", "/milestones", (g, r) -> g.milestones(r).list());
        onNumber("PATCH", "/milestones/(\\d+)", (g, r, n) -> g.milestones(r).close(n));
        on("GET", "/branches", (g, r) -> g.branches(r).list());
        onText("GET", "/branches/(?!main/protection|test/NonExistent)(.+)", (g, r, t) -> g.branches(r).find(t));
        on("GET", "/releases", (g, r) -> g.releases(r).list());
        onText("GET", "/releases/tags/(.+)", (g, r, t) -> g.releases(r).find(t));
        on("GET", "/topics", (g, r) -> g.repositories().topics(r));
        on("GET", "/forks", (g, r) -> g.forks(r).list());
        on("POST", "/merge-upstream", (g, r) -> g.forks(r).sync(r, "main"));
        on("GET", "/collaborators", (g, r) -> g.people(r).collaborators());
        onText("GET", "/collaborators/([^/]+)/permission", (g, r, t) -> g.people(r).permission(t));
        onText("PUT", "/collaborators/([^/]+)", (g, r, t) -> g.people(r).invite(t, Permission.PUSH));
        questions.add(new Question("GET", Pattern.compile("/user"), (g, _) -> () -> g.mine().viewer()));
        questions.add(new Question("GET", Pattern.compile("/rate_limit"), (g, _) -> g::rateLimits));
        questions.add(new Question("GET", Pattern.compile("/search/issues"), (g, _) -> () -> g.search().issues("q")));
        questions.add(new Question("GET", Pattern.compile("/search/repositories"), (g, _) -> () -> g.search().repositories("q")));
    }

    @Test
    void everyBody_isReadOrRefusedByEveryReader() throws IOException {
        int read = 0;
        for (Recording recording : Recording.all(new FakePace().now())) {
            byte[] body = recording.body().getBytes(StandardCharsets.UTF_8);
            for (Reader<?> reader : READERS) {
                try {
                    read += Json.list(body, "h", "", reader).size();
                } catch (GitHubException e) {
                    assertEquals(Kind.MALFORMED, e.kind());
                }
                Optional<Fields> fields = Json.tryObject(body);
                try {
                    read += fields.isPresent() && reader.read(fields.get()) != null ? 1 : 0;
                } catch (GitHubException e) {
                    assertEquals(Kind.MALFORMED, e.kind());
                } catch (IllegalArgumentException e) {
                    fail(recording.name(), e);
                }
            }
        }
        assertTrue(read > 5000, "read " + read);
    }

    @Test
    void everyAnswerToOurQuestions_isAValueOrATypedFailure() throws Exception {
        Map<Kind, Integer> failures = new LinkedHashMap<>();
        int answered = 0;
        List<Recording> all = Recording.all(new FakePace().now());
        for (int i = 0; i < all.size(); i++) {
            Optional<Callable<Boolean>> question = question(all.get(i), folder.resolve(Integer.toString(i)), failures);
            answered += question.isPresent() && question.get().call() ? 1 : 0;
        }
        assertTrue(answered > 110, answered + " answered, failures " + failures);
        assertTrue(failures.keySet().containsAll(List.of(Kind.UNAUTHORISED, Kind.NOT_FOUND, Kind.RATE_LIMITED, Kind.VALIDATION)),
                failures.toString());
    }

    private Optional<Callable<Boolean>> question(Recording recording, Path cache, Map<Kind, Integer> failures) {
        for (Question question : questions) {
            Matcher m = question.path.matcher(recording.path());
            if (question.method.equals(recording.method()) && m.matches() && recording.status() != 304) {
                return Optional.of(() -> ask(recording, question, m, cache, failures));
            }
        }
        return Optional.empty();
    }

    private static boolean ask(Recording recording, Question question, Matcher m, Path cache, Map<Kind, Integer> failures)
            throws Exception {
        try (ScriptedForge forge = new ScriptedForge(cache)) {
            String path = URI.create(recording.path()).getPath();
            Matcher more = LINK.matcher(recording.headers().getOrDefault("Link", ""));
            if (more.find()) {
                forge.on("GET", more.group(1), 200, "[]");
            }
            forge.on(recording.method(), path, request -> request.query().contains("page=2") ? ScriptedForge.json(200, "[]")
                    : recording.reply(forge.server.uri()));
            question.ask.apply(forge.client(), m).call();
            assertTrue(recording.status() < 300 || recording.status() == 404, recording.name());
            return true;
        } catch (GitHubException e) {
            assertTrue(recording.status() >= 300, recording.name() + " became " + e);
            assertTrue(!e.getMessage().contains("\n") && e.getMessage().length() < 500, e.getMessage());
            failures.merge(e.kind(), 1, Integer::sum);
            return false;
        }
    }

    private interface InRepo {
        Object ask(GitHub github, RepoName repo) throws GitHubException;
    }

    private interface WithNumber {
        Object ask(GitHub github, RepoName repo, int number) throws GitHubException;
    }

    private interface WithText {
        Object ask(GitHub github, RepoName repo, String text) throws GitHubException;
    }

    private void on(String method, String path, InRepo ask) {
        questions.add(new Question(method, Pattern.compile("/repos/([^/]+/[^/]+)" + path),
                (g, m) -> () -> ask.ask(g, RepoName.of(m.group(1)))));
    }

    private void onNumber(String method, String path, WithNumber ask) {
        onMatch(method, path, (g, m) -> ask.ask(g, RepoName.of(m.group(1)), Integer.parseInt(m.group(2))));
    }

    private void onText(String method, String path, WithText ask) {
        onMatch(method, path, (g, m) -> ask.ask(g, RepoName.of(m.group(1)),
                URI.create(m.group(2)).getPath()));
    }

    private interface Ask {
        Object ask(GitHub github, Matcher m) throws GitHubException;
    }

    private void onMatch(String method, String path, Ask ask) {
        questions.add(new Question(method, Pattern.compile("/repos/([^/]+/[^/]+)" + path), (g, m) -> () -> ask.ask(g, m)));
    }
}
