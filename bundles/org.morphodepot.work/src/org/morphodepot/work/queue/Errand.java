package org.morphodepot.work.queue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.morphodepot.git.GitException;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Mark;
import org.morphodepot.github.NewPull;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.github.client.Pulls;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Watching;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.conflict.Joining;
import org.morphodepot.work.start.Assignment;
import org.morphodepot.work.start.Assignments;

/** One try of one job. Each kind looks first whether it is done already, so that a lost answer does no harm. */
final class Errand {

    private static final int MOST_MERGES = 5;

    /** Writes the job to the disk. */
    interface Keeping {
        void keep() throws IOException;
    }

    private final Desk desk;
    private final Job job;
    private final Keeping keeping;
    private final Progress progress;

    Errand(Desk desk, Job job, Keeping keeping, BooleanSupplier stopped) {
        this.desk = desk;
        this.job = job;
        this.keeping = keeping;
        progress = new Progress() {
            @Override
            public void report(long done, long total, String what) {
                // the list of entries says enough
            }

            @Override
            public boolean cancelled() {
                return stopped.getAsBoolean();
            }
        };
    }

    void run() throws IOException {
        Account account = desk.accounts().find(job.task.forge(), job.login)
                .orElseThrow(() -> new WorkException(WorkException.Kind.SIGN_IN,
                        job.login + " is not signed in to " + job.task.forge().host() + ". Sign in; this goes on then."));
        GitHub github = desk.github(account).watched(Watching.github(progress));
        switch (job.kind) {
            case PUSH -> push(assignment(account));
            case DRAFT -> draft(github, assignment(account));
            case READY -> github.pulls(job.task.depot()).ready(draft(github, assignment(account)));
            case COMMENT -> comment(github, account);
            case CLOSE_DRAFT -> close(github, assignment(account));
            case UNASSIGN -> unassign(github);
        }
    }

    private Assignment assignment(Account account) throws WorkException {
        return Assignments.of(desk).of(job.task, account).orElseThrow(() -> new WorkException(WorkException.Kind.NOT_FOUND,
                "The work folder of " + job.task + " is gone. Start the task again."));
    }

    private void push(Assignment assignment) throws IOException {
        desk.folders().in(assignment.folder(), work -> {
            work.setRemote("origin", Desk.remote(assignment.account(), assignment.origin()));
            for (int merges = 0; !pushed(work, assignment); merges++) {
                if (merges == MOST_MERGES) {
                    throw new WorkException(WorkException.Kind.OFFLINE, "Somebody else keeps sending to "
                            + job.task.branch() + "; it is tried again.");
                }
                Joining.join(desk, assignment, work, progress);
            }
            return work;
        });
    }

    /** False when somebody was first. */
    private boolean pushed(WorkFolder work, Assignment assignment) throws IOException {
        try {
            work.push("origin", job.task.branch(), desk.signIn(assignment.account()), Watching.git(progress));
            return true;
        } catch (GitException e) {
            if (e.kind() == GitException.Kind.REJECTED_NON_FAST_FORWARD) {
                return false;
            }
            throw e;
        }
    }

    private PullRequest draft(GitHub github, Assignment assignment) throws IOException {
        NewPull wanted = NewPull.forIssue(job.task.number(), assignment.origin().owner());
        Pulls pulls = github.pulls(job.task.depot());
        try {
            return pulls.ensure(wanted);
        } catch (GitHubException e) {
            String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            if (!e.is(GitHubException.Kind.VALIDATION) || !why.contains("draft")) {
                throw e;
            } // private depots of free accounts have no drafts
            return pulls.ensure(new NewPull(wanted.title(), wanted.body(), wanted.headOwner(), wanted.headBranch(),
                    wanted.base(), false));
        }
    }

    private Optional<PullRequest> find(GitHub github, Assignment assignment) throws GitHubException {
        return github.pulls(job.task.depot()).find(assignment.origin().owner(), job.task.branch());
    }

    /** On the contribution when there is one, else on the task. Where it goes is kept before it goes. */
    private void comment(GitHub github, Account account) throws IOException {
        if (job.target == 0) {
            Optional<Assignment> assignment = Assignments.of(desk).of(job.task, account);
            Optional<PullRequest> pull = assignment.isEmpty() ? Optional.empty() : find(github, assignment.get());
            job.target = pull.map(PullRequest::number).orElse(job.task.number());
            keeping.keep();
        }
        github.issues(job.task.depot()).comment(job.target, job.text, new Mark(job.id));
    }

    private void close(GitHub github, Assignment assignment) throws IOException {
        Optional<PullRequest> pull = find(github, assignment);
        if (pull.isPresent()) {
            github.pulls(job.task.depot()).close(pull.get().number());
        }
    }

    private void unassign(GitHub github) throws IOException {
        try {
            github.issues(job.task.depot()).unassign(job.task.number(), List.of(job.login));
        } catch (GitHubException e) {
            if (!e.is(GitHubException.Kind.FORBIDDEN) && !e.is(GitHubException.Kind.NOT_FOUND)) {
                throw e;
            } // only the director may; the comment asks for it
        }
    }
}
