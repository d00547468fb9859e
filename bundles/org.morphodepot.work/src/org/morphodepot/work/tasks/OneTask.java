package org.morphodepot.work.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.morphodepot.github.Comment;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Issue;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.Review;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Known;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.tasks.Notes.Note;

/** One task and what was said about it: two free requests, four with a contribution. */
final class OneTask {

    private final Asking asking;
    private final TaskRef ref;
    private final String note;

    OneTask(Asking asking, TaskRef ref) {
        this.asking = asking;
        this.ref = ref;
        note = "task-" + ref.depot().toString().toLowerCase(Locale.ROOT).replace('/', '^') + "^" + ref.number();
    }

    /** What is kept: the task is read from it. */
    record Talk(Issue issue, List<PullRequest> pulls, List<Issue> seen, List<Comment> comments, List<Review> reviews) {
    }

    Known<Talk> ask(Progress progress) throws WorkException {
        return asking.ask(progress, this::fresh, this::recall);
    }

    Optional<Note<Talk>> recall() {
        return asking.notes().read(note, Talk.class);
    }

    private Talk fresh(GitHub github, Instant now) throws GitHubException {
        Issue issue = github.issues(ref.depot()).get(ref.number());
        List<Comment> comments = new ArrayList<>(github.issues(ref.depot()).comments(ref.number()));
        Optional<PullRequest> pull = pulls().filter(one -> one.head().branch().equals(ref.branch())).findFirst();
        List<Review> reviews = List.of();
        if (pull.isPresent()) {
            comments.addAll(github.issues(ref.depot()).comments(pull.get().number()));
            comments.sort(Comparator.comparing(Comment::created));
            reviews = github.reviews(ref.depot(), pull.get().number()).list();
        }
        Talk talk = new Talk(issue, pull.stream().toList(), seen().toList(), comments, reviews);
        asking.notes().write(note, talk, now);
        return talk;
    }

    /** Open contributions to the depot as far as they are known. */
    private Stream<PullRequest> pulls() {
        Stream<PullRequest> mine = new MyTasks(asking).recall().stream().flatMap(known -> known.value().pulls().stream());
        Stream<PullRequest> depot = new DepotTasks(asking, ref.depot()).recall().stream()
                .flatMap(known -> known.value().pulls().stream());
        return Stream.concat(depot, mine).filter(pull -> pull.repo().equals(ref.depot()));
    }

    private Stream<Issue> seen() {
        Stream<Issue> mine = new MyTasks(asking).recall().stream().flatMap(known -> known.value().seen().stream());
        Stream<Issue> depot = new DepotTasks(asking, ref.depot()).recall().stream()
                .flatMap(known -> known.value().issues().stream());
        return Stream.concat(depot, mine).filter(seen -> seen.repo().equals(ref.depot()) && seen.isPullRequest()
                && seen.title().equals(ref.branch()));
    }

    Discussion discussion(Talk talk) {
        TaskReading reading = new TaskReading(ref.forge(), talk.pulls, talk.seen, asking.begun());
        return new Discussion(reading.task(talk.issue), talk.comments, talk.reviews);
    }
}
