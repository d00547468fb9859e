package org.morphodepot.forge.internal.rest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Pages;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.http.Router;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.state.Comment;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Milestone;
import org.morphodepot.forge.internal.state.Repo;

/** Issues and their comments and assignees. */
final class IssueRoutes extends Routes {

    IssueRoutes(Desk desk) {
        super(desk);
    }

    void add(Router router) {
        router.on("GET " + REPO + "/issues", this::list)
                .on("POST " + REPO + "/issues", this::create)
                .on("GET " + REPO + "/issues/comments", this::allComments)
                .on("GET " + REPO + "/issues/comments/{id}", call -> Reply.ok(showIssue(call).comment(repo(call),
                        comment(call, repo(call)))))
                .on("PATCH " + REPO + "/issues/comments/{id}", this::editComment)
                .on("DELETE " + REPO + "/issues/comments/{id}", this::deleteComment)
                .on("GET " + REPO + "/issues/{number}", this::get)
                .on("PATCH " + REPO + "/issues/{number}", this::edit)
                .on("PUT " + REPO + "/issues/{number}/lock", call -> lock(call, true))
                .on("DELETE " + REPO + "/issues/{number}/lock", call -> lock(call, false))
                .on("GET " + REPO + "/issues/{number}/comments", this::comments)
                .on("POST " + REPO + "/issues/{number}/comments", this::addComment)
                .on("GET " + REPO + "/issues/{number}/timeline", call -> Pages.of(call, List.of(), one -> one))
                .on("GET " + REPO + "/issues/{number}/events", call -> Pages.of(call, List.of(), one -> one))
                .on("GET " + REPO + "/assignees", this::assignees)
                .on("GET " + REPO + "/assignees/{login}", this::assignee)
                .on("POST " + REPO + "/issues/{number}/assignees", call -> assign(call, true))
                .on("DELETE " + REPO + "/issues/{number}/assignees", call -> assign(call, false));
    }

    private Reply list(Call call) {
        Repo repo = repo(call);
        if (!repo.hasIssues) {
            throw new Problem(410, "Issues has been disabled in this repository.");
        }
        String state = call.query("state").orElse("open");
        List<Issue> found = new ArrayList<>(hub.issues(repo));
        found.removeIf(issue -> !IssueLists.inState(issue, state) || !IssueLists.hasLabels(issue,
                call.query("labels").orElse("")) || !IssueLists.since(issue, call.query("since").orElse(null))
                || !matches(issue, call));
        found.sort(IssueLists.order(call));
        return Pages.of(call, found, issue -> showIssue(call).issue(repo, issue));
    }

    private static boolean matches(Issue issue, Call call) {
        String assignee = call.query("assignee").orElse("*any");
        boolean assigned = switch (assignee) {
            case "*any" -> true;
            case "none" -> issue.assignees.isEmpty();
            case "*" -> !issue.assignees.isEmpty();
            default -> issue.assignees.stream().anyMatch(assignee::equalsIgnoreCase);
        };
        String milestone = call.query("milestone").orElse("*any");
        boolean due = switch (milestone) {
            case "*any" -> true;
            case "none" -> issue.milestone == 0;
            case "*" -> issue.milestone != 0;
            default -> String.valueOf(issue.milestone).equals(milestone);
        };
        return assigned && due && call.query("creator").map(issue.author::equalsIgnoreCase).orElse(true);
    }

    private Reply create(Call call) throws IOException {
        Repo repo = repo(call);
        List<String> assignees = call.texts("assignees").or(() -> call.texts("assignee")).orElse(List.of());
        Issue made = desk.issues().open(repo, call.me(), call.text("title").orElse(null), call.text("body").orElse(null),
                call.texts("labels").orElse(List.of()), assignees, milestone(call, repo, 0));
        return Reply.created(showIssue(call).issue(hub.repo(repo.id).orElseThrow(), made))
                .with("Location", call.links().repo(repo.fullName()) + "/issues/" + made.number);
    }

    private int milestone(Call call, Repo repo, int otherwise) {
        if (!call.has("milestone")) {
            return otherwise;
        }
        String wanted = call.text("milestone").orElse("");
        if (wanted.isEmpty()) {
            return 0;
        }
        return hub.store().list(Milestone.class, one -> one.repo == repo.id && String.valueOf(one.number).equals(wanted))
                .stream().findFirst().orElseThrow(() -> Problem.invalid("Issue", "milestone", "invalid")).number;
    }

    private Reply get(Call call) {
        Repo repo = repo(call);
        return Reply.ok(showIssue(call).issue(repo, issue(call, repo)));
    }

