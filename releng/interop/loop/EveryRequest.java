import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Issue;
import org.morphodepot.github.IssueEdit;
import org.morphodepot.github.IssueQuery;
import org.morphodepot.github.Label;
import org.morphodepot.github.Mark;
import org.morphodepot.github.NewIssue;
import org.morphodepot.github.NewRelease;
import org.morphodepot.github.NewRepository;
import org.morphodepot.github.NewReview;
import org.morphodepot.github.Permission;
import org.morphodepot.github.PullQuery;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.Release;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.RepositoryEdit;
import org.morphodepot.github.Secret;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.github.client.GitHubHosts;

/**
 * Every verb of our client that the loop does not use, so that the judge sees what it asks. What the practice forge does not have
 * is told and does not matter here. Arguments: API DEPOT SAMS_TOKEN DIRECTORS_TOKEN FIRST SECOND FOLDER, after the loop.
 */
final class EveryRequest {

    private final RepoName depot;
    private final GitHub director;
    private final GitHub sam;
    private final Path file;

    private EveryRequest(RepoName depot, GitHub director, GitHub sam, Path file) {
        this.depot = depot;
        this.director = director;
        this.sam = sam;
        this.file = file;
    }

    private interface Verb {
        Object run() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        ForgeAddress forge = ForgeAddress.of(args[0]);
        try (GitHubHosts hosts = new GitHubHosts(Path.of(args[6]).resolve("every"))) {
            EveryRequest all = new EveryRequest(RepoName.of(args[1]), hosts.signedIn(forge, "director", Secret.of(args[3])),
                    hosts.signedIn(forge, "sam", Secret.of(args[2])), Files.writeString(Path.of(args[6], "asset"), "asset"));
            all.lists();
            all.issues();
            all.repository();
            all.releases();
            all.pulls();
        }
    }

