package org.morphodepot.github.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.morphodepot.github.Comment;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Issue;
import org.morphodepot.github.IssueEdit;
import org.morphodepot.github.IssueQuery;
import org.morphodepot.github.Label;
import org.morphodepot.github.Mark;
import org.morphodepot.github.NewIssue;
import org.morphodepot.github.Page;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.internal.Api;
import org.morphodepot.github.internal.GraphQl;
import org.morphodepot.github.internal.Once;
import org.morphodepot.github.internal.Route;
import org.morphodepot.github.internal.json.Fields;
import org.morphodepot.github.internal.json.IssueJson;

/** Issues of one repository. */
public final class Issues {

    private static final String PIN = "mutation Pin($id: ID!) { pinIssue(input: {issueId: $id}) { issue { id } } }";
    private static final String UNPIN = "mutation Unpin($id: ID!) { unpinIssue(input: {issueId: $id}) { issue { id } } }";

    private final Api api;
    private final RepoName repo;

    Issues(Api api, RepoName repo) {
        this.api = api;
        this.repo = repo;
    }

    /** All that the query asks for, without pull requests. */
    public List<Issue> list(IssueQuery query) throws GitHubException {
        return withPulls(query).stream().filter(issue -> !issue.isPullRequest()).toList();
    }

    /** As {@link #list} with the pull requests, which are issues too. */
    public List<Issue> withPulls(IssueQuery query) throws GitHubException {
        return api.list(Route.in(repo, "issues").with(query.parameters()), this::read);
    }

    /** The first 100, with pull requests; see {@link Mine#firstPage}. */
    public Page<Issue> firstPage(IssueQuery query) throws GitHubException {
        return api.page(api.uri(Route.in(repo, "issues").with(query.parameters()).longPages()), "", this::read);
    }

    public Issue get(int number) throws GitHubException {
        return read(api.get(Route.in(repo, "issues", number)));
    }

    /** Opens the issue, or finds the one that was opened with the same mark before. */
    public Issue open(NewIssue issue, Mark mark) throws GitHubException {
        return Once.make(() -> marked(mark), () -> post(issue, mark));
    }

    /**
     * Opens many issues, a second apart, looking for those that are there once only. After a failure call it again with the same
     * marks: it goes on where it stopped.
     */
    public List<Issue> openAll(Map<Mark, NewIssue> wanted) throws GitHubException {
        return openAll(wanted, _ -> {
            // nobody wants to know how far it is
        });
    }

    /** The same, telling each issue as soon as it is there, in the order of {@code wanted}. */
    public List<Issue> openAll(Map<Mark, NewIssue> wanted, Consumer<Issue> opened) throws GitHubException {
        List<Issue> mine = mine();
        List<Issue> all = new ArrayList<>();
        for (Map.Entry<Mark, NewIssue> wish : wanted.entrySet()) {
            Optional<Issue> there = marked(mine, wish.getKey());
            all.add(there.isPresent() ? there.get()
                    : Once.makeFresh(() -> marked(mine(), wish.getKey()), () -> post(wish.getValue(), wish.getKey())));
            opened.accept(all.getLast());
        }
        return List.copyOf(all);
    }

    private Optional<Issue> marked(Mark mark) throws GitHubException {
        return marked(mine(), mark);
    }

    private static Optional<Issue> marked(List<Issue> issues, Mark mark) {
        return issues.stream().filter(issue -> mark.isIn(issue.body())).findFirst();
    }

    private List<Issue> mine() throws GitHubException {
        IssueQuery all = IssueQuery.all();
        return list(api.account().isEmpty() ? all : all.createdBy(api.account()));
    }

    private Issue post(NewIssue issue, Mark mark) throws GitHubException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", issue.title());
        body.put("body", mark.stamp(issue.body()));
        body.put("labels", issue.labels());
        body.put("assignees", issue.assignees());
        issue.milestone().ifPresent(number -> body.put("milestone", number));
        return read(api.change("POST", Route.in(repo, "issues"), body));
    }

    /** Changes fields of an issue; it may be done again. */
    public Issue edit(int number, IssueEdit edit) throws GitHubException {
        return read(api.change("PATCH", Route.in(repo, "issues", number), edit.changes()));
    }

    /** People who cannot be assigned are refused ({@code VALIDATION}) or dropped: compare what comes back. */
    public Issue assign(int number, List<String> logins) throws GitHubException {
        return read(api.change("POST", Route.in(repo, "issues", number, "assignees"), Map.of("assignees", logins)));
    }

    public Issue unassign(int number, List<String> logins) throws GitHubException {
        return read(api.change("DELETE", Route.in(repo, "issues", number, "assignees"), Map.of("assignees", logins)));
    }

    /** Adds labels; all labels of the issue come back. */
    public List<Label> addLabels(int number, List<String> names) throws GitHubException {
        return api.changeList("POST", Route.in(repo, "issues", number, "labels"), Map.of("labels", names), IssueJson::label);
    }

    /** Removes a label; it is fine when the issue does not have it. */
    public void removeLabel(int number, String name) throws GitHubException {
        try {
            api.delete(Route.in(repo, "issues", number, "labels", name));
        } catch (GitHubException e) {
            if (!e.is(GitHubException.Kind.NOT_FOUND)) {
                throw e;
            }
        }
    }

    /** Oldest first. */
    public List<Comment> comments(int number) throws GitHubException {
        return api.list(Route.in(repo, "issues", number, "comments"), IssueJson::comment);
    }

    /** Comments, or finds the comment that was made with the same mark before. */
    public Comment comment(int number, String text, Mark mark) throws GitHubException {
        return Once.make(
                () -> comments(number).stream().filter(comment -> mark.isIn(comment.body())).findFirst(),
                () -> IssueJson.comment(api.change("POST", Route.in(repo, "issues", number, "comments"),
                        Map.of("body", mark.stamp(text)))));
    }

    public Comment editComment(long id, String text) throws GitHubException {
        return IssueJson.comment(api.change("PATCH", Route.in(repo, "issues", "comments", id), Map.of("body", text)));
    }

    public void deleteComment(long id) throws GitHubException {
        api.delete(Route.in(repo, "issues", "comments", id));
    }

    /** Shows the issue at the top of the list on the web. */
    public void pin(Issue issue) throws GitHubException {
        new GraphQl(api).change(PIN, Map.of("id", issue.nodeId()));
    }

    public void unpin(Issue issue) throws GitHubException {
        new GraphQl(api).change(UNPIN, Map.of("id", issue.nodeId()));
    }

    private Issue read(Fields fields) throws GitHubException {
        return IssueJson.issue(repo, fields);
    }
}
