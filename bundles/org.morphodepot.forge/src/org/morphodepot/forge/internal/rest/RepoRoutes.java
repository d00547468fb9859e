package org.morphodepot.forge.internal.rest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Pages;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.http.Router;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.state.Repo;

/** Repositories: read, edit, fork, sync, topics, subscription, delete. */
final class RepoRoutes extends Routes {

    private static final Pattern TOPIC = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");

    RepoRoutes(Desk desk) {
        super(desk);
    }

    void add(Router router) {
        router.on("GET " + REPO, call -> Reply.ok(show(call).wholeRepo(repo(call))))
                .on("PATCH " + REPO, this::edit)
                .on("DELETE " + REPO, this::delete)
                .on("GET " + REPO + "/forks", call -> Pages.of(call, visibleForks(call), show(call)::repo))
                .on("POST " + REPO + "/forks", this::fork)
                .on("POST " + REPO + "/merge-upstream", this::sync)
                .on("GET " + REPO + "/topics", call -> Reply.ok(Doc.with("names", repo(call).topics)))
                .on("PUT " + REPO + "/topics", this::topics)
                .on("GET " + REPO + "/subscription", this::subscription)
                .on("PUT " + REPO + "/subscription", this::subscribe)
                .on("DELETE " + REPO + "/subscription", this::unsubscribe)
                .on("GET /repositories/{id}", call -> Reply.ok(show(call).wholeRepo(hub.repo(call.number("id"))
                        .filter(repo -> hub.rights(repo, call.login()).mayRead()).orElseThrow(Problem::notFound))));
    }

    private List<Repo> visibleForks(Call call) {
        return hub.forks(repo(call)).stream().filter(fork -> hub.rights(fork, call.login()).mayRead()).toList();
    }

    /** The switches that creating and editing have in common. */
    static void features(Call call, Repo repo) {
        repo.hasIssues = call.truth("has_issues").orElse(repo.hasIssues);
        repo.hasWiki = call.truth("has_wiki").orElse(repo.hasWiki);
        repo.hasProjects = call.truth("has_projects").orElse(repo.hasProjects);
        repo.hasDiscussions = call.truth("has_discussions").orElse(repo.hasDiscussions);
        repo.homepage = call.text("homepage").orElse(repo.homepage);
    }

    private Reply edit(Call call) throws IOException {
        Repo repo = administered(call);
        String name = call.text("name").orElse(repo.name);
        if (!name.equals(repo.name) && hub.repo(repo.owner, name).filter(other -> other.id != repo.id).isPresent()) {
            throw Problem.invalid("Repository", "name", "already_exists");
        }
        Repo edited = hub.update(repo, row -> {
            features(call, row);
            row.name = name;
            row.description = call.text("description").orElse(row.description);
            row.isPrivate = call.text("visibility").map("private"::equals).orElse(call.truth("private").orElse(row.isPrivate));
            row.archived = call.truth("archived").orElse(row.archived);
            row.defaultBranch = call.text("default_branch").orElse(row.defaultBranch);
            row.updated = hub.now();
        });
        return Reply.ok(show(call).wholeRepo(edited));
    }

    private Reply delete(Call call) throws IOException {
        Repo repo = administered(call);
        desk.repositories().delete(repo);
        return Reply.nothing();
    }

    private Reply fork(Call call) throws IOException {
        Repo from = repo(call);
        String me = call.me();
        if (from.owner.equalsIgnoreCase(me)) {
            throw Problem.forbidden("You cannot fork your own repository.");
        }
        String owner = call.text("organization").filter(name -> !name.equalsIgnoreCase(me)).orElse(me);
        if (!owner.equals(me) && desk.organisations().role(owner, me).isEmpty()) {
            throw Problem.notFound();
        }
        Repo fork = desk.repositories().fork(from, owner, call.text("name").orElse(null),
                call.truth("default_branch_only").orElse(false));
        return Reply.of(202, show(call).wholeRepo(fork).json());
    }

    private Reply sync(Call call) throws IOException {
        Repo fork = pushable(call);
        if (!hub.isPast(fork.ready)) {
            throw Problem.notFound();
        }
        String branch = call.text("branch").orElseThrow(() -> Problem.invalid("Repository", "branch", "missing_field"));
        String how = desk.repositories().sync(fork, branch, call.me());
        desk.repositories().touch(fork);
        desk.pulls().branchMoved(hub.repo(fork.id).orElseThrow());
        String parent = hub.repo(fork.parent).map(Repo::fullName).orElse("");
        String said = how.equals("none") ? "This branch is not behind the upstream " + parent + ":" + branch + "."
                : "Successfully fetched and fast-forwarded from upstream " + parent.replace('/', ':') + ":" + branch + ".";
        return Reply.ok(Doc.with("message", said).put("merge_type", how).put("base_branch", parent + ":" + branch));
    }

    private Reply topics(Call call) throws IOException {
        Repo repo = administered(call);
        List<String> names = call.texts("names").orElseThrow(() -> Problem.invalid("Repository", "names", "missing_field"));
        if (names.size() > 20 || names.stream().anyMatch(name -> !TOPIC.matcher(name).matches())) {
            throw new Problem(422, "Topics must start with a lowercase letter or number, consist of 50 characters or less,"
                    + " and can include hyphens.");
        }
        Repo set = hub.update(repo, row -> row.topics = new ArrayList<>(names));
        return Reply.ok(Doc.with("names", set.topics));
    }

    private Reply subscription(Call call) {
        Repo repo = repo(call);
        if (!repo.subscribers.contains(call.me())) {
            throw Problem.notFound();
        }
        return Reply.ok(subscriptionOf(call, repo));
    }

    private static Doc subscriptionOf(Call call, Repo repo) {
        return Doc.with("subscribed", true).put("ignored", false).put("reason", null).put("created_at", repo.created)
                .put("url", call.links().repo(repo.fullName()) + "/subscription")
                .put("repository_url", call.links().repo(repo.fullName()));
    }

    private Reply subscribe(Call call) throws IOException {
        String me = call.me();
        Repo set = hub.update(repo(call), row -> {
            row.subscribers.remove(me);
            row.subscribers.add(me);
        });
        return Reply.ok(subscriptionOf(call, set));
    }

    private Reply unsubscribe(Call call) throws IOException {
        String me = call.me();
        hub.update(repo(call), row -> row.subscribers.remove(me));
        return Reply.nothing();
    }
}
