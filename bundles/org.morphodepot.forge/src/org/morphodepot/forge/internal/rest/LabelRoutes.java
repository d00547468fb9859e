package org.morphodepot.forge.internal.rest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Pages;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.http.Router;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.hub.Issues;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Label;
import org.morphodepot.forge.internal.state.Milestone;
import org.morphodepot.forge.internal.state.Repo;

/** Labels and milestones. */
final class LabelRoutes extends Routes {

    LabelRoutes(Desk desk) {
        super(desk);
    }

    void add(Router router) {
        router.on("GET " + REPO + "/labels", call -> Pages.of(call, repo(call).labels, one -> show(call).label(repo(call), one)))
                .on("POST " + REPO + "/labels", this::create)
                .on("GET " + REPO + "/labels/{name}", call -> Reply.ok(show(call).label(repo(call), label(call))))
                .on("PATCH " + REPO + "/labels/{name}", this::edit)
                .on("DELETE " + REPO + "/labels/{name}", this::delete)
                .on("GET " + REPO + "/issues/{number}/labels", call -> labels(call, issue(call, repo(call))))
                .on("POST " + REPO + "/issues/{number}/labels", call -> set(call, true))
                .on("PUT " + REPO + "/issues/{number}/labels", call -> set(call, false))
                .on("DELETE " + REPO + "/issues/{number}/labels/{name}", this::unset)
                .on("GET " + REPO + "/milestones", this::milestones)
                .on("POST " + REPO + "/milestones", this::createMilestone)
                .on("GET " + REPO + "/milestones/{number}", call -> Reply.ok(show(call).milestone(repo(call),
                        milestone(call, repo(call)))))
                .on("PATCH " + REPO + "/milestones/{number}", this::editMilestone)
                .on("DELETE " + REPO + "/milestones/{number}", this::deleteMilestone);
    }

    private Label label(Call call) {
        return Issues.label(repo(call), call.part("name")).orElseThrow(Problem::notFound);
    }

    private Reply create(Call call) throws IOException {
        Repo repo = pushable(call);
        Label made = desk.issues().addLabel(repo, call.text("name").orElse(null), call.text("color").orElse(null),
                call.text("description").orElse(null));
        return Reply.created(show(call).label(repo, made));
    }

    private Reply edit(Call call) throws IOException {
        Repo repo = pushable(call);
        Label old = label(call);
        Label edited = new Label(old.id(), call.text("new_name").orElse(old.name()), call.text("color").orElse(old.color()),
                call.text("description").orElse(old.description()));
        hub.update(repo, row -> row.labels.replaceAll(one -> one.id() == old.id() ? edited : one));
        for (Issue issue : hub.issues(repo)) {
            if (issue.labels.contains(old.name())) {
                hub.update(issue, row -> row.labels.replaceAll(name -> name.equals(old.name()) ? edited.name() : name));
            }
        }
        return Reply.ok(show(call).label(repo, edited));
    }

    private Reply delete(Call call) throws IOException {
        Repo repo = pushable(call);
        Label old = label(call);
        hub.update(repo, row -> row.labels.removeIf(one -> one.id() == old.id()));
        return Reply.nothing();
    }

    private Reply labels(Call call, Issue issue) {
        Repo repo = repo(call);
        return Reply.ok(show(call).labels(repo, issue));
    }

    private Reply set(Call call, boolean more) throws IOException {
        Repo repo = triaged(call);
        Issue issue = issue(call, repo);
        List<String> names = new ArrayList<>(more ? issue.labels : List.of());
        names.addAll(call.texts("labels").orElse(List.of()));
        List<String> known = desk.issues().known(repo, names);
        return labels(call, hub.update(issue, row -> {
            row.labels = new ArrayList<>(known);
            row.updated = hub.now();
        }));
    }

    private Repo triaged(Call call) {
        Repo repo = repo(call);
        if (!hub.rights(repo, call.me()).mayTriage()) {
            throw Problem.forbidden("Must have admin rights to Repository.");
        }
        return repo;
    }

    private Reply unset(Call call) throws IOException {
        Issue issue = issue(call, triaged(call));
        if (issue.labels.stream().noneMatch(call.part("name")::equalsIgnoreCase)) {
            throw new Problem(404, "Label does not exist");
        }
        return labels(call, hub.update(issue, row -> row.labels.removeIf(call.part("name")::equalsIgnoreCase)));
    }

    private Reply milestones(Call call) {
        Repo repo = repo(call);
        String state = call.query("state").orElse("open");
        List<Milestone> found = hub.store().of(Milestone.class, repo.id).stream()
                .filter(one -> state.equals("all") || one.state.equals(state)).toList();
        return Pages.of(call, found, one -> show(call).milestone(repo, one));
    }

    private Milestone milestone(Call call, Repo repo) {
        return hub.store().get(Milestone.class, repo.id, call.number("number")).orElseThrow(Problem::notFound);
    }

    private Reply createMilestone(Call call) throws IOException {
        Repo repo = pushable(call);
        String title = call.text("title").filter(text -> !text.isBlank())
                .orElseThrow(() -> Problem.invalid("Milestone", "title", "missing_field"));
        List<Milestone> all = hub.store().of(Milestone.class, repo.id);
        if (all.stream().anyMatch(one -> one.title.equals(title))) {
            throw Problem.invalid("Milestone", "title", "already_exists");
        }
        Milestone made = hub.change(change -> {
            Milestone row = new Milestone();
            row.id = change.nextId();
            row.repo = repo.id;
            row.number = all.stream().mapToInt(one -> one.number).max().orElse(0) + 1;
            row.title = title;
            row.creator = call.me();
            row.created = hub.now();
            describe(call, row);
            change.put(row);
            return row;
        });
        return Reply.created(show(call).milestone(repo, made));
    }

    private void describe(Call call, Milestone row) {
        row.title = call.text("title").orElse(row.title);
        row.description = call.text("description").orElse(row.description);
        row.dueOn = call.has("due_on") ? call.text("due_on").orElse(null) : row.dueOn;
        Optional<String> state = call.text("state");
        row.closed = state.isPresent() ? state.get().equals("closed") ? hub.now() : null : row.closed;
        row.state = state.orElse(row.state);
        row.updated = hub.now();
    }

    private Reply editMilestone(Call call) throws IOException {
        Repo repo = pushable(call);
        return Reply.ok(show(call).milestone(repo, hub.update(milestone(call, repo), row -> describe(call, row))));
    }

    private Reply deleteMilestone(Call call) throws IOException {
        Repo repo = pushable(call);
        Milestone old = milestone(call, repo);
        return hub.change(change -> {
            change.remove(old);
            for (Issue issue : hub.issues(repo)) {
                if (issue.milestone == old.number) {
                    hub.update(issue, row -> row.milestone = 0);
                }
            }
            return Reply.nothing();
        });
    }
}
