package org.morphodepot.work.review;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Merge;
import org.morphodepot.github.NewReview;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.work.WorkException;

/** What a director answers to a contribution; every step may be done again after a failure. */
final class Answers {

    /** The text of the commit on main, as the MorphoDepot extension writes it. */
    static final String MERGED = "Merging and closing";

    private final GitHub github;
    private final PullRequest looked;

    /** @param looked the state that was looked at */
    Answers(GitHub github, PullRequest looked) {
        this.github = github;
        this.looked = looked;
    }

    boolean own() {
        return looked.author().is(github.login());
    }

    void comment(String text) throws GitHubException {
        github.issues(looked.repo()).comment(looked.number(), text, Talk.mark("comment", looked, text));
    }

    /** Nobody may ask for changes of what is one's own: then it is a comment. Either way it is a draft again. */
    PullRequest requestChanges(String text) throws GitHubException, WorkException {
        PullRequest now = unfinished();
        if (own()) {
            comment(text);
        } else {
            github.reviews(looked.repo(), looked.number()).submit(NewReview.requestChanges(text).at(looked.head().commit()),
                    Talk.mark("changes", looked, text));
        }
        return github.pulls(looked.repo()).toDraft(now);
    }

    /** Approves, unless it is one's own, and merges it as one commit. Nothing happens to what is merged already. */
    Merge approveAndMerge(String text) throws GitHubException, WorkException {
        PullRequest now = github.pulls(looked.repo()).get(looked.number());
        if (now.merged()) {
            return new Merge("", true);
        }
        check(now);
        if (!own()) {
            github.reviews(looked.repo(), looked.number()).submit(NewReview.approve(text).at(looked.head().commit()),
                    Talk.mark("approve", looked, text));
        }
        try {
            return github.pulls(looked.repo()).squash(looked, MERGED);
        } catch (GitHubException e) {
            if (e.is(GitHubException.Kind.CONFLICT)) {
                check(github.pulls(looked.repo()).get(looked.number()));
                throw new WorkException(WorkException.Kind.CONFLICT, "#" + looked.number() + " could not be merged: "
                        + "main and the contribution changed the same file. Ask its author to bring it up to date.", e);
            }
            throw e;
        }
    }

    private PullRequest unfinished() throws GitHubException, WorkException {
        PullRequest now = github.pulls(looked.repo()).get(looked.number());
        if (now.merged()) {
            throw new WorkException(WorkException.Kind.CONFLICT, "#" + looked.number()
                    + " is merged already; more work needs a new task.");
        }
        return now;
    }

    private void check(PullRequest now) throws WorkException {
        if (!now.open()) {
            throw new WorkException(WorkException.Kind.CONFLICT, "#" + now.number() + " was closed without merging.");
        }
        if (!now.head().commit().equals(looked.head().commit())) {
            throw new WorkException(WorkException.Kind.CONFLICT, "#" + now.number()
                    + " has newer work than what you looked at. Open it again before you approve it.");
        }
        if (now.draft()) {
            throw new WorkException(WorkException.Kind.CONFLICT, "#" + now.number()
                    + " is a draft again: its author does not ask for a review at the moment.");
        }
    }
}
