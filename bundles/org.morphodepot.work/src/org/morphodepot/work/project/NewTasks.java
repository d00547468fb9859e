package org.morphodepot.work.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Issue;
import org.morphodepot.github.Mark;
import org.morphodepot.github.NewIssue;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Watching;
import org.morphodepot.work.WorkException;

/**
 * A batch of tasks that become issues, one a second. The plan is on the disk before the first one is made, each with a mark of
 * its own: after a cut, a crash or a cancel {@link #run} goes on where it stopped, and no task is made twice. One thread at a
 * time.
 */
public final class NewTasks {

    private final Desk desk;
    private final Account account;
    private final RepoName depot;
    private final PlanFile file;
    private final List<PlannedTask> tasks;

    private NewTasks(Desk desk, Account account, RepoName depot, PlanFile file, List<PlannedTask> tasks) {
        this.desk = desk;
        this.account = account;
        this.depot = depot;
        this.file = file;
        this.tasks = new ArrayList<>(tasks);
    }

    /** Keeps a plan; nothing is made yet. */
    public static NewTasks plan(Desk desk, Account account, RepoName depot, List<TaskDraft> drafts) throws WorkException {
        List<PlannedTask> tasks = drafts.stream().map(draft -> new PlannedTask(Mark.random(), draft, OptionalInt.empty()))
                .toList();
        PlanFile file = new PlanFile(folder(desk, account).resolve(UUID.randomUUID() + ".json"));
        NewTasks batch = new NewTasks(desk, account, depot, file, tasks);
        try {
            batch.keep();
            return batch;
        } catch (IOException e) {
            throw WorkException.of(e);
        }
    }

    /** Batches of an account that stopped half-way. */
    public static List<NewTasks> unfinished(Desk desk, Account account) throws WorkException {
        List<NewTasks> found = new ArrayList<>();
        try {
            for (PlanFile file : PlanFile.in(folder(desk, account))) {
                file.read().ifPresent(plan -> found.add(new NewTasks(desk, account, plan.depot(), file, plan.tasks())));
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw WorkException.of(e);
        }
    }

    private static Path folder(Desk desk, Account account) {
        return desk.depots(account).resolve("new-tasks");
    }

    public RepoName depot() {
        return depot;
    }

    /** How many there are in all. */
    public int size() {
        return tasks.size();
    }

    /** How many are issues already. */
    public int made() {
        return (int) tasks.stream().filter(task -> task.number().isPresent()).count();
    }

    public List<TaskDraft> drafts() {
        return tasks.stream().map(PlannedTask::draft).toList();
    }

    /**
     * Makes what is not made yet and gives these; then the plan is gone. Blocks for at least a second per task.
     *
     * @throws WorkException when it cannot go on now; call it again later
     */
    public List<MadeTask> run(Progress progress) throws WorkException {
        try {
            GitHub github = desk.github(account).watched(Watching.github(progress));
            String reason = Rights.of(github.repositories().get(depot), account).createTasks().orElse("");
            if (!reason.isEmpty()) {
                throw new WorkException(WorkException.Kind.NOT_ALLOWED, reason);
            }
            List<MadeTask> made = make(github, progress);
            forget();
            return made;
        } catch (CancellationException e) {
            throw WorkException.of(e);
        } catch (UncheckedIOException e) {
            throw WorkException.of(e.getCause());
        } catch (IOException e) {
            throw WorkException.of(e);
        }
    }

    private List<MadeTask> make(GitHub github, Progress progress) throws IOException {
        Set<String> known = new HashSet<>();
        github.people(depot).assignable().forEach(person -> known.add(person.login().toLowerCase(Locale.ROOT)));
        Map<Mark, NewIssue> wanted = new LinkedHashMap<>();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            PlannedTask task = tasks.get(i);
            if (task.number().isEmpty()) {
                wanted.put(task.mark(), issue(task.draft(), known));
                order.add(i);
            }
        }
        report(progress);
        List<MadeTask> made = new ArrayList<>();
        github.issues(depot).openAll(wanted, issue -> {
            made.add(kept(github, order.get(made.size()), issue, known));
            report(progress);
        });
        return made;
    }

    private MadeTask kept(GitHub github, int place, Issue issue, Set<String> known) {
        try {
            tasks.set(place, tasks.get(place).made(issue.number()));
            keep();
            return finish(github, tasks.get(place).draft(), issue, known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(Progress progress) {
        int done = made();
        progress.report(done, tasks.size(), done == tasks.size() ? "All " + done + " tasks are made"
                : "Task " + (done + 1) + " of " + tasks.size() + ": " + tasks.get(done).draft().title());
    }

    /** Those who cannot be assigned are left out: the forge would refuse the whole issue. */
    private static NewIssue issue(TaskDraft draft, Set<String> known) {
        return NewIssue.of(draft.title(), draft.body()).labelled(draft.labels())
                .assignedTo(draft.assignees().stream().filter(login -> known.contains(login.toLowerCase(Locale.ROOT))).toList());
    }

    /** Compares what came back with what was wished; assigns once more whom the forge forgot. */
    private MadeTask finish(GitHub github, TaskDraft draft, Issue issue, Set<String> known) throws GitHubException {
        Issue now = issue;
        List<String> forgotten = draft.assignees().stream().filter(login -> known.contains(login.toLowerCase(Locale.ROOT))
                && !issue.isAssignedTo(login)).toList();
        if (!forgotten.isEmpty()) {
            try {
                now = github.issues(depot).assign(issue.number(), forgotten);
            } catch (GitHubException e) {
                if (!e.is(GitHubException.Kind.VALIDATION) && !e.is(GitHubException.Kind.FORBIDDEN)) {
                    throw e;
                }
            }
        }
        Issue last = now;
        return new MadeTask(draft.title(), issue.number(), issue.url(),
                draft.assignees().stream().filter(login -> !last.isAssignedTo(login)).toList(),
                draft.labels().stream().filter(label -> !last.hasLabel(label)).toList());
    }

    private void keep() throws IOException {
        file.write(new PlanFile.Plan(depot, tasks));
    }

    /** Gives up what is not made yet; the issues that are there stay. */
    public void forget() throws WorkException {
        try {
            file.delete();
        } catch (IOException e) {
            throw WorkException.of(e);
        }
    }
}
