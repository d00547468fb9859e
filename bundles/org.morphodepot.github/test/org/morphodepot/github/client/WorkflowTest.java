package org.morphodepot.github.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.morphodepot.github.client.ScriptedForge.DEPOT;
import static org.morphodepot.github.client.ScriptedForge.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.Asset;
import org.morphodepot.github.ForkSync;
import org.morphodepot.github.Found;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;
import org.morphodepot.github.Issue;
import org.morphodepot.github.IssueEdit;
import org.morphodepot.github.Label;
import org.morphodepot.github.Mark;
import org.morphodepot.github.NewIssue;
import org.morphodepot.github.NewRelease;
import org.morphodepot.github.NewRepository;
import org.morphodepot.github.NewReview;
import org.morphodepot.github.Permission;
import org.morphodepot.github.Person;
import org.morphodepot.github.PullQuery;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.Release;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Repository;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Watch;
import org.morphodepot.testing.web.WebReply;

/** What each verb asks and makes of the answer. */
class WorkflowTest {

    private static final String REPO = "/repos/lab/danio";

    @TempDir
    private Path folder;
    private ScriptedForge forge;
    private GitHub github;

    @BeforeEach
    void start() {
        forge = new ScriptedForge(folder.resolve("cache"));
        github = forge.client();
    }

    @AfterEach
    void stop() {
        forge.close();
    }

    @Test
    void assigned_keepsIssuesOfDepotsOnly() throws IOException {
        String depot = "\"repository\":{\"full_name\":\"lab/danio\",\"topics\":[\"morphodepot\"]}";
        String other = "\"repository\":{\"full_name\":\"lab/paper\",\"topics\":[]}";
        forge.on("GET", "/issues", 200, "[{\"number\":1,\"title\":\"Frontal\",\"user\":null," + depot + "},"
                + "{\"number\":2,\"pull_request\":{}," + depot + "},{\"number\":3," + other + "}]");
        List<Issue> mine = github.mine().assigned("morphodepot");
        assertEquals(List.of(1), mine.stream().map(Issue::number).toList());
        assertEquals(DEPOT, mine.getFirst().repo());
        assertEquals(Person.GHOST, mine.getFirst().author());
        assertTrue(forge.server.requests().getFirst().query().contains("filter=assigned"));
    }

    @Test
    void issue_sendsOnlyWhatChanges() throws IOException {
        forge.on("PATCH", REPO + "/issues/4", 200, "{\"number\":4,\"state\":\"closed\"}");
        Issue closed = github.issues(DEPOT).edit(4, IssueEdit.nothing().close().noMilestone());
        assertEquals("{\"state\":\"closed\",\"state_reason\":\"completed\",\"milestone\":null}",
                forge.sent("PATCH", REPO + "/issues/4"));
        assertFalse(closed.open());
    }

    @Test
    void openedIssue_carriesItsMarkUnseen() throws IOException {
        forge.on("GET", REPO + "/issues", 200, "[]").on("POST", REPO + "/issues", 201, "{\"number\":9,\"labels\":[\"plain\"]}");
        Issue issue = github.issues(DEPOT).open(NewIssue.of("T", "Text").assignedTo(List.of("bea")).due(2), new Mark("m"));
        assertEquals(9, issue.number());
        assertTrue(issue.hasLabel("Plain"));
        String sent = forge.sent("POST", REPO + "/issues");
        assertTrue(sent.contains("\"body\":\"Text\\n\\n<!-- morphodepot:mark=m -->\""), sent);
        assertTrue(sent.contains("\"assignees\":[\"bea\"]") && sent.contains("\"milestone\":2"), sent);
    }

    @Test
    void label_isMadeWhenMissing() throws IOException {
        forge.on("POST", REPO + "/labels", 201, "{\"name\":\"release-pending\",\"color\":\"FBCA04\"}");
        assertEquals("FBCA04", github.labels(DEPOT).ensure(new Label("release-pending", "FBCA04", "")).color());
        forge.on("GET", REPO + "/labels/release-pending", 200, "{\"name\":\"release-pending\"}");
        github.labels(DEPOT).ensure(new Label("release-pending", "FBCA04", ""));
        assertEquals(1, forge.count("POST", REPO + "/labels"));
        forge.on("PATCH", REPO + "/labels/release-pending", 200, "{\"name\":\"release-pending\"}");
        github.labels(DEPOT).edit(new Label("release-pending", "FBCA04", "soon"));
        assertEquals("{\"color\":\"FBCA04\",\"description\":\"soon\"}", forge.sent("PATCH", REPO + "/labels/release-pending"));
    }