    private Reply edit(Call call) throws IOException {
        Repo repo = repo(call);
        Issue issue = issue(call, repo);
        String me = call.me();
        desk.issues().needEdit(repo, issue, me);
        boolean trusted = hub.rights(repo, me).mayTriage();
        if (call.text("title").filter(String::isBlank).isPresent()) {
            throw Problem.invalid("Issue", "title", "missing_field");
        }
        List<String> assignees = call.texts("assignees").orElse(issue.assignees);
        desk.issues().checkAssignees(repo, issue, assignees);
        List<String> labels = trusted ? desk.issues().known(repo, call.texts("labels").orElse(issue.labels)) : issue.labels;
        int milestone = trusted ? milestone(call, repo, issue.milestone) : issue.milestone;
        Issue edited = hub.update(issue, row -> {
            row.title = call.text("title").orElse(row.title);
            row.body = call.has("body") ? call.text("body").orElse(null) : row.body;
            row.assignees = trusted ? new ArrayList<>(assignees) : row.assignees;
            row.labels = new ArrayList<>(labels);
            row.milestone = milestone;
            row.updated = hub.now();
        });
        Issue now = call.text("state").isEmpty() ? edited
                : desk.issues().setState(edited, call.text("state").get(), call.text("state_reason").orElse(null), me);
        return Reply.ok(showIssue(call).issue(hub.repo(repo.id).orElseThrow(), now));
    }

    private Reply lock(Call call, boolean locked) throws IOException {
        hub.update(issue(call, pushable(call)), row -> row.locked = locked);
        return Reply.nothing();
    }

    private Reply comments(Call call) {
        Repo repo = repo(call);
        List<Comment> comments = new ArrayList<>(desk.issues().comments(issue(call, repo)));
        comments.removeIf(one -> call.query("since").filter(since -> one.updated.compareTo(since) < 0).isPresent());
        return Pages.of(call, comments, comment -> showIssue(call).comment(repo, comment));
    }

    private Reply allComments(Call call) {
        Repo repo = repo(call);
        return Pages.of(call, hub.store().list(Comment.class, comment -> comment.repo == repo.id),
                comment -> showIssue(call).comment(repo, comment));
    }

    private Reply addComment(Call call) throws IOException {
        Repo repo = repo(call);
        Comment made = desk.issues().comment(repo, issue(call, repo), call.me(), call.text("body").orElse(null));
        return Reply.created(showIssue(call).comment(repo, made));
    }

    private Comment comment(Call call, Repo repo) {
        return hub.store().list(Comment.class, one -> one.repo == repo.id && one.id == call.number("id")).stream().findFirst()
                .orElseThrow(Problem::notFound);
    }

    private Comment ownComment(Call call, Repo repo) {
        Comment comment = comment(call, repo);
        if (!comment.author.equalsIgnoreCase(call.me()) && !hub.rights(repo, call.me()).mayPush()) {
            throw Problem.forbidden("Must have admin rights to Repository.");
        }
        return comment;
    }

    private Reply editComment(Call call) throws IOException {
        Repo repo = repo(call);
        Comment edited = hub.update(ownComment(call, repo), row -> {
            row.body = call.text("body").orElse(row.body);
            row.updated = hub.now();
        });
        return Reply.ok(showIssue(call).comment(repo, edited));
    }

    private Reply deleteComment(Call call) throws IOException {
        Comment comment = ownComment(call, repo(call));
        return hub.change(change -> {
            change.remove(comment);
            return Reply.nothing();
        });
    }

    private Reply assignees(Call call) {
        return Pages.of(call, hub.people(repo(call)), show(call)::person);
    }

    private Reply assignee(Call call) {
        if (!desk.issues().assignable(repo(call), null, call.part("login"))) {
            throw Problem.notFound();
        }
        return Reply.nothing();
    }

    /** People without push access, and people who cannot be assigned, are passed over without a word. */
    private Reply assign(Call call, boolean add) throws IOException {
        Repo repo = repo(call);
        Issue issue = issue(call, repo);
        boolean trusted = hub.rights(repo, call.me()).mayTriage();
        Issue now = issue;
        if (trusted) {
            List<String> names = call.texts("assignees").orElse(List.of());
            now = hub.update(issue, row -> {
                row.assignees.removeIf(old -> names.stream().anyMatch(old::equalsIgnoreCase));
                names.stream().filter(name -> add && desk.issues().assignable(repo, issue, name))
                        .map(name -> hub.somebody(name).login).forEach(row.assignees::add);
                row.updated = hub.now();
            });
        }
        return Reply.of(add ? 201 : 200, showIssue(call).issue(repo, now).json());
    }
}