    private static void ask(Verb verb) {
        try {
            verb.run();
        } catch (GitHubException e) {
            System.out.println("  the practice forge: " + e.getMessage());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void lists() {
        ask(() -> director.mine().viewer());
        ask(() -> director.mine().all(IssueQuery.all().since(Instant.parse("2026-01-01T00:00:00Z")).latestChangesFirst()));
        ask(() -> director.mine().firstPage(IssueQuery.all().latestChangesFirst()));
        ask(() -> director.mine().firstPageOfMine(IssueQuery.all().latestChangesFirst()));
        ask(() -> director.mine().openPulls());
        ask(() -> director.mine().openPulls(List.of(depot, RepoName.of("sam/practice-specimen"))));
        ask(() -> director.mine().owned());
        ask(() -> director.mine().within());
        ask(() -> director.search().depots("morphodepot"));
        ask(() -> director.search().repositories("specimen"));
        ask(() -> director.search().issues("repo:" + depot + " is:issue"));
        ask(() -> director.rateLimits());
        ask(() -> director.repositories().ofOrganisation("MorphoDepot"));
    }

    private void issues() throws GitHubException {
        ask(() -> director.issues(depot).list(IssueQuery.closed().assignedTo("sam").createdBy("director").labelled("hard")));
        ask(() -> director.issues(depot).withPulls(IssueQuery.all()));
        ask(() -> director.labels(depot).ensure(new Label("hard", "ff0000", "takes long")));
        ask(() -> director.labels(depot).edit(new Label("hard", "00ff00", "takes longer")));
        ask(() -> director.labels(depot).list());
        ask(() -> director.milestones(depot).ensure("Friday", "the end", Optional.of(Instant.parse("2030-01-04T00:00:00Z"))));
        ask(() -> director.milestones(depot).move(1, Instant.parse("2030-02-04T00:00:00Z")));
        ask(() -> director.milestones(depot).list());
        Issue issue = director.issues(depot).openAll(Map.of(Mark.random(), NewIssue.of("Every", "request").assignedTo(List.of("sam"))
                .labelled(List.of("hard")).due(1))).getFirst();
        int number = issue.number();
        ask(() -> director.issues(depot).edit(number, IssueEdit.nothing().title("All").body("of them").noMilestone().labels(List.of())));
        ask(() -> director.issues(depot).edit(number, IssueEdit.nothing().milestone(1).assignees(List.of("robin"))));
        ask(() -> director.issues(depot).unassign(number, List.of("robin")));
        ask(() -> director.issues(depot).assign(number, List.of("sam")));
        ask(() -> director.issues(depot).addLabels(number, List.of("hard")));
        director.issues(depot).removeLabel(number, "hard");
        long comment = director.issues(depot).comment(number, "one", Mark.random()).id();
        ask(() -> director.issues(depot).editComment(comment, "two"));
        ask(() -> director.issues(depot).comments(number));
        director.issues(depot).deleteComment(comment);
        ask(() -> pin(issue));
        ask(() -> director.issues(depot).edit(number, IssueEdit.nothing().closeAsNotPlanned()));
        ask(() -> director.issues(depot).edit(number, IssueEdit.nothing().reopen()));
        ask(() -> director.issues(depot).edit(number, IssueEdit.nothing().close()));
        ask(() -> director.milestones(depot).close(1));
        director.labels(depot).delete("hard");
    }

    private Object pin(Issue issue) throws GitHubException {
        director.issues(depot).pin(issue);
        director.issues(depot).unpin(issue);
        return issue;
    }

    private void repository() throws GitHubException {
        ask(() -> director.repositories().get(depot));
        ask(() -> director.repositories().topics(depot));
        ask(() -> director.repositories().changeTopics(depot, List.of("md-phantom"), List.of("nothing")));
        ask(() -> director.repositories().edit(depot, RepositoryEdit.nothing().description("All").wiki(false).projects(false).issues(true)));
        ask(() -> director.repositories().ensure(NewRepository.ownPrivate("another", "for the judge")));
        ask(() -> subscribe());
        ask(() -> director.people(depot).collaborators());
        ask(() -> director.people(depot).assignable());
        ask(() -> director.people(depot).permission("sam"));
        ask(() -> director.people(depot).invite("olga", Permission.TRIAGE));
        ask(() -> director.people(depot).invitations());
        ask(() -> {
            director.people(depot).withdraw(director.people(depot).invitations().getFirst());
            return depot;
        });
        ask(() -> sam.forks(depot).list());
        ask(() -> sam.branches(RepoName.of("sam/practice-specimen")).list());
        ask(() -> {
            String commit = director.branches(depot).find("main").orElseThrow().commit();
            director.branches(depot).ensure("judged", commit);
            director.branches(depot).delete("judged");
            return commit;
        });
    }

    private Object subscribe() throws GitHubException {
        director.repositories().subscribe(depot);
        return depot;
    }

    private void releases() throws GitHubException {
        Release release = director.releases(depot).ensure(NewRelease.of("v9", "nine"));
        ask(() -> director.releases(depot).list());
        ask(() -> director.releases(depot).find("v9"));
        ask(() -> director.releases(depot).edit(release, "v9", "nine and a half"));
        ask(() -> director.releases(depot).upload(release, file, "asset.txt", "text/plain"));
        ask(() -> {
            director.releases(depot).delete(director.releases(depot).assets(release).getFirst());
            return release;
        });
    }

    private void pulls() throws GitHubException {
        PullRequest merged = director.pulls(depot).list(PullQuery.all().into("main").latestChangesFirst()).getFirst();
        ask(() -> director.pulls(depot).edit(merged.number(), merged.title(), merged.body()));
        ask(() -> director.reviews(depot, merged.number()).list());
        ask(() -> director.reviews(depot, merged.number()).comments());
        ask(() -> director.reviews(depot, merged.number()).submit(NewReview.comment("seen").at(merged.head().commit()), Mark.random()));
        ask(() -> {
            director.reviews(depot, merged.number()).request(List.of("robin"));
            return merged;
        });
    }
}
