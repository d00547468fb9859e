package org.morphodepot.work.review;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.RepoName;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Watching;
import org.morphodepot.work.WorkException;

/**
 * What was said about places of one contribution, to walk through: after the last comes the first. Immutable.
 *
 * @param all oldest first
 */
public record PlacedComments(List<PlacedComment> all) {

    public PlacedComments {
        all = List.copyOf(all);
    }

    /** Those of a pull request, by both sides, approvals included. Asks the forge; blocks. */
    public static PlacedComments ask(Desk desk, Account account, RepoName depot, int pull, Progress progress)
            throws WorkException {
        try {
            return of(Talk.of(desk.github(account).watched(Watching.github(progress)), depot, pull));
        } catch (GitHubException e) {
            throw WorkException.of(e);
        } catch (CancellationException e) {
            throw WorkException.of(e);
        }
    }

    /** Those in what was said. */
    public static PlacedComments of(List<Said> said) {
        return new PlacedComments(said.stream().flatMap(one -> one.parts().stream().flatMap(part -> part.place().map(
                place -> new PlacedComment(one.author(), part.text(), one.when(), one.verdict(), one.url(), place)).stream()))
                .toList());
    }

    /** Without what somebody said himself, such as before a segmenter walks through what others ask for. */
    public PlacedComments ofOthersThan(String login) {
        return new PlacedComments(all.stream().filter(one -> !one.author().login().equalsIgnoreCase(login)).toList());
    }

    /** The one after another one, or the first when there is none; empty when there are none at all. */
    public Optional<PlacedComment> next(Optional<PlacedComment> current) {
        return step(current, 1, 0);
    }

    /** The one before another one, or the last when there is none; empty when there are none at all. */
    public Optional<PlacedComment> previous(Optional<PlacedComment> current) {
        return step(current, -1, all.size() - 1);
    }

    private Optional<PlacedComment> step(Optional<PlacedComment> current, int by, int start) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int at = current.map(all::indexOf).orElse(-1);
        return Optional.of(all.get(at < 0 ? start : Math.floorMod(at + by, all.size())));
    }
}
