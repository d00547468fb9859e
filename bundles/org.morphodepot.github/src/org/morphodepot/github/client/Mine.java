package org.morphodepot.github.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Invitation;
import org.morphodepot.github.Issue;
import org.morphodepot.github.IssueQuery;
import org.morphodepot.github.Page;
import org.morphodepot.github.PullQuery;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Repository;
import org.morphodepot.github.Scope;
import org.morphodepot.github.Viewer;
import org.morphodepot.github.internal.Api;
import org.morphodepot.github.internal.GraphQl;
import org.morphodepot.github.internal.Reply;
import org.morphodepot.github.internal.Route;
import org.morphodepot.github.internal.json.Fields;
import org.morphodepot.github.internal.json.IssueJson;
import org.morphodepot.github.internal.json.Json;
import org.morphodepot.github.internal.json.PersonJson;
import org.morphodepot.github.internal.json.PullJson;
import org.morphodepot.github.internal.json.RepositoryJson;

/** What concerns the person who is signed in, in all repositories. None of these lists lags behind. */
public final class Mine {

    private final Api api;

    Mine(Api api) {
        this.api = api;
    }

    /** Who is signed in, and what the token may do. */
    public Viewer viewer() throws GitHubException {
        return viewer(api.getReply(api.uri(Route.of("user"))));
    }

    /** As {@link #viewer} for a token whose account is not known yet: nothing is kept. */
    Viewer viewerUnkept() throws GitHubException {
        return viewer(api.unkeptReply(api.uri(Route.of("user"))));
    }

    private Viewer viewer(Reply reply) throws GitHubException {
        Fields user = Json.object(reply.body(), api.address().host());
        user.neededText("login");
        return new Viewer(PersonJson.person(user), user.text("email"),
                Scope.words(reply.header("X-OAuth-Scopes").orElse("")));
    }

    /** Open issues assigned to me in repositories with the topic; pull requests are left out. One request per 100. */
    public List<Issue> assigned(String topic) throws GitHubException {
        return all("assigned", IssueQuery.open()).stream()
                .filter(issue -> !issue.isPullRequest() && issue.topics().contains(topic)).toList();
    }

    /** All I can see in repositories that are mine or of my organisations, or where I take part; also pull requests. */
    public List<Issue> all(IssueQuery query) throws GitHubException {
        return all("all", query);
    }

    private List<Issue> all(String filter, IssueQuery query) throws GitHubException {
        return api.list(route(filter, query), IssueJson::issue);
    }

    /**
     * The first 100 of {@link #all(IssueQuery)}. With {@link IssueQuery#latestChangesFirst()} an unchanged page means that
     * nothing is new anywhere: one free request for all depots.
     */
    public Page<Issue> firstPage(IssueQuery query) throws GitHubException {
        return api.page(api.uri(route("all", query).longPages()), "", IssueJson::issue);
    }

    /** The page after another. */
    public Page<Issue> nextPage(URI next) throws GitHubException {
        return api.page(next, "", IssueJson::issue);
    }

    /** The first 100 issues and pull requests that I opened, wherever they are. */
    public Page<Issue> firstPageOfMine(IssueQuery query) throws GitHubException {
        return api.page(api.uri(route("created", query).longPages()), "", IssueJson::issue);
    }

    private static Route route(String filter, IssueQuery query) {
        return Route.of("issues").with("filter", filter).with(query.parameters());
    }

    /** My open pull requests with the issues they close and the topics of their depots. */
    public List<PullRequest> openPulls() throws GitHubException {
        List<PullRequest> all = new ArrayList<>();
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("after", null);
        while (true) {
            Fields list = new GraphQl(api).ask(PullQuestions.MINE, variables).child("viewer").child("pullRequests");
            all.addAll(list.list("nodes", PullJson::node));
            Fields page = list.child("pageInfo");
            String cursor = page.text("endCursor");
            if (!page.flag("hasNextPage", false) || cursor.equals(variables.get("after"))) {
                return List.copyOf(all);
            }
            variables.put("after", cursor);
        }
    }

    /** Open pull requests of depots, 50 depots per request. Depots that vanished or are hidden from me are left out. */
    public Map<RepoName, List<PullRequest>> openPulls(List<RepoName> depots) throws GitHubException {
        Map<RepoName, List<PullRequest>> all = new LinkedHashMap<>();
        for (int from = 0; from < depots.size(); from += PullQuestions.DEPOTS_PER_REQUEST) {
            List<RepoName> some = depots.subList(from, Math.min(depots.size(), from + PullQuestions.DEPOTS_PER_REQUEST));
            Fields data = new GraphQl(api).askForWhatIsLeft(PullQuestions.of(some.size()), PullQuestions.variables(some));
            for (int i = 0; i < some.size(); i++) {
                Optional<Fields> depot = data.object("r" + i);
                if (depot.isPresent()) {
                    all.put(some.get(i), pulls(some.get(i), depot.get().child("pullRequests")));
                }
            }
        }
        return all;
    }

    private List<PullRequest> pulls(RepoName repo, Fields list) throws GitHubException {
        boolean more = list.child("pageInfo").flag("hasNextPage", false);
        return more ? new Pulls(api, repo).list(PullQuery.open()) : list.list("nodes", PullJson::node);
    }

    /** Repositories I own, with their topics as they are now (a search would lag). */
    public List<Repository> owned() throws GitHubException {
        return api.list(Route.of("user", "repos").with("affiliation", "owner"), RepositoryJson::repository);
    }

    /** Repositories that are mine, that I was invited to, or of my organisations. */
    public List<Repository> within() throws GitHubException {
        return api.list(Route.of("user", "repos"), RepositoryJson::repository);
    }

    /** Invitations to repositories that wait for my answer. */
    public List<Invitation> invitations() throws GitHubException {
        return api.list(Route.of("user", "repository_invitations"), PersonJson::invitation);
    }

    public void accept(Invitation invitation) throws GitHubException {
        api.change("PATCH", Route.of("user", "repository_invitations", invitation.id()), Map.of());
    }

    public void decline(Invitation invitation) throws GitHubException {
        api.delete(Route.of("user", "repository_invitations", invitation.id()));
    }
}
