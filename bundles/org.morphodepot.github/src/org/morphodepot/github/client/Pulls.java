package org.morphodepot.github.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;
import org.morphodepot.github.Merge;
import org.morphodepot.github.NewPull;
import org.morphodepot.github.PullQuery;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.internal.Api;
import org.morphodepot.github.internal.GraphQl;
import org.morphodepot.github.internal.Once;
import org.morphodepot.github.internal.Route;
import org.morphodepot.github.internal.json.Fields;
import org.morphodepot.github.internal.json.PullJson;

/** Pull requests to one repository. */
public final class Pulls {

    private final Api api;
    private final RepoName repo;

    Pulls(Api api, RepoName repo) {
        this.api = api;
        this.repo = repo;
    }

    public List<PullRequest> list(PullQuery query) throws GitHubException {
        return api.list(Route.in(repo, "pulls").with(query.parameters()), this::read);
    }

    public PullRequest get(int number) throws GitHubException {
        return read(api.get(Route.in(repo, "pulls", number)));
    }

    /** The open one from a branch of somebody's repository. */
    public Optional<PullRequest> find(String headOwner, String branch) throws GitHubException {
        return list(PullQuery.open().from(headOwner, branch)).stream() // some servers ignore the branch
                .filter(pull -> pull.head().branch().equals(branch) && pull.head().owner().equalsIgnoreCase(headOwner))
                .findFirst();
    }

    /** The open pull request from that branch, made when there is none. */
    public PullRequest ensure(NewPull pull) throws GitHubException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", pull.title());
        body.put("body", pull.body());
        body.put("head", pull.head());
        body.put("base", pull.base());
        body.put("draft", pull.draft());
        return Once.make(() -> find(pull.headOwner(), pull.headBranch()),
                () -> read(api.change("POST", Route.in(repo, "pulls"), body)));
    }

    /** Changes title and text. */
    public PullRequest edit(int number, String title, String text) throws GitHubException {
        return read(api.change("PATCH", Route.in(repo, "pulls", number), Map.of("title", title, "body", text)));
    }

    /** Closes it without merging. */
    public PullRequest close(int number) throws GitHubException {
        return read(api.change("PATCH", Route.in(repo, "pulls", number), Map.of("state", "closed")));
    }

    /** Asks for a review: no draft any more. */
    public PullRequest ready(PullRequest pull) throws GitHubException {
        return pull.draft() ? change(PullQuestions.READY, "markPullRequestReadyForReview", pull) : pull;
    }

    /** Hands it back to its author: a draft again. */
    public PullRequest toDraft(PullRequest pull) throws GitHubException {
        return pull.draft() ? pull : change(PullQuestions.DRAFT, "convertPullRequestToDraft", pull);
    }

    private PullRequest change(String question, String name, PullRequest pull) throws GitHubException {
        Fields answer = new GraphQl(api).change(question, Map.of("id", pull.nodeId())).child(name);
        return PullJson.node(answer.child("pullRequest"));
    }

    /**
     * Merges it as one commit, unless it is merged already. What it "Fixes" is closed by the server.
     *
     * @param message text of the commit below its title
     * @throws GitHubException of kind {@code CONFLICT} when it cannot be merged, or when its branch is not at
     *         {@code pull.head().commit()} any more: somebody pushed after it was looked at
     */
    public Merge squash(PullRequest pull, String message) throws GitHubException {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("merge_method", "squash");
        body.put("commit_message", message);
        body.put("sha", pull.head().commit());
        return Once.make(() -> merged(pull.number()), () -> {
            Fields answer = api.change("PUT", Route.in(repo, "pulls", pull.number(), "merge"), body);
            if (!answer.flag("merged", false)) {
                throw GitHubException.of(Kind.CONFLICT, 200, "#" + pull.number() + " was not merged: " + answer.text("message"));
            }
            return new Merge(answer.text("sha"), false);
        });
    }

    private Optional<Merge> merged(int number) throws GitHubException {
        Fields answer = api.get(Route.in(repo, "pulls", number));
        return read(answer).merged() ? Optional.of(new Merge(answer.text("merge_commit_sha"), true)) : Optional.empty();
    }

    private PullRequest read(Fields fields) throws GitHubException {
        return PullJson.pull(repo, fields);
    }
}
