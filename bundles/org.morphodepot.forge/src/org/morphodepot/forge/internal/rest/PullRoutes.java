package org.morphodepot.forge.internal.rest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.jgit.lib.ObjectId;
import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Pages;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.http.Router;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.hub.Merges;
import org.morphodepot.forge.internal.hub.Pulls;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Repo;

/** Pull requests. A draft cannot be made ready here: only GraphQL does that, as with GitHub. */
final class PullRoutes extends Routes {

    PullRoutes(Desk desk) {
        super(desk);
    }

    void add(Router router) {
        String one = REPO + "/pulls/{number}";
        router.on("GET " + REPO + "/pulls", this::list)
                .on("POST " + REPO + "/pulls", this::open)
                .on("GET " + one, this::get)
                .on("PATCH " + one, this::edit)
                .on("GET " + one + "/merge", this::isMerged)
                .on("PUT " + one + "/merge", this::merge)
                .on("GET " + one + "/files", this::files)
                .on("GET " + one + "/commits", this::commits)
                .on("POST " + one + "/requested_reviewers", call -> reviewers(call, true))
                .on("DELETE " + one + "/requested_reviewers", call -> reviewers(call, false))
                .on("GET " + one + "/requested_reviewers", call -> Reply.ok(Doc.with("users", pull(call, repo(call))
                        .pull.reviewers.stream().map(show(call)::person).toList()).put("teams", List.of())));
    }

    private Reply list(Call call) {
        Repo repo = repo(call);
        String state = call.query("state").orElse("open");
        String head = call.query("head").orElse("");
        String base = call.query("base").orElse("");
        List<Issue> found = new ArrayList<>(hub.issues(repo));
        found.removeIf(issue -> issue.pull == null || !IssueLists.inState(issue, state)
                || !base.isEmpty() && !issue.pull.baseBranch.equals(base)
                || head.contains(":") && !head.equalsIgnoreCase(issue.pull.headOwner + ":" + issue.pull.headBranch));
        Comparator<Issue> order = Comparator.comparing((Issue issue) -> call.query("sort").orElse("").equals("updated")
                ? issue.updated : issue.created).thenComparing(issue -> issue.number);
        found.sort(call.query("direction").orElse("desc").equals("asc") ? order : order.reversed());
        return Pages.of(call, found, issue -> showIssue(call).pull(repo, issue));
    }

    private Reply open(Call call) throws IOException {
        Repo repo = repo(call);
        String head = call.text("head").orElseThrow(() -> Problem.invalid("PullRequest", "head", "missing_field"));
        String base = call.text("base").orElseThrow(() -> Problem.invalid("PullRequest", "base", "missing_field"));
        Issue made = desk.pulls().open(repo, call.me(), new Pulls.Wish(call.text("title").orElse(null),
                call.text("body").orElse(null), head, call.text("head_repo").map(PullRoutes::name).orElse(null), base,
                call.truth("draft").orElse(false), call.truth("maintainer_can_modify").orElse(true)));
        return Reply.created(showIssue(call).wholePull(repo, made, desk.pulls()))
                .with("Location", call.links().repo(repo.fullName()) + "/pulls/" + made.number);
    }

    private static String name(String fullName) {
        return fullName.substring(fullName.indexOf('/') + 1);
    }

    private Reply get(Call call) throws IOException {
        Repo repo = repo(call);
        if (call.header("Accept").orElse("").contains("diff")) {
            return Reply.bytes("application/vnd.github.v3.diff; charset=utf-8", desk.pulls().patch(pull(call, repo)));
        }
        return Reply.ok(showIssue(call).wholePull(repo, pull(call, repo), desk.pulls()));
    }

    private Reply edit(Call call) throws IOException {
        Repo repo = repo(call);
        Issue issue = pull(call, repo);
        desk.issues().needEdit(repo, issue, call.me());
        Issue edited = hub.update(issue, row -> {
            row.title = call.text("title").orElse(row.title);
            row.body = call.has("body") ? call.text("body").orElse(null) : row.body;
            row.pull.baseBranch = call.text("base").orElse(row.pull.baseBranch);
            row.pull.maintainerCanModify = call.truth("maintainer_can_modify").orElse(row.pull.maintainerCanModify);
            row.updated = hub.now();
        });
        if (call.text("state").isPresent()) {
            if (issue.pull.merged != null) {
                throw Problem.invalid("PullRequest", "state", "invalid");
            }
            edited = desk.issues().setState(edited, call.text("state").get(), null, call.me());
        }
        return Reply.ok(showIssue(call).wholePull(repo, edited, desk.pulls()));
    }

    private Reply isMerged(Call call) {
        if (pull(call, repo(call)).pull.merged == null) {
            throw Problem.notFound();
        }
        return Reply.nothing();
    }

    private Reply merge(Call call) throws IOException {
        Repo repo = repo(call);
        ObjectId commit = desk.merges().merge(repo, pull(call, repo), call.me(), new Merges.Wish(
                call.text("merge_method").orElse("merge"), call.text("commit_title").orElse(null),
                call.text("commit_message").orElse(null), call.text("sha").orElse(null)));
        return Reply.ok(Doc.with("sha", commit.name()).put("merged", true).put("message",
                "Pull Request successfully merged"));
    }

    private Reply files(Call call) throws IOException {
        Repo repo = repo(call);
        Issue issue = pull(call, repo);
        return Pages.of(call, desk.pulls().files(issue), file -> showCommit(call).file(repo, file, issue.pull.headSha));
    }

    private Reply commits(Call call) throws IOException {
        Repo repo = repo(call);
        return Pages.of(call, desk.pulls().commits(pull(call, repo)), commit -> showCommit(call).commit(repo, commit));
    }

    private Reply reviewers(Call call, boolean add) throws IOException {
        Repo repo = pushable(call);
        Issue issue = pull(call, repo);
        List<String> names = call.texts("reviewers").orElse(List.of());
        for (String name : names) {
            if (add && (issue.author.equalsIgnoreCase(name) || !hub.rights(repo, name).mayRead() || hub.person(name).isEmpty())) {
                throw new Problem(422, "Reviews may only be requested from collaborators. One or more of the users or teams you"
                        + " specified is not a collaborator of the " + repo.fullName() + " repository.");
            }
        }
        Issue set = hub.update(issue, row -> {
            row.pull.reviewers.removeIf(old -> names.stream().anyMatch(old::equalsIgnoreCase));
            row.pull.reviewers.addAll(add ? names : List.of());
        });
        return Reply.of(add ? 201 : 200, showIssue(call).pull(repo, set).json());
    }
}
