import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

import org.kohsuke.github.GHFork;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHPullRequest.MergeMethod;
import org.kohsuke.github.GHPullRequestReviewEvent;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;

/** The loop by hub4j's github-api. Arguments: API DEPOT SAMS_TOKEN DIRECTORS_TOKEN FIRST SECOND FOLDER. */
final class Hub4jLoop {

    private final String api;
    private final String depot;
    private final String token;

    private Hub4jLoop(String api, String depot, String token) {
        this.api = api;
        this.depot = depot;
        this.token = token;
    }

    public static void main(String[] args) throws Exception {
        Hub4jLoop sam = new Hub4jLoop(args[0], args[1], args[2]);
        Hub4jLoop director = new Hub4jLoop(args[0], args[1], args[3]);
        GHIssue issue = sam.firstAssigned();
        GHRepository fork = sam.fork();
        sam.paint(fork, issue, args[4], args[6]);
        GHPullRequest pull = sam.repository().createPullRequest("issue-" + issue.getNumber(), "sam:issue-" + issue.getNumber(), "main",
                "Fixes #" + issue.getNumber(), true, true);
        sam.repository().getIssue(issue.getNumber()).comment("Where does it end?");
        sam.draft("markPullRequestReadyForReview", pull);
        GHPullRequest seen = director.repository().getPullRequest(pull.getNumber());
        seen.createReview().event(GHPullRequestReviewEvent.REQUEST_CHANGES).body("The left side is missing").create();
        director.draft("convertPullRequestToDraft", pull);
        sam.paint(fork, issue, args[5], args[6]);
        sam.draft("markPullRequestReadyForReview", pull);
        director.repository().getPullRequest(pull.getNumber()).createReview().event(GHPullRequestReviewEvent.APPROVE).create();
        director.repository().getPullRequest(pull.getNumber()).merge("Merging and closing", null, MergeMethod.SQUASH);
        fork.sync("main");
    }

    private GitHub github() throws IOException {
        return new GitHubBuilder().withEndpoint(api).withOAuthToken(token).build();
    }

    private GHRepository repository() throws IOException {
        return github().getRepository(depot);
    }

    private GHIssue firstAssigned() throws IOException {
        List<GHIssue> open = repository().getIssues(GHIssueState.OPEN);
        return open.stream().filter(one -> !one.isPullRequest() && one.getAssignees().stream().anyMatch(who -> who.getLogin().equals("sam")))
                .min((a, b) -> a.getNumber() - b.getNumber()).orElseThrow();
    }

    private GHRepository fork() throws Exception {
        GHRepository fork = repository().createFork().create();
        for (int i = 0; i < 60 && !hasMain(fork.getFullName()); i++) {
            Thread.sleep(500);
        }
        return github().getRepository(fork.getFullName());
    }

    private boolean hasMain(String fork) {
        try {
            return github().getRepository(fork).getBranch("main") != null;
        } catch (IOException e) {
            return false; // the copy is not ready
        }
    }

    private void paint(GHRepository fork, GHIssue issue, String file, String folder) throws Exception {
        Process git = new ProcessBuilder(Path.of(System.getenv("LOOP"), "paint").toString(), api + "/" + fork.getFullName() + ".git",
                api + "/" + depot + ".git", token, "" + issue.getNumber(), file, folder + "/work").inheritIO().start();
        if (git.waitFor() != 0) {
            throw new IOException("paint failed");
        }
    }

    /** hub4j has no words for drafts. */
    private void draft(String word, GHPullRequest pull) throws Exception {
        String body = "{\"query\": \"mutation {" + word + "(input: {pullRequestId: \\\"" + pull.getNodeId()
                + "\\\"}) {pullRequest {isDraft}}}\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/graphql")).header("Authorization", "Bearer " + token)
                .header("User-Agent", "hub4j").POST(HttpRequest.BodyPublishers.ofString(body)).build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.body().contains("\"errors\"")) {
            throw new IOException(answer.body());
        }
    }
}
