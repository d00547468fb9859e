package org.morphodepot.github.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Label;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.internal.Api;
import org.morphodepot.github.internal.Once;
import org.morphodepot.github.internal.Route;
import org.morphodepot.github.internal.json.IssueJson;

/** Labels of one repository. */
public final class Labels {

    private final Api api;
    private final RepoName repo;

    Labels(Api api, RepoName repo) {
        this.api = api;
        this.repo = repo;
    }

    public List<Label> list() throws GitHubException {
        return api.list(Route.in(repo, "labels"), IssueJson::label);
    }

    public Optional<Label> find(String name) throws GitHubException {
        return api.find(Route.in(repo, "labels", name)).map(IssueJson::label);
    }

    /** The label of that name, made when there is none. */
    public Label ensure(Label label) throws GitHubException {
        return Once.make(() -> find(label.name()),
                () -> IssueJson.label(api.change("POST", Route.in(repo, "labels"), body(label))));
    }

    /** Changes colour and description. */
    public Label edit(Label label) throws GitHubException {
        Map<String, String> changes = body(label);
        changes.remove("name");
        return IssueJson.label(api.change("PATCH", Route.in(repo, "labels", label.name()), changes));
    }

    public void delete(String name) throws GitHubException {
        api.delete(Route.in(repo, "labels", name));
    }

    private static Map<String, String> body(Label label) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("name", label.name());
        body.put("color", label.color().isEmpty() ? "ededed" : label.color());
        body.put("description", label.description());
        return body;
    }
}
