package org.morphodepot.work.tasks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.morphodepot.depot.TaskBlock;
import org.morphodepot.depot.TaskBlock.Finding;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Issue;
import org.morphodepot.github.Milestone;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.work.TaskRef;

/** Makes tasks of issues and the pull requests that belong to them. */
final class TaskReading {

    private final ForgeAddress forge;
    private final Map<String, PullRequest> open = new HashMap<>();
    private final Map<String, Issue> merged = new HashMap<>();
    private final Predicate<TaskRef> begun;

    /**
     * @param pulls open ones; where two are for the same issue, one that waits for review counts, then the newer one
     * @param seen pull requests as lists of issues show them: they tell what was merged
     * @param begun whether work on a task began on this computer
     */
    TaskReading(ForgeAddress forge, List<PullRequest> pulls, List<Issue> seen, Predicate<TaskRef> begun) {
        this.forge = forge;
        this.begun = begun;
        pulls.stream().filter(PullRequest::open)
                .sorted(Comparator.comparing(PullRequest::draft).reversed().thenComparing(PullRequest::updated))
                .forEach(this::keep);
        seen.stream().filter(pull -> pull.merged().isPresent())
                .forEach(pull -> merged.put(key(pull.repo(), pull.title()), pull));
    }

    private void keep(PullRequest pull) {
        pull.closes().forEach(number -> open.put(key(pull.repo(), "issue-" + number), pull));
        open.put(key(pull.repo(), pull.head().branch()), pull);
    }

    private static String key(RepoName repo, String branch) {
        return repo.toString().toLowerCase(Locale.ROOT) + " " + branch;
    }

    List<Task> tasks(List<Issue> issues) {
        return issues.stream().filter(issue -> !issue.isPullRequest()).map(this::task).toList();
    }

    Task task(Issue issue) {
        TaskRef ref = new TaskRef(forge, issue.repo(), issue.number());
        Finding finding = TaskBlock.in(issue.body());
        Optional<TaskBlock> block = finding instanceof Finding.Found(TaskBlock found) ? Optional.of(found) : Optional.empty();
        Optional<String> trouble = finding instanceof Finding.Damaged(String why) ? Optional.of(why) : Optional.empty();
        Optional<PullRequest> pull = Optional.ofNullable(open.get(key(issue.repo(), ref.branch())));
        return new Task(ref, issue.title(), TaskBlock.visible(issue.body()), block, trouble, issue.assignees(),
                state(ref, issue, pull), pull, due(block, issue.milestone()), issue.milestone().map(Milestone::title).orElse(""),
                issue.author(), issue.created(), issue.updated(), issue.comments(), issue.url());
    }

    private TaskState state(TaskRef ref, Issue issue, Optional<PullRequest> pull) {
        if (!issue.open()) {
            return merged.containsKey(key(issue.repo(), ref.branch())) ? TaskState.MERGED : TaskState.CLOSED;
        }
        if (pull.isPresent()) {
            return pull.get().changesRequested() ? TaskState.CHANGES_REQUESTED
                    : pull.get().draft() ? TaskState.IN_PROGRESS : TaskState.SUBMITTED;
        }
        return issue.assignees().isEmpty() ? TaskState.UNASSIGNED
                : begun.test(ref) ? TaskState.IN_PROGRESS : TaskState.NOT_STARTED;
    }

    private static Optional<LocalDate> due(Optional<TaskBlock> block, Optional<Milestone> milestone) {
        return block.flatMap(TaskBlock::due)
                .or(() -> milestone.flatMap(Milestone::due).map(time -> time.atOffset(ZoneOffset.UTC).toLocalDate()));
    }
}
