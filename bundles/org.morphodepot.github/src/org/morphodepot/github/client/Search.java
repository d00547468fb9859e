package org.morphodepot.github.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.github.Found;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Issue;
import org.morphodepot.github.Repository;
import org.morphodepot.github.internal.Api;
import org.morphodepot.github.internal.Reply;
import org.morphodepot.github.internal.Route;
import org.morphodepot.github.internal.json.Fields;
import org.morphodepot.github.internal.json.IssueJson;
import org.morphodepot.github.internal.json.Json;
import org.morphodepot.github.internal.json.RepositoryJson;

/**
 * The search of the forge. It knows new things only after minutes, allows 30 requests a minute and shows 1,000 hits at most:
 * use the lists where they answer the question.
 */
public final class Search {

    private static final int MOST_PAGES = 10;

    private final Api api;

    Search(Api api) {
        this.api = api;
    }

    /** Public depots by their topic; forks can be depots too. */
    public Found<Repository> depots(String topic) throws GitHubException {
        return repositories("topic:" + topic + " fork:true");
    }

    /** By GitHub's query language. */
    public Found<Repository> repositories(String query) throws GitHubException {
        return all("repositories", query, RepositoryJson::repository);
    }

    public Found<Issue> issues(String query) throws GitHubException {
        return all("issues", query, IssueJson::issue);
    }

    private <T> Found<T> all(String what, String query, Json.Reader<T> reader) throws GitHubException {
        List<T> items = new ArrayList<>();
        int total = 0;
        boolean complete = true;
        Optional<URI> next = Optional.of(api.uri(Route.of("search", what).with("q", query).longPages()));
        for (int page = 0; page < MOST_PAGES && next.isPresent(); page++) {
            Reply reply = api.listReply(next.get());
            Fields answer = Json.object(reply.body(), api.address().host());
            items.addAll(Json.list(reply.body(), api.address().host(), "items", reader));
            total = answer.smallNumber("total_count");
            complete &= !answer.flag("incomplete_results", false);
            next = reply.next();
        }
        return new Found<>(items, Math.max(total, items.size()), complete && items.size() >= total);
    }
}
