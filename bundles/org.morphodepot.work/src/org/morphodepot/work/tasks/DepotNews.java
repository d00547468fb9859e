package org.morphodepot.work.tasks;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Issue;
import org.morphodepot.github.IssueQuery;
import org.morphodepot.github.Permission;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Repository;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Known;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.tasks.Notes.Note;

/**
 * Many depots at once. The forge lists the latest changes of all repositories somebody belongs to in one free request; depots
 * that are not in it are not asked for. Depots somebody does not belong to are asked one by one.
 */
final class DepotNews {

    private static final String NEWS = "news";
    private static final String REVIEWS = "reviews";
    private static final String WITHIN = "within";

    private final Asking asking;

    DepotNews(Asking asking) {
        this.asking = asking;
    }

    /** Repositories somebody belongs to. */
    record Within(List<Repository> repositories) {

        Within {
            repositories = List.copyOf(repositories);
        }

        Set<RepoName> names() {
            return Set.copyOf(repositories.stream().map(Repository::name).toList());
        }

        List<Repository> depots() {
            return repositories.stream().filter(one -> one.hasTopic(TaskBook.TOPIC)).toList();
        }
    }

    /** What the list of changes showed when all depots were read. */
    record News(Marks marks) {
    }

    /** Open pull requests of the depots somebody may merge in. */
    record Reviews(List<PullRequest> pulls, Marks marks, List<RepoName> depots) {

        Reviews {
            pulls = List.copyOf(pulls);
            depots = List.copyOf(depots);
        }
    }

    Known<Within> within(Progress progress) throws WorkException {
        return asking.ask(progress, this::within, () -> asking.notes().read(WITHIN, Within.class));
    }

    private Within within(GitHub github, Instant now) throws GitHubException {
        Within within = new Within(github.mine().within());
        Optional<Note<Within>> before = asking.notes().read(WITHIN, Within.class);
        if (before.isPresent() && before.get().value().equals(within)) {
            asking.notes().confirm(WITHIN, now);
        } else {
            asking.notes().write(WITHIN, within, now);
        }
        return within;
    }

    /** Each depot as it is now; those that vanished are left out. */
    Known<Map<RepoName, DepotTasks.Depot>> ask(List<RepoName> depots, Progress progress) throws WorkException {
        return asking.ask(progress, (github, now) -> fresh(github, depots, now), () -> recall(depots));
    }

    private Map<RepoName, DepotTasks.Depot> fresh(GitHub github, List<RepoName> depots, Instant now) throws GitHubException {
        List<Issue> page = github.mine().firstPage(IssueQuery.all().latestChangesFirst()).items();
        Set<RepoName> covered = within(github, now).names();
        Marks before = asking.notes().read(NEWS, News.class).map(note -> note.value().marks).orElse(new Marks(Set.of()));
        Set<RepoName> changed = before.changedIn(page);
        boolean all = before.isPast(page);
        Map<RepoName, DepotTasks.Depot> answers = new LinkedHashMap<>();
        for (RepoName name : depots) {
            boolean look = all || changed.contains(name) || !covered.contains(name);
            one(github, name, look, now).ifPresent(depot -> answers.put(name, depot));
        }
        asking.notes().write(NEWS, new News(Marks.of(page)), now);
        return answers;
    }

    private Optional<DepotTasks.Depot> one(GitHub github, RepoName name, boolean look, Instant now) throws GitHubException {
        DepotTasks depot = new DepotTasks(asking, name);
        Optional<DepotTasks.Depot> known = look ? Optional.empty() : depot.recall().map(Note::value);
        if (known.isPresent()) {
            depot.confirm(now);
            return known;
        }
        try {
            return Optional.of(depot.fresh(github, now));
        } catch (GitHubException e) {
            if (e.is(GitHubException.Kind.NOT_FOUND)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    Optional<Note<Map<RepoName, DepotTasks.Depot>>> recall(List<RepoName> depots) {
        Map<RepoName, DepotTasks.Depot> known = new LinkedHashMap<>();
        Instant oldest = Instant.MAX;
        for (RepoName name : depots) {
            Optional<Note<DepotTasks.Depot>> note = new DepotTasks(asking, name).recall();
            if (note.isPresent()) {
                known.put(name, note.get().value());
                oldest = note.get().asOf().isBefore(oldest) ? note.get().asOf() : oldest;
            }
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(new Note<>(known, oldest));
    }

    Known<Reviews> reviews(Progress progress) throws WorkException {
        return asking.ask(progress, this::reviews, this::recallReviews);
    }

    Optional<Note<Reviews>> recallReviews() {
        return asking.notes().read(REVIEWS, Reviews.class);
    }

    private Reviews reviews(GitHub github, Instant now) throws GitHubException {
        Marks marks = Marks.of(github.mine().firstPage(IssueQuery.all().latestChangesFirst()).items());
        List<RepoName> depots = within(github, now).depots().stream().filter(DepotNews::mayMerge).map(Repository::name).toList();
        Optional<Reviews> before = recallReviews().map(Note::value);
        if (before.isPresent() && before.get().marks.equals(marks) && before.get().depots.equals(depots)) {
            asking.notes().confirm(REVIEWS, now);
            return before.get();
        }
        List<PullRequest> pulls = github.mine().openPulls(depots).values().stream().flatMap(List::stream).toList();
        Reviews reviews = new Reviews(pulls, marks, depots);
        asking.notes().write(REVIEWS, reviews, now);
        return reviews;
    }

    private static boolean mayMerge(Repository depot) {
        return depot.permission().isEmpty() || depot.allows(Permission.PUSH);
    }
}
