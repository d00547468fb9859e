package org.morphodepot.work.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Issue;
import org.morphodepot.github.IssueQuery;
import org.morphodepot.github.Page;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Known;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.tasks.Notes.Note;

/** All tasks of a depot. One free request when nothing is new, else what changed since. */
final class DepotTasks {

    private static final Duration READ_WHOLE_AFTER = Duration.ofDays(1);

    private final Asking asking;
    private final RepoName depot;
    private final String note;

    DepotTasks(Asking asking, RepoName depot) {
        this.asking = asking;
        this.depot = depot;
        note = "depot-" + depot.toString().toLowerCase(Locale.ROOT).replace('/', '^');
    }

    /**
     * @param issues open and closed, and pull requests as lists of issues show them
     * @param pulls open ones
     * @param whole when the list was last read from end to end
     */
    record Depot(List<Issue> issues, List<PullRequest> pulls, Marks marks, Instant whole) {

        Depot {
            issues = List.copyOf(issues);
            pulls = List.copyOf(pulls);
        }
    }

    Known<Depot> ask(Progress progress) throws WorkException {
        return asking.ask(progress, this::fresh, this::recall);
    }

    Optional<Note<Depot>> recall() {
        return asking.notes().read(note, Depot.class);
    }

    /** Something else told that nothing changed. */
    void confirm(Instant now) {
        asking.notes().confirm(note, now);
    }

    Depot fresh(GitHub github, Instant now) throws GitHubException {
        Optional<Depot> before = recall().map(Note::value);
        Page<Issue> page = github.issues(depot).firstPage(IssueQuery.all().latestChangesFirst());
        Marks marks = Marks.of(page.items());
        if (before.isPresent() && before.get().marks.equals(marks)) {
            confirm(now);
            return before.get();
        }
        boolean whole = before.isEmpty() || before.get().issues.isEmpty()
                || before.get().whole.isBefore(now.minus(READ_WHOLE_AFTER));
        List<Issue> issues = page.next().isEmpty() ? page.items()
                : whole ? github.issues(depot).withPulls(IssueQuery.all().latestChangesFirst()) : since(github, before.get());
        List<PullRequest> pulls = github.mine().openPulls(List.of(depot)).getOrDefault(depot, List.of());
        Depot depotNow = new Depot(issues, pulls, marks, whole || page.next().isEmpty() ? now : before.get().whole);
        asking.notes().write(note, depotNow, now);
        return depotNow;
    }

    private List<Issue> since(GitHub github, Depot before) throws GitHubException {
        Instant newest = before.issues.stream().map(Issue::updated).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        Map<Integer, Issue> all = new LinkedHashMap<>();
        github.issues(depot).withPulls(IssueQuery.all().latestChangesFirst().since(newest)).forEach(i -> all.put(i.number(), i));
        before.issues.forEach(issue -> all.putIfAbsent(issue.number(), issue));
        return new ArrayList<>(all.values());
    }

    List<Task> tasks(Depot known) {
        TaskReading reading = new TaskReading(asking.account().forge(), known.pulls,
                known.issues.stream().filter(Issue::isPullRequest).toList(), asking.begun());
        return reading.tasks(known.issues);
    }
}
