package org.morphodepot.forge.internal.rest;

import java.util.ArrayList;
import java.util.List;

import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Pages;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.http.Router;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.hub.Search;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Repo;

/** Searches, which lag behind. */
final class SearchRoutes extends Routes {

    SearchRoutes(Desk desk) {
        super(desk);
    }

    void add(Router router) {
        router.on("GET /search/repositories", this::repositories).on("GET /search/issues", this::issues);
    }

    private static String query(Call call) {
        return call.query("q").orElseThrow(() -> Problem.invalid("Search", "q", "missing"));
    }

    private static Doc around(int total, List<Object> items) {
        return Doc.with("total_count", total).put("incomplete_results", false).put("items", items);
    }

    private Reply repositories(Call call) {
        List<Repo> found = new Search(hub).repositories(query(call), call.login());
        return Pages.of(call, found, items -> around(found.size(), items), repo -> show(call).repo(repo).put("score", 1.0));
    }

    private Reply issues(Call call) {
        List<Issue> found = new ArrayList<>(new Search(hub).issues(query(call), call.login()));
        return Pages.of(call, found, items -> around(found.size(), items).put("search_type", "lexical"),
                issue -> showIssue(call).issue(hub.repo(issue.repo).orElseThrow(), issue).put("score", 1.0));
    }
}
