package org.morphodepot.github.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.github.Branch;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.internal.Api;
import org.morphodepot.github.internal.Once;
import org.morphodepot.github.internal.Route;
import org.morphodepot.github.internal.json.Fields;
import org.morphodepot.github.internal.json.RepositoryJson;

/** Branches of one repository. */
public final class Branches {

    private final Api api;
    private final RepoName repo;

    Branches(Api api, RepoName repo) {
        this.api = api;
        this.repo = repo;
    }

    public List<Branch> list() throws GitHubException {
        return api.list(Route.in(repo, "branches"), RepositoryJson::branch);
    }

    public Optional<Branch> find(String name) throws GitHubException {
        Optional<Fields> fields = api.find(Route.in(repo, "branches", name));
        return fields.isPresent() ? Optional.of(RepositoryJson.branch(fields.get())) : Optional.empty();
    }

    /** The branch of that name, made at the commit when there is none. */
    public Branch ensure(String name, String commit) throws GitHubException {
        return Once.make(() -> find(name), () -> {
            api.change("POST", Route.in(repo, "git", "refs"), Map.of("ref", "refs/heads/" + name, "sha", commit));
            return new Branch(name, commit, false);
        });
    }

    public void delete(String name) throws GitHubException {
        api.delete(Route.in(repo, "git", "refs", "heads").below(name));
    }
}
