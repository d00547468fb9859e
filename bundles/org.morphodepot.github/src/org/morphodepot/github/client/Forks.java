package org.morphodepot.github.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.github.ForkSync;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Repository;
import org.morphodepot.github.internal.Api;
import org.morphodepot.github.internal.Once;
import org.morphodepot.github.internal.Pauses;
import org.morphodepot.github.internal.Route;
import org.morphodepot.github.internal.json.Fields;
import org.morphodepot.github.internal.json.RepositoryJson;

/** Forks of one repository. */
public final class Forks {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Api api;
    private final RepoName upstream;

    Forks(Api api, RepoName upstream) {
        this.api = api;
        this.upstream = upstream;
    }

    /** All that I may see; without their parent. */
    public List<Repository> list() throws GitHubException {
        return api.list(Route.in(upstream, "forks").with("sort", "newest"), RepositoryJson::repository);
    }

    /** My fork, by its parent and not by its name: it may be called otherwise, and the name may be something else's. */
    public Optional<Repository> mine() throws GitHubException {
        Optional<Repository> sameName = new Repositories(api).find(new RepoName(api.account(), upstream.name()));
        if (sameName.isPresent() && isForkOfUpstream(sameName.get())) {
            return sameName;
        }
        for (Repository fork : list()) {
            if (fork.name().owner().equalsIgnoreCase(api.account())) {
                return Optional.of(new Repositories(api).get(fork.name()));
            }
        }
        return Optional.empty();
    }

    private boolean isForkOfUpstream(Repository repository) {
        return repository.isFork() && repository.parent().filter(upstream::equals).isPresent();
    }

    /** My fork, made when there is none, ready to be cloned. Waits up to five minutes for the server. */
    public Repository ensure() throws GitHubException {
        Repository fork = Once.make(this::mine, this::post);
        return ready(fork.name());
    }

    private Repository post() throws GitHubException {
        return RepositoryJson.repository(api.change("POST", Route.in(upstream, "forks"), Map.of()));
    }

    private Repository ready(RepoName fork) throws GitHubException {
        Instant end = api.pace().now().plus(LONGEST_WAIT);
        Duration pause = Duration.ofSeconds(1);
        while (true) {
            Optional<Repository> found = new Repositories(api).find(fork);
            if (found.isPresent() && hasItsBranch(found.get())) {
                return found.get();
            }
            if (api.pace().now().isAfter(end)) {
                throw GitHubException.of(Kind.SERVER, 0, "Your copy " + fork + " is not ready after "
                        + LONGEST_WAIT.toMinutes() + " minutes. Try again later: it is found again.");
            }
            Pauses.sleep(api.pace(), pause, api.watch());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private boolean hasItsBranch(Repository fork) throws GitHubException {
        String branch = fork.defaultBranch().isEmpty() ? "main" : fork.defaultBranch();
        try {
            return new Branches(api, fork.name()).find(branch).isPresent();
        } catch (GitHubException e) {
            if (e.is(Kind.CONFLICT)) {
                return false; // "Git Repository is empty": the copy has not begun
            }
            throw e;
        }
    }

    /**
     * Brings a branch of a fork up to date with the parent, on the server.
     *
     * @throws GitHubException of kind {@code CONFLICT} when both have changed the same files
     */
    public ForkSync sync(RepoName fork, String branch) throws GitHubException {
        Fields answer = api.change("POST", Route.in(fork, "merge-upstream"), Map.of("branch", branch));
        return switch (answer.text("merge_type")) {
            case "none" -> ForkSync.NOTHING_NEW;
            case "merge" -> ForkSync.MERGED;
            default -> ForkSync.FAST_FORWARD;
        };
    }
}
