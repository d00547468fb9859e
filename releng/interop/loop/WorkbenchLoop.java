import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

import org.morphodepot.git.Author;
import org.morphodepot.git.CloneOrder;
import org.morphodepot.git.Clones;
import org.morphodepot.git.CommitId;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.RemoteAddress;
import org.morphodepot.git.SignIn;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Issue;
import org.morphodepot.github.Mark;
import org.morphodepot.github.NewPull;
import org.morphodepot.github.NewReview;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Repository;
import org.morphodepot.github.Secret;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.github.client.GitHubHosts;

/** The loop by our own client and git. Arguments: API DEPOT SAMS_TOKEN DIRECTORS_TOKEN FIRST SECOND FOLDER. */
final class WorkbenchLoop {

    private static final Author SAM = new Author("Sam", "sam@example.org");

    public static void main(String[] args) throws Exception {
        RepoName depot = RepoName.of(args[1]);
        Path folder = Path.of(args[6]);
        try (GitHubHosts hosts = new GitHubHosts(folder.resolve("answers"))) {
            GitHub sam = hosts.signedIn(ForgeAddress.of(args[0]), "sam", Secret.of(args[2]));
            GitHub director = hosts.signedIn(ForgeAddress.of(args[0]), "director", Secret.of(args[3]));
            Issue issue = sam.mine().assigned("morphodepot").stream().min(Comparator.comparingInt(Issue::number)).orElseThrow();
            Repository fork = sam.forks(depot).ensure();
            SignIn signIn = SignIn.with(org.morphodepot.git.Secret.of(args[2]));
            RemoteAddress upstream = RemoteAddress.of(args[0] + "/" + depot + ".git");
            try (WorkFolder work = clone(args[0], fork, upstream, signIn, folder.resolve("work"), issue)) {
                paint(work, issue, Path.of(args[4]), signIn);
                PullRequest pull = sam.pulls(depot).ensure(NewPull.forIssue(issue.number(), sam.login()));
                sam.issues(depot).comment(issue.number(), "Where does it end?", Mark.random());
                sam.pulls(depot).ready(pull);
                director.reviews(depot, pull.number()).submit(NewReview.requestChanges("The left side is missing"), Mark.random());
                director.pulls(depot).toDraft(director.pulls(depot).get(pull.number()));
                paint(work, issue, Path.of(args[5]), signIn);
                sam.pulls(depot).ready(sam.pulls(depot).get(pull.number()));
                director.reviews(depot, pull.number()).submit(NewReview.approve(""), Mark.random());
                director.pulls(depot).squash(director.pulls(depot).get(pull.number()), "Merging and closing");
                sam.forks(depot).sync(fork.name(), "main");
            }
        }
    }

    private static WorkFolder clone(String api, Repository fork, RemoteAddress upstream, SignIn signIn, Path folder, Issue issue)
            throws Exception {
        WorkFolder work = Clones.make(CloneOrder.newest(RemoteAddress.of(api + "/" + fork.name() + ".git"), folder), signIn,
                GitProgress.NONE);
        work.setRemote("upstream", upstream);
        CommitId main = work.fetch("upstream", "main", signIn, GitProgress.NONE);
        work.startBranch("issue-" + issue.number(), main);
        return work;
    }

    private static void paint(WorkFolder work, Issue issue, Path file, SignIn signIn) throws Exception {
        String name = "issue-" + issue.number() + ".seg.nrrd";
        Files.copy(file, work.folder().resolve(name), StandardCopyOption.REPLACE_EXISTING);
        work.commitFile(name, "Edited issue-" + issue.number(), SAM);
        work.push("origin", "issue-" + issue.number(), signIn, GitProgress.NONE);
    }
}
