package org.morphodepot.work.project;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Issue;
import org.morphodepot.github.Person;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.client.Issues;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.Watching;
import org.morphodepot.work.WorkException;

/** Changes who does a task. Blocks; any thread. */
public final class Assigning {

    private Assigning() {
    }

    /** Who can be given tasks of a depot, by login. */
    public static List<Person> people(Desk desk, Account account, RepoName depot, Progress progress) throws WorkException {
        try {
            return desk.github(account).watched(Watching.github(progress)).people(depot).assignable().stream()
                    .sorted(Comparator.comparing(person -> person.login().toLowerCase(Locale.ROOT))).toList();
        } catch (CancellationException e) {
            throw WorkException.of(e);
        } catch (IOException e) {
            throw WorkException.of(e);
        }
    }

    /**
     * Gives a task to one person, or to nobody; who had it before has it no more.
     *
     * @throws WorkException NOT_ALLOWED also when the forge dropped the person without a word
     */
    public static void give(Desk desk, Account account, TaskRef task, Optional<String> login, Progress progress)
            throws WorkException {
        try {
            Issues issues = desk.github(account).watched(Watching.github(progress)).issues(task.depot());
            Issue now = issues.get(task.number());
            if (login.isPresent() && !now.isAssignedTo(login.get())) {
                now = assigned(issues, task, login.get());
            }
            List<String> others = now.assignees().stream().map(Person::login)
                    .filter(one -> login.isEmpty() || !one.equalsIgnoreCase(login.get())).toList();
            if (!others.isEmpty() && issues.unassign(task.number(), others).isAssignedTo(others.getFirst())) {
                throw refused(task, "Taking " + String.join(", ", others) + " off " + task + " was not accepted.");
            }
        } catch (CancellationException e) {
            throw WorkException.of(e);
        } catch (IOException e) {
            throw WorkException.of(e);
        }
    }

    private static Issue assigned(Issues issues, TaskRef task, String login) throws IOException {
        try {
            Issue after = issues.assign(task.number(), List.of(login));
            if (after.isAssignedTo(login)) {
                return after;
            }
        } catch (GitHubException e) {
            if (!e.is(GitHubException.Kind.VALIDATION)) {
                throw e;
            }
        }
        throw refused(task, login + " cannot be given " + task + ".");
    }

    private static WorkException refused(TaskRef task, String what) {
        return new WorkException(WorkException.Kind.NOT_ALLOWED, what + " Only people who belong to " + task.depot()
                + " can be, and only by somebody with the right to triage.");
    }
}
