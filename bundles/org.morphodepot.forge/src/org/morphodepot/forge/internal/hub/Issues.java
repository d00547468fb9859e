package org.morphodepot.forge.internal.hub;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.morphodepot.forge.internal.git.GitView;
import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.state.Comment;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Label;
import org.morphodepot.forge.internal.state.Milestone;
import org.morphodepot.forge.internal.state.Repo;

/** Issues, their comments, labels and people. */
public final class Issues {

    private static final String AUTO_ASSIGN = ".github/workflows/auto-assign.yml";

    private final Hub hub;

    public Issues(Hub hub) {
        this.hub = hub;
    }

    /** Opens an issue. Labels, assignees and milestone of somebody without push access are dropped without a word. */
    public Issue open(Repo repo, String author, String title, String body, List<String> labels, List<String> assignees,
            int milestone) throws IOException {
        if (!repo.hasIssues) {
            throw new Problem(410, "Issues has been disabled in this repository.");
        }
        if (title == null || title.isBlank()) {
            throw Problem.invalid("Issue", "title", "missing_field");
        }
        boolean trusted = hub.rights(repo, author).mayTriage();
        Issue issue = fresh(repo, author, title, body);
        if (trusted) {
            checkAssignees(repo, issue, assignees);
            issue.assignees = new ArrayList<>(assignees);
            issue.labels = known(repo, labels);
            issue.milestone = milestone;
        } else if (assignsAuthors(repo)) {
            issue.assignees = new ArrayList<>(List.of(author));
        }
        return hub.change(change -> {
            change.put(issue);
            return issue;
        });
    }

    /** A row with the next number of the repository, not stored yet. */
    Issue fresh(Repo repo, String author, String title, String body) throws IOException {
        return hub.change(change -> {
            Repo counted = hub.update(hub.repo(repo.id).orElseThrow(), row -> row.lastNumber++);
            Issue issue = new Issue();
            issue.id = change.nextId();
            issue.repo = repo.id;
            issue.number = counted.lastNumber;
            issue.author = author;
            issue.title = title;
            issue.body = body;
            issue.created = hub.now();
            issue.updated = issue.created;
            return issue;
        });
    }

    /** The course's workflow file assigns every issue to who opened it. */
    private boolean assignsAuthors(Repo repo) throws IOException {
        try (GitView view = hub.open(repo)) {
            var main = view.branch(repo.defaultBranch);
            return main.isPresent() && view.entry(main.get(), AUTO_ASSIGN).isPresent();
        }
    }

    /** Collaborators, members of the organisation, and who opened or commented on the issue. */
    public boolean assignable(Repo repo, Issue issue, String login) {
        return hub.person(login).isPresent() && (hub.isOneOf(repo, login)
                || issue != null && (issue.author.equalsIgnoreCase(login) || hub.store()
                        .of(Comment.class, repo.id, issue.number).stream().anyMatch(one -> one.author.equalsIgnoreCase(login))));
    }

    public void checkAssignees(Repo repo, Issue issue, List<String> logins) {
        for (String login : logins) {
            if (!assignable(repo, issue, login)) {
                throw Problem.invalid(Doc.with("value", login)
                        .put("resource", "Issue").put("field", "assignees").put("code", "invalid"));
            }
        }
    }

    /** Labels by the spelling of the repository; unknown ones are made, as GitHub does for people with push access. */
    public List<String> known(Repo repo, List<String> names) throws IOException {
        List<String> known = new ArrayList<>();
        for (String name : names) {
            Repo now = hub.repo(repo.id).orElseThrow();
            Optional<Label> label = label(now, name);
            known.add(label.isPresent() ? label.get().name() : addLabel(now, name, "ededed", null).name());
        }
        return known.stream().distinct().collect(Collectors.toCollection(ArrayList::new));
    }

    public static Optional<Label> label(Repo repo, String name) {
        return repo.labels.stream().filter(label -> label.name().equalsIgnoreCase(name)).findFirst();
    }

    public Label addLabel(Repo repo, String name, String color, String description) throws IOException {
        if (name == null || name.isBlank()) {
            throw Problem.invalid("Label", "name", "missing_field");
        }
        if (label(repo, name).isPresent()) {
            throw Problem.invalid("Label", "name", "already_exists");
        }
        return hub.change(change -> {
            Label label = new Label(change.nextId(), name, color == null ? "ededed" : color, description);
            hub.update(repo, row -> row.labels.add(label));
            return label;
        });
    }

    /** Opens or closes an issue. */
    public Issue setState(Issue issue, String state, String reason, String by) throws IOException {
        if (issue.state.equals(state)) {
            return issue;
        }
        boolean close = state.equals("closed");
        return hub.update(issue, row -> {
            row.state = state;
            row.stateReason = close ? Optional.ofNullable(reason).orElse("completed") : "reopened";
            row.closed = close ? hub.now() : null;
            row.closedBy = close ? by : null;
            row.updated = hub.now();
        });
    }

    public Comment comment(Repo repo, Issue issue, String author, String body) throws IOException {
        if (body == null || body.isBlank()) {
            throw Problem.invalid("IssueComment", "body", "missing_field");
        }
        if (issue.locked && !hub.rights(repo, author).mayPush()) {
            throw Problem.forbidden("Unable to create comment because issue is locked.");
        }
        return hub.change(change -> {
            Comment comment = new Comment();
            comment.id = change.nextId();
            comment.repo = repo.id;
            comment.issue = issue.number;
            comment.author = author;
            comment.body = body;
            comment.created = hub.now();
            comment.updated = comment.created;
            change.put(comment);
            hub.update(issue, row -> row.updated = hub.now());
            return comment;
        });
    }

    public List<Comment> comments(Issue issue) {
        return hub.store().of(Comment.class, issue.repo, issue.number);
    }

    public Optional<Milestone> milestone(Issue issue) {
        return issue.milestone == 0 ? Optional.empty() : hub.store().get(Milestone.class, issue.repo, issue.milestone);
    }

    /** Refuses who may change neither the issues of the repository nor this one. */
    public void needEdit(Repo repo, Issue issue, String login) {
        if (!hub.rights(repo, login).mayTriage() && !issue.author.equalsIgnoreCase(login)) {
            throw Problem.forbidden("Must have admin rights to Repository.");
        }
    }
}