    @Test
    void shortToken_doesNotTearAnswersApart() throws IOException {
        forge.on("GET", REPO + "/labels", 200, "[{\"name\":\"bug\"}]");
        GitHub withShortToken = forge.hosts.signedIn(forge.address(), "eve", Secret.of("n"));
        assertEquals("bug", withShortToken.labels(DEPOT).list().getFirst().name());
    }

    @Test
    void milestone_isFoundByItsTitle() throws IOException {
        forge.on("GET", REPO + "/milestones", 200, "[{\"number\":5,\"title\":\"Week 2\",\"due_on\":\"2026-03-09T08:00:00Z\"}]");
        assertEquals(5, github.milestones(DEPOT).ensure("Week 2", "", Optional.of(Instant.EPOCH)).number());
        assertEquals(1, forge.asked().size());
    }

    @Test
    void fork_isFoundByItsParentNotByItsName() throws IOException {
        forge.on("GET", "/repos/ada/danio", 200, "{\"full_name\":\"ada/danio\",\"fork\":false}");
        forge.on("GET", REPO + "/forks", 200, "[{\"full_name\":\"bea/danio\"},{\"full_name\":\"ada/danio-1\"}]");
        forge.on("GET", "/repos/ada/danio-1", 200, fork("ada/danio-1"));
        forge.on("GET", "/repos/ada/danio-1/branches/main", 200, "{\"name\":\"main\",\"commit\":{\"sha\":\"c0\"}}");
        assertEquals(RepoName.of("ada/danio-1"), github.forks(DEPOT).ensure().name());
        assertEquals(0, forge.count("POST", REPO + "/forks"));
    }

    @Test
    void newFork_isWaitedFor() throws IOException {
        AtomicInteger looks = new AtomicInteger();
        forge.on("GET", REPO + "/forks", 200, "[]").on("POST", REPO + "/forks", 202, fork("ada/danio"));
        forge.on("GET", "/repos/ada/danio", _ -> looks.incrementAndGet() < 4 ? json(404, "{}") : json(200, fork("ada/danio")));
        forge.on("GET", "/repos/ada/danio/branches/main", _ -> looks.incrementAndGet() < 7 ? json(404, "{}")
                : looks.get() < 9 ? json(409, "{\"message\":\"Git Repository is empty.\"}") : json(200, "{\"name\":\"main\"}"));
        Repository fork = github.forks(DEPOT).ensure();
        assertEquals(Optional.of(DEPOT), fork.parent());
        assertEquals(1, forge.count("POST", REPO + "/forks"));
    }

    @Test
    void forkThatNeverGetsReady_isAFailure() {
        forge.on("GET", REPO + "/forks", 200, "[]").on("POST", REPO + "/forks", 202, fork("ada/danio"));
        GitHubException e = assertThrows(GitHubException.class, () -> github.forks(DEPOT).ensure());
        assertEquals(Kind.SERVER, e.kind());
        assertTrue(e.getMessage().contains("ada/danio is not ready"), e.getMessage());
    }

    private static String fork(String name) {
        return "{\"full_name\":\"" + name + "\",\"fork\":true,\"default_branch\":\"main\",\"parent\":{\"full_name\":\"Lab/Danio\"}}";
    }

    @Test
    void forkSync_saysHowItWent() throws IOException {
        forge.on("POST", "/repos/ada/danio/merge-upstream", 200, "{\"merge_type\":\"none\"}");
        assertEquals(ForkSync.NOTHING_NEW, github.forks(DEPOT).sync(RepoName.of("ada/danio"), "main"));
        forge.on("POST", "/repos/ada/danio/merge-upstream", 409, "{\"message\":\"There are merge conflicts\"}");
        assertEquals(Kind.CONFLICT, assertThrows(GitHubException.class,
                () -> github.forks(DEPOT).sync(RepoName.of("ada/danio"), "main")).kind());
    }

