package org.morphodepot.work.submit;

import java.util.List;
import java.util.Optional;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.Watching;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.queue.Entry.Kind;
import org.morphodepot.work.review.Talk;
import org.morphodepot.work.start.Assignment;
import org.morphodepot.work.start.Assignments;

/** Shows work to the director. What needs the network goes into the desk's queue and is done once, now or later. */
public final class Submit {

    private final Desk desk;

    private Submit(Desk desk) {
        this.desk = desk;
    }

    public static Submit at(Desk desk) {
        return new Submit(desk);
    }

    /** Sends what was committed, and makes sure that the draft pull request is there. Returns at once. */
    public void submit(Assignment assignment) throws WorkException {
        checkCommitted(assignment);
        add(assignment, Kind.PUSH, "Send " + assignment.task().branch(), "");
        add(assignment, Kind.DRAFT, "Open the contribution to " + assignment.task(), "");
    }

    /** Submits, and says that it is ready; an empty comment is left out. Returns at once. */
    public void askForReview(Assignment assignment, String comment) throws WorkException {
        submit(assignment);
        add(assignment, Kind.READY, "Ask for a review of " + assignment.task(), "");
        if (!comment.isBlank()) {
            comment(assignment, comment);
        }
    }

    /** Comments on the contribution, or on the task where there is none yet. Returns at once. */
    public void comment(Assignment assignment, String markdown) throws WorkException {
        add(assignment, Kind.COMMENT, "Comment on " + assignment.task(), markdown.strip());
    }

    /** Gives the task back: what was committed is sent, the reason told, the draft closed. Returns at once. */
    public void handBack(Assignment assignment, String why) throws WorkException {
        if (isCommitted(assignment)) {
            add(assignment, Kind.PUSH, "Send " + assignment.task().branch(), "");
        }
        comment(assignment, "I hand this task back." + (why.isBlank() ? "" : "\n\n" + why.strip()));
        add(assignment, Kind.CLOSE_DRAFT, "Close the contribution to " + assignment.task(), "");
        add(assignment, Kind.UNASSIGN, "Take yourself off " + assignment.task(), "");
    }

    private void add(Assignment assignment, Kind kind, String words, String text) throws WorkException {
        desk.queue().add(assignment.account(), assignment.task(), kind, words, text);
    }

    private void checkCommitted(Assignment assignment) throws WorkException {
        if (!isCommitted(assignment)) {
            throw new WorkException(WorkException.Kind.NOT_FOUND,
                    "Nothing is saved for this task yet. Paint and save, then submit.");
        }
    }

    private boolean isCommitted(Assignment assignment) throws WorkException {
        return desk.folders().in(assignment.folder(),
                work -> work.file(work.head(), assignment.task().fileName()).isPresent());
    }

    /** What reviewers ask for, oldest first; empty when there is no open contribution. Asks the forge. */
    public List<Requested> requestedChanges(Account account, TaskRef task, Progress progress) throws WorkException {
        try {
            GitHub github = desk.github(account).watched(Watching.github(progress));
            Optional<PullRequest> pull = github.pulls(task.depot()).find(originOwner(account, task), task.branch());
            return pull.isEmpty() ? List.of() : requested(github, account, task, pull.get().number());
        } catch (GitHubException e) {
            throw WorkException.of(e);
        }
    }

    private String originOwner(Account account, TaskRef task) {
        return Assignments.of(desk).of(task, account).map(found -> found.origin().owner()).orElse(account.login());
    }

    /** Requests for changes, remarks on the file, and what others said about a place. */
    private static List<Requested> requested(GitHub github, Account account, TaskRef task, int pull) throws GitHubException {
        return Talk.of(github, task.depot(), pull).stream()
                .filter(one -> !one.author().login().equalsIgnoreCase(account.login()) && one.asks())
                .flatMap(one -> one.parts().stream().map(
                        part -> new Requested(one.author().login(), part.text(), one.when(), part.place(), one.url())))
                .filter(one -> !one.text().isEmpty() || one.place().isPresent()).toList();
    }
}
