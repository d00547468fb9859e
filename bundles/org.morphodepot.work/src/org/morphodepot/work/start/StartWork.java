package org.morphodepot.work.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.depot.ColorTable;
import org.morphodepot.depot.TaskBlock;
import org.morphodepot.git.CommitId;
import org.morphodepot.git.GitException;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Repository;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.Watching;
import org.morphodepot.work.WorkException;

/** From a task to a folder in which the active account can paint. */
public final class StartWork {

    private final Desk desk;
    private final TaskRef task;
    private final Account account;
    private final Path folder;
    private final Progress progress;
    private final Optional<Assignment> before;
    private final List<String> notes = new ArrayList<>();

    private StartWork(Desk desk, TaskRef task, Account account, Progress progress) {
        this.desk = desk;
        this.task = task;
        this.account = account;
        this.progress = progress;
        folder = desk.folderOf(task, account);
        before = Assignments.of(desk).of(task, account).filter(known -> Files.exists(known.labels()));
    }

    /**
     * Starts a task, or goes on with one; works offline when everything is here already. May be cancelled at any step and
     * started again: it goes on where it stopped.
     */
    public static Assignment on(Desk desk, TaskRef task, Progress progress) throws WorkException {
        Account account = desk.accounts().active().filter(one -> one.forge().host().equals(task.forge().host()))
                .orElseThrow(() -> new WorkException(WorkException.Kind.SIGN_IN,
                        "Sign in to " + task.forge().host() + " to work on " + task + "."));
        return desk.folders().alone(desk.folderOf(task, account), () -> new StartWork(desk, task, account, progress).run());
    }

    private Assignment run() throws IOException {
        try {
            return online();
        } catch (IOException e) {
            WorkException trouble = WorkException.of(e);
            if (!trouble.is(WorkException.Kind.OFFLINE) || before.isEmpty()) {
                throw trouble;
            }
            return before.get().withNotes(List.of(trouble.getMessage() + " You go on with what is on this computer."));
        }
    }

    private Assignment online() throws IOException {
        step(1, "Reading the task");
        Optional<TaskBlock> block = block();
        step(2, "Finding your copy of the depot");
        RepoName origin = origin();
        step(3, "Getting the depot");
        try (WorkFolder work = new TaskClone(desk, account, folder, progress).open(origin, task.depot())) {
            step(4, "Looking for newer versions");
            CommitId main = news(work);
            step(5, "Going to " + task.branch());
            goToBranch(work, main);
            step(6, "Getting the scan");
            Address scan = new ScanSource(desk, task, progress, notes).get(work, main);
            step(7, "Preparing the segmentation");
            Assignment assignment = new Assignment(task, account, origin, folder, scan, folder.resolve(task.fileName()),
                    ColorTable.in(folder), block, notes);
            new FirstLabels(desk.volumes(), progress, notes).writeIfMissing(assignment);
            AssignmentFile.write(assignment);
            return assignment.withNotes(notes);
        }
    }

    private void step(int number, String what) {
        progress.check();
        progress.report(number, 7, what);
    }

    private GitHub github() throws WorkException {
        return desk.github(account).watched(Watching.github(progress));
    }

    private Optional<TaskBlock> block() throws IOException {
        TaskBlock.Finding found = TaskBlock.in(github().issues(task.depot()).get(task.number()).body());
        if (found instanceof TaskBlock.Finding.Damaged(String why)) {
            notes.add(why);
        }
        return found instanceof TaskBlock.Finding.Found(TaskBlock block) ? Optional.of(block) : Optional.empty();
    }

    /** The depot itself when it is the person's own, else the fork, by its parent; made when there is none. */
    private RepoName origin() throws IOException {
        Optional<RepoName> known = before.map(Assignment::origin);
        if (known.isPresent() && github().repositories().find(known.get()).isPresent()) {
            return known.get();
        }
        Repository depot = github().repositories().get(task.depot());
        if (depot.name().owner().equalsIgnoreCase(account.login())) {
            return depot.name();
        }
        Repository fork = github().forks(task.depot()).ensure();
        try {
            github().forks(task.depot()).sync(fork.name(), fork.defaultBranch());
        } catch (GitHubException e) {
            if (e.is(GitHubException.Kind.OFFLINE)) {
                throw e;
            } // a fork that cannot be brought up to date is no obstacle: new branches start from the depot itself
        }
        return fork.name();
    }

    /** Fetches the depot's main and the task's branch; gives the newest main that is known. */
    private CommitId news(WorkFolder work) throws IOException {
        fetch(work, "origin", task.branch());
        Optional<CommitId> main = fetch(work, "upstream", "main");
        return main.isPresent() ? main.get() : work.commit("origin/main").orElseThrow(() -> new WorkException(
                WorkException.Kind.NOT_FOUND, "The depot " + task.depot() + " has no branch main to start from."));
    }

    private Optional<CommitId> fetch(WorkFolder work, String remote, String branch) throws IOException {
        try {
            return Optional.of(work.fetch(remote, branch, desk.signIn(account), Watching.git(progress)));
        } catch (GitException e) {
            if (e.kind() == GitException.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void goToBranch(WorkFolder work, CommitId main) throws IOException {
        try {
            if (!work.resumeBranch(task.branch(), "origin")) {
                work.startBranch(task.branch(), main);
            }
        } catch (GitException e) {
            boolean there = work.branch().filter(task.branch()::equals).isPresent();
            if (e.kind() != GitException.Kind.UNSAVED_WORK || !there) {
                throw e;
            }
            notes.add("There is a newer version on " + task.forge().host() + "; it is merged with yours at the next submission.");
        }
    }
}