    @Test
    void pullsOfDeletedForks_areListed() throws IOException {
        forge.on("GET", REPO + "/pulls", 200, "[{\"number\":3,\"user\":null,\"draft\":true,"
                + "\"head\":{\"ref\":\"issue-7\",\"sha\":\"c\",\"user\":null,\"repo\":null,\"label\":\"bea:issue-7\"}}]");
        PullRequest pull = github.pulls(DEPOT).list(PullQuery.open()).getFirst();
        assertEquals(Optional.empty(), pull.head().repo());
        assertEquals("bea", pull.head().owner());
        assertTrue(pull.draft() && pull.open() && pull.author().isGhost());
    }

    @Test
    void readyAndDraft_goThroughGraphQlOnlyWhenNeeded() throws IOException {
        forge.on("GET", REPO + "/pulls/3", 200, "{\"number\":3,\"node_id\":\"PR_1\",\"draft\":true}");
        forge.on("POST", "/graphql", request -> json(200, "{\"data\":{\"markPullRequestReadyForReview\":{\"pullRequest\":"
                + node(3) + "}}}"));
        PullRequest draft = github.pulls(DEPOT).get(3);
        PullRequest ready = github.pulls(DEPOT).ready(draft);
        assertFalse(ready.draft());
        assertEquals(ready, github.pulls(DEPOT).ready(ready));
        assertEquals(1, forge.count("POST", "/graphql"));
        assertTrue(forge.sent("POST", "/graphql").contains("\"id\":\"PR_1\""));
    }

    private static String node(int number) {
        return "{\"id\":\"PR_1\",\"number\":" + number + ",\"title\":\"issue-7\",\"state\":\"OPEN\",\"isDraft\":false,\"author\":null,"
                + "\"headRefName\":\"issue-7\",\"headRepository\":null,\"headRepositoryOwner\":null,\"baseRefName\":\"main\","
                + "\"closingIssuesReferences\":{\"nodes\":[{\"number\":7}]},\"repository\":{\"nameWithOwner\":\"lab/danio\","
                + "\"repositoryTopics\":{\"nodes\":[{\"topic\":{\"name\":\"morphodepot\"}}]}}}";
    }

    @Test
    void graphQlErrors_areRaisedAlthoughTheStatusIs200() {
        forge.on("POST", "/graphql", 200, "{\"data\":null,\"errors\":[{\"type\":\"FORBIDDEN\",\"message\":\"no\"}]}");
        assertEquals(Kind.FORBIDDEN, assertThrows(GitHubException.class, () -> github.mine().openPulls()).kind());
        forge.on("POST", "/graphql", 200, "{\"data\":{\"r0\":null},\"errors\":[{\"message\":\"Something went wrong\"}]}");
        assertEquals(Kind.SERVER, assertThrows(GitHubException.class, () -> github.mine().openPulls(List.of(DEPOT))).kind());
        forge.on("POST", "/graphql", 200, "{}");
        assertEquals(Kind.MALFORMED, assertThrows(GitHubException.class, () -> github.mine().openPulls()).kind());
    }

    @Test
    void myPulls_followTheCursor() throws IOException {
        forge.on("POST", "/graphql", request -> {
            boolean second = new String(request.body(), StandardCharsets.UTF_8).contains("\"after\":\"C\"");
            return json(200, "{\"data\":{\"viewer\":{\"pullRequests\":{\"pageInfo\":{\"hasNextPage\":" + !second
                    + ",\"endCursor\":\"C\"},\"nodes\":[" + node(second ? 4 : 3) + ",null]}}}}");
        });
        List<PullRequest> mine = github.mine().openPulls();
        assertEquals(List.of(3, 4), mine.stream().map(PullRequest::number).toList());
        assertEquals(List.of(7), mine.getFirst().closes());
        assertEquals(List.of("morphodepot"), mine.getFirst().topics());
    }

