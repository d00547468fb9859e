package org.morphodepot.github.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.NewRepository;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Repository;
import org.morphodepot.github.RepositoryEdit;
import org.morphodepot.github.internal.Api;
import org.morphodepot.github.internal.Once;
import org.morphodepot.github.internal.Route;
import org.morphodepot.github.internal.json.Fields;
import org.morphodepot.github.internal.json.RepositoryJson;

/** Repositories as a whole. */
public final class Repositories {

    private final Api api;

    Repositories(Api api) {
        this.api = api;
    }

    /** Also after a rename: then with the new name. */
    public Repository get(RepoName repo) throws GitHubException {
        return RepositoryJson.repository(api.get(Route.in(repo)));
    }

    /** Empty when there is none, or none I may see: for the server that is the same. */
    public Optional<Repository> find(RepoName repo) throws GitHubException {
        Optional<Fields> fields = api.find(Route.in(repo));
        return fields.isPresent() ? Optional.of(RepositoryJson.repository(fields.get())) : Optional.empty();
    }

    /** All of an organisation. */
    public List<Repository> ofOrganisation(String organisation) throws GitHubException {
        return api.list(Route.of("orgs", organisation, "repos"), RepositoryJson::repository);
    }

    /** The repository of that name, made when there is none. The first push may be refused for some seconds. */
    public Repository ensure(NewRepository wanted) throws GitHubException {
        RepoName name = new RepoName(wanted.organisation().orElse(api.account()), wanted.name());
        Route where = wanted.organisation().map(org -> Route.of("orgs", org, "repos")).orElse(Route.of("user", "repos"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", wanted.name());
        body.put("description", wanted.description());
        body.put("private", wanted.isPrivate());
        body.put("auto_init", wanted.withReadme());
        body.put("has_wiki", false);
        body.put("has_projects", false);
        return Once.make(() -> find(name), () -> RepositoryJson.repository(api.change("POST", where, body)));
    }

    public Repository edit(RepoName repo, RepositoryEdit edit) throws GitHubException {
        return RepositoryJson.repository(api.change("PATCH", Route.in(repo), edit.changes()));
    }

    public List<String> topics(RepoName repo) throws GitHubException {
        return api.get(Route.in(repo, "topics")).texts("names");
    }

    /** Adds and removes topics and keeps the others; nothing is sent when nothing changes. */
    public List<String> changeTopics(RepoName repo, Collection<String> add, Collection<String> remove)
            throws GitHubException {
        List<String> before = topics(repo);
        Set<String> after = new LinkedHashSet<>(before);
        after.addAll(add);
        after.removeAll(remove);
        if (after.equals(Set.copyOf(before))) {
            return before;
        }
        return api.change("PUT", Route.in(repo, "topics"), Map.of("names", new ArrayList<>(after))).texts("names");
    }

    /** Makes the server notify me of what happens there. */
    public void subscribe(RepoName repo) throws GitHubException {
        api.change("PUT", Route.in(repo, "subscription"), Map.of("subscribed", true));
    }
}
