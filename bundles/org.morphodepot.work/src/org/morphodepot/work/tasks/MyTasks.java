package org.morphodepot.work.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Issue;
import org.morphodepot.github.IssueQuery;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Known;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.tasks.Notes.Note;

/** What is assigned to somebody and what they contributed. Three free requests when nothing is new. */
final class MyTasks {

    private static final String NOTE = "mine";
    private static final Duration KEPT_WHEN_OVER = Duration.ofDays(30);
    private static final int MOST_LOOKED_UP = 20;

    private final Asking asking;

    MyTasks(Asking asking) {
        this.asking = asking;
    }

    /**
     * @param over what was assigned and is closed now
     * @param pulls open ones
     * @param seen my pull requests as lists of issues show them
     */
    record Mine(List<Issue> assigned, List<Issue> over, List<PullRequest> pulls, List<Issue> seen, Marks marks) {

        static final Mine NOTHING = new Mine(List.of(), List.of(), List.of(), List.of(), null);

        Mine {
            assigned = List.copyOf(assigned);
            over = List.copyOf(over);
            pulls = List.copyOf(pulls);
            seen = List.copyOf(seen);
        }
    }

    Known<Mine> ask(Progress progress) throws WorkException {
        return asking.ask(progress, this::fresh, this::recall);
    }

    Optional<Note<Mine>> recall() {
        return asking.notes().read(NOTE, Mine.class);
    }

    private Mine fresh(GitHub github, Instant now) throws GitHubException {
        Mine before = recall().map(Note::value).orElse(Mine.NOTHING);
        List<Issue> opened = github.mine().firstPageOfMine(IssueQuery.all().latestChangesFirst()).items();
        List<Issue> around = github.mine().firstPage(IssueQuery.all().latestChangesFirst()).items();
        List<Issue> assigned = github.mine().assigned(TaskBook.TOPIC);
        Marks marks = Marks.of(opened).and(Marks.of(around));
        if (marks.equals(before.marks) && assigned.equals(before.assigned)) {
            asking.notes().confirm(NOTE, now);
            return before;
        }
        List<PullRequest> pulls = github.mine().openPulls().stream()
                .filter(pull -> pull.topics().isEmpty() || pull.topics().contains(TaskBook.TOPIC)).toList();
        List<Issue> seen = opened.stream().filter(Issue::isPullRequest).toList();
        Mine mine = new Mine(assigned, over(github, before, assigned, now), pulls, merge(before.seen, seen), marks);
        asking.notes().write(NOTE, mine, now);
        return mine;
    }

    /** What was assigned until now is shown as merged or closed for a while. */
    private static List<Issue> over(GitHub github, Mine before, List<Issue> assigned, Instant now) throws GitHubException {
        List<Issue> over = new ArrayList<>(before.over);
        over.removeIf(issue -> has(assigned, issue)
                || issue.closed().orElse(now).isBefore(now.minus(KEPT_WHEN_OVER)));
        List<Issue> gone = before.assigned.stream().filter(issue -> !has(assigned, issue)).limit(MOST_LOOKED_UP).toList();
        for (Issue issue : gone) {
            find(github, issue).filter(found -> !found.open()).ifPresent(over::add);
        }
        return over;
    }

    private static Optional<Issue> find(GitHub github, Issue issue) throws GitHubException {
        try {
            return Optional.of(github.issues(issue.repo()).get(issue.number()));
        } catch (GitHubException e) {
            if (e.is(GitHubException.Kind.NOT_FOUND) || e.is(GitHubException.Kind.FORBIDDEN)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean has(List<Issue> issues, Issue wanted) {
        return issues.stream().anyMatch(issue -> issue.number() == wanted.number() && issue.repo().equals(wanted.repo()));
    }

    private static List<Issue> merge(List<Issue> older, List<Issue> newer) {
        List<Issue> all = new ArrayList<>(newer);
        older.stream().filter(issue -> issue.merged().isPresent() && !has(newer, issue)).limit(500).forEach(all::add);
        return all;
    }

    List<Task> tasks(Mine mine) {
        TaskReading reading = new TaskReading(asking.account().forge(), mine.pulls, mine.seen, asking.begun());
        List<Task> tasks = new ArrayList<>(reading.tasks(mine.assigned));
        tasks.addAll(reading.tasks(mine.over));
        return List.copyOf(tasks);
    }
}