    @Test
    void pullsOf51Depots_takeTwoRequestsAndVanishedDepotsAreLeftOut() throws IOException {
        forge.on("POST", "/graphql", 200, "{\"data\":{\"r0\":{\"pullRequests\":{\"nodes\":[" + node(3) + "]}},\"r1\":null},"
                + "\"errors\":[{\"type\":\"NOT_FOUND\",\"path\":[\"r1\"],\"message\":\"gone\"}]}");
        List<RepoName> depots = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            depots.add(RepoName.of("lab/depot-" + i));
        }
        Map<RepoName, List<PullRequest>> pulls = github.mine().openPulls(depots);
        assertEquals(2, forge.count("POST", "/graphql"));
        assertEquals(List.of(depots.get(0), depots.get(50)), List.copyOf(pulls.keySet()));
        assertFalse(forge.sent("POST", "/graphql").contains("repository(owner: \\\"lab"));
    }

    @Test
    void depotWithMoreThan50Pulls_isListedInFull() throws IOException {
        forge.on("POST", "/graphql", 200, "{\"data\":{\"r0\":{\"pullRequests\":{\"pageInfo\":{\"hasNextPage\":true},\"nodes\":[]}}}}");
        forge.on("GET", REPO + "/pulls", 200, "[{\"number\":60},{\"number\":61}]");
        assertEquals(2, github.mine().openPulls(List.of(DEPOT)).get(DEPOT).size());
    }

    @Test
    void squash_guardsTheCommitAndIsDoneOnce() throws IOException {
        AtomicInteger merged = new AtomicInteger();
        forge.on("GET", REPO + "/pulls/3", _ -> json(200, "{\"number\":3,\"merged\":" + (merged.get() > 0)
                + ",\"head\":{\"sha\":\"abc\"},\"merge_commit_sha\":\"def\"}"));
        forge.on("PUT", REPO + "/pulls/3/merge", _ -> {
            merged.incrementAndGet();
            return WebReply.of(502);
        });
        PullRequest pull = github.pulls(DEPOT).get(3);
        assertTrue(github.pulls(DEPOT).squash(pull, "Merging and closing").before());
        assertEquals("def", github.pulls(DEPOT).squash(pull, "Merging and closing").commit());
        assertEquals(1, merged.get());
        assertEquals("{\"merge_method\":\"squash\",\"commit_message\":\"Merging and closing\",\"sha\":\"abc\"}",
                forge.sent("PUT", REPO + "/pulls/3/merge"));
    }

    @Test
    void pullThatCannotBeMerged_isAConflict() throws IOException {
        forge.on("GET", REPO + "/pulls/3", 200, "{\"number\":3,\"head\":{\"sha\":\"abc\"}}");
        forge.on("PUT", REPO + "/pulls/3/merge", 405, "{\"message\":\"Pull Request is not mergeable\"}");
        PullRequest pull = github.pulls(DEPOT).get(3);
        assertEquals(Kind.CONFLICT, assertThrows(GitHubException.class, () -> github.pulls(DEPOT).squash(pull, "m")).kind());
    }

    @Test
    void reviewWithoutText_isRefusedBeforeItIsSent() {
        assertThrows(IllegalArgumentException.class, () -> NewReview.requestChanges(" "));
        assertEquals("", NewReview.approve("").body());
    }

    @Test
    void asset_isUploadedOnceAndBrokenOnesAreReplaced() throws IOException {
        Path scan = Files.write(folder.resolve("scan.nrrd"), new byte[300_000]);
        String release = "{\"id\":5,\"tag_name\":\"v1\",\"upload_url\":\"" + forge.server.uri() + "/up/5/assets{?name,label}\"}";
        String assets = REPO + "/releases/5/assets";
        forge.on("GET", REPO + "/releases/tags/v1", 200, release);
        forge.on("GET", assets, 200, "[{\"id\":8,\"name\":\"scan.nrrd\",\"size\":0,\"state\":\"starter\"}]");
        forge.on("DELETE", REPO + "/releases/assets/8", 204, "");
        forge.on("POST", "/up/5/assets", request -> json(201, "{\"id\":9,\"name\":\"scan.nrrd\",\"state\":\"uploaded\",\"size\":"
                + request.body().length + "}"));
        Release v1 = github.releases(DEPOT).ensure(NewRelease.of("v1", ""));
        List<Long> progress = new ArrayList<>();
        Asset asset = github.watched(new Watch() {
            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void sent(long bytes, long total) {
                progress.add(bytes);
            }
        }).releases(DEPOT).upload(v1, scan, "scan.nrrd", "application/octet-stream");
        assertEquals(300_000, asset.bytes());
        assertEquals(300_000L, progress.getLast());
        assertEquals(1, forge.count("DELETE", REPO + "/releases/assets/8"));
        assertEquals("name=scan.nrrd", forge.server.requests().getLast().query());
        forge.on("GET", assets, 200, "[{\"id\":9,\"name\":\"scan.nrrd\",\"size\":300000,\"state\":\"uploaded\"}]");
        github.releases(DEPOT).upload(v1, scan, "scan.nrrd", "application/octet-stream");
        assertEquals(1, forge.count("POST", "/up/5/assets"));
    }

    @Test
    void uploadAddressOfAnotherHost_isRefused() throws IOException {
        forge.on("GET", REPO + "/releases/tags/v1", 200, "{\"id\":5,\"tag_name\":\"v1\",\"upload_url\":\"https://evil.example/x\"}");
        forge.on("GET", REPO + "/releases/5/assets", 200, "[]");
        Path scan = Files.write(folder.resolve("scan.nrrd"), new byte[3]);
        Release v1 = github.releases(DEPOT).find("v1").orElseThrow();
        assertEquals(Kind.MALFORMED, assertThrows(GitHubException.class,
                () -> github.releases(DEPOT).upload(v1, scan, "scan.nrrd", "application/octet-stream")).kind());
    }

    @Test
    void topics_keepTheOthersAndAreSentOnlyWhenChanged() throws IOException {
        forge.on("GET", REPO + "/topics", 200, "{\"names\":[\"ct\",\"morphodepot-staging\"]}");
        forge.on("PUT", REPO + "/topics", 200, "{\"names\":[\"ct\",\"morphodepot\"]}");
        github.repositories().changeTopics(DEPOT, List.of("morphodepot"), List.of("morphodepot-staging"));
        assertEquals("{\"names\":[\"ct\",\"morphodepot\"]}", forge.sent("PUT", REPO + "/topics"));
        github.repositories().changeTopics(DEPOT, List.of("ct"), List.of());
        assertEquals(1, forge.count("PUT", REPO + "/topics"));
    }

    @Test
    void repository_isCreatedPrivateAndOnce() throws IOException {
        forge.on("POST", "/user/repos", 201, "{\"full_name\":\"ada/fish\",\"private\":true,\"permissions\":{\"admin\":true,\"pull\":true}}");
        Repository made = github.repositories().ensure(NewRepository.ownPrivate("fish", "A fish"));
        assertTrue(made.isPrivate() && made.allows(Permission.PUSH));
        forge.on("GET", "/repos/ada/fish", 200, "{\"full_name\":\"ada/fish\"}");
        github.repositories().ensure(NewRepository.ownPrivate("fish", "A fish"));
        assertEquals(1, forge.count("POST", "/user/repos"));
    }

    @Test
    void invitation_comesBackUnlessThereIsNothingToAccept() throws IOException {
        forge.on("PUT", REPO + "/collaborators/bea", 201, "{\"id\":4,\"invitee\":{\"login\":\"bea\"},\"inviter\":null,"
                + "\"repository\":{\"full_name\":\"lab/danio\"},\"permissions\":\"write\"}");
        assertEquals(Optional.of(Permission.PUSH),
                github.people(DEPOT).invite("bea", Permission.PUSH).orElseThrow().permission());
        forge.on("PUT", REPO + "/collaborators/bea", 204, "");
        assertEquals(Optional.empty(), github.people(DEPOT).invite("bea", Permission.PUSH));
    }

    @Test
    void search_saysWhetherItIsComplete() throws IOException {
        forge.on("GET", "/search/repositories", 200,
                "{\"total_count\":2,\"incomplete_results\":true,\"items\":[{\"full_name\":\"lab/danio\"},{\"full_name\":\"lab/mus\"}]}");
        Found<Repository> found = github.search().depots("morphodepot");
        assertEquals(2, found.items().size());
        assertFalse(found.complete());
        assertEquals("per_page=100&q=topic%3Amorphodepot%20fork%3Atrue", forge.server.requests().getFirst().query());
    }
}
