package org.morphodepot.work.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Known;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.tasks.TaskBook;

/**
 * Contributions to the depots in which somebody may merge.
 *
 * @param waiting those whose authors ask for a review, longest wait first
 * @param drafts those they do not ask for yet, newest change first; hidden at first, but counted
 */
public record Reviews(List<PullRequest> waiting, List<PullRequest> drafts) {

    public Reviews {
        waiting = List.copyOf(waiting);
        drafts = List.copyOf(drafts);
    }

    /**
     * Asks the forge. Without an answer it is what was known, with the trouble; so an empty list means that there are none.
     *
     * @throws WorkException when nothing was ever known
     */
    public static Known<Reviews> ask(Desk desk, Account account, Progress progress) throws WorkException {
        Known<List<PullRequest>> pulls = TaskBook.of(desk).toReview(account, progress);
        return new Known<>(of(pulls.value()), pulls.asOf(), pulls.trouble());
    }

    static Reviews of(List<PullRequest> pulls) {
        Comparator<PullRequest> longest = Comparator.comparing(PullRequest::updated);
        return new Reviews(pulls.stream().filter(pull -> !pull.draft()).sorted(longest).toList(),
                pulls.stream().filter(PullRequest::draft).sorted(longest.reversed()).toList());
    }

    /** Those of one depot; of all when none is given. */
    public Reviews in(Optional<RepoName> depot) {
        return new Reviews(waiting.stream().filter(pull -> isIn(pull, depot)).toList(),
                drafts.stream().filter(pull -> isIn(pull, depot)).toList());
    }

    private static boolean isIn(PullRequest pull, Optional<RepoName> depot) {
        return depot.isEmpty() || pull.repo().equals(depot.get());
    }
}
