package org.morphodepot.github.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.RateLimit;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Watch;
import org.morphodepot.github.internal.Api;
import org.morphodepot.github.internal.Route;
import org.morphodepot.github.internal.json.Fields;

/** A forge as one account sees it. */
public final class GitHub {

    private final Api api;

    GitHub(Api api) {
        this.api = api;
    }

    /** The same, with calls that can be cancelled and tell how far they are. */
    public GitHub watched(Watch watch) {
        return new GitHub(api.watchedBy(watch));
    }

    public ForgeAddress address() {
        return api.address();
    }

    /** The login, empty when nobody is signed in. */
    public String login() {
        return api.account();
    }

    /** What concerns the person who is signed in, in all repositories. */
    public Mine mine() {
        return new Mine(api);
    }

    public Repositories repositories() {
        return new Repositories(api);
    }

    public Search search() {
        return new Search(api);
    }

    public Issues issues(RepoName repo) {
        return new Issues(api, repo);
    }

    public Labels labels(RepoName repo) {
        return new Labels(api, repo);
    }

    public Milestones milestones(RepoName repo) {
        return new Milestones(api, repo);
    }

    public Forks forks(RepoName upstream) {
        return new Forks(api, upstream);
    }

    public Branches branches(RepoName repo) {
        return new Branches(api, repo);
    }

    public Pulls pulls(RepoName repo) {
        return new Pulls(api, repo);
    }

    public Reviews reviews(RepoName repo, int pull) {
        return new Reviews(api, repo, pull);
    }

    public Releases releases(RepoName repo) {
        return new Releases(api, repo);
    }

    public People people(RepoName repo) {
        return new People(api, repo);
    }

    /** What is left of each counter; asking costs nothing. */
    public List<RateLimit> rateLimits() throws GitHubException {
        Fields resources = api.get(Route.of("rate_limit")).child("resources");
        List<RateLimit> all = new ArrayList<>();
        for (String name : resources.names()) {
            Fields f = resources.child(name);
            all.add(new RateLimit(name, f.smallNumber("limit"), f.smallNumber("remaining"),
                    Instant.ofEpochSecond(f.number("reset"))));
        }
        return List.copyOf(all);
    }

    /** How much was asked through this and {@link #watched} ones. */
    public Traffic traffic() {
        return new Traffic(api.counts().requests(), api.counts().unchanged(), api.counts().changes());
    }

    /**
     * Counts since the account was signed in.
     *
     * @param unchanged requests answered by "not modified", which cost nothing
     * @param changes requests that change something
     */
    public record Traffic(long requests, long unchanged, long changes) {
    }
}
