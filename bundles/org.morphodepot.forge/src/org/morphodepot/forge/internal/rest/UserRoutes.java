package org.morphodepot.forge.internal.rest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Limits;
import org.morphodepot.forge.internal.http.Pages;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.http.Router;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.hub.Repositories;
import org.morphodepot.forge.internal.state.Invitation;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Person;
import org.morphodepot.forge.internal.state.Repo;

/** Who I am, who others are, my repositories, my issues, my invitations, my limits. */
final class UserRoutes extends Routes {

    private final Limits limits;

    UserRoutes(Desk desk, Limits limits) {
        super(desk);
        this.limits = limits;
    }

    void add(Router router) {
        router.on("GET /user", call -> Reply.ok(show(call).account(hub.somebody(call.me()))))
                .on("GET /user/emails", this::emails)
                .on("GET /user/repos", this::myRepositories)
                .on("POST /user/repos", this::create)
                .on("GET /user/repository_invitations", this::invitations)
                .on("PATCH /user/repository_invitations/{id}", call -> answer(call, true))
                .on("DELETE /user/repository_invitations/{id}", call -> answer(call, false))
                .on("GET /user/issues", this::myIssues)
                .on("GET /issues", this::myIssues)
                .on("GET /users/{login}", call -> Reply.ok(show(call).account(hub.somebody(call.part("login")))))
                .on("GET /users/{login}/repos", this::theirRepositories)
                .on("GET /rate_limit", this::rates)
                .on("GET /meta", call -> Reply.ok(Doc.with("verifiable_password_authentication", false)))
                .on("GET /", call -> Reply.ok(Doc.with("current_user_url", call.links().api() + "/user")
                        .put("rate_limit_url", call.links().api() + "/rate_limit")));
    }

    private Reply emails(Call call) {
        Person me = hub.somebody(call.me());
        return Reply.ok(List.of(Doc.with("email", Repositories.email(me)).put("primary", true).put("verified", true)
                .put("visibility", "public")));
    }

    private Reply myRepositories(Call call) {
        String me = call.me();
        String affiliation = call.query("affiliation").orElse("owner,collaborator,organization_member");
        boolean owned = affiliation.contains("owner") && call.query("type").map(type -> !type.equals("member")).orElse(true);
        boolean shared = affiliation.contains("collaborator")
                && call.query("type").map(type -> !type.equals("owner")).orElse(true);
        boolean common = affiliation.contains("organization_member")
                && call.query("type").map(type -> !type.equals("owner")).orElse(true);
        List<Repo> mine = hub.store().list(Repo.class, repo -> owned && repo.owner.equalsIgnoreCase(me)
                || shared && repo.collaborators.keySet().stream().anyMatch(me::equalsIgnoreCase)
                || common && desk.organisations().role(repo.owner, me).isPresent() && hub.isOneOf(repo, me));
        return Pages.of(call, mine, show(call)::repo);
    }

    private Reply theirRepositories(Call call) {
        Person person = hub.somebody(call.part("login"));
        List<Repo> theirs = hub.store().list(Repo.class, repo -> repo.owner.equalsIgnoreCase(person.login)
                && hub.rights(repo, call.login()).mayRead());
        return Pages.of(call, theirs, show(call)::repo);
    }

    private Reply create(Call call) throws IOException {
        Repo made = desk.repositories().create(call.me(), call.text("name").orElse(null), call.text("description").orElse(null),
                call.truth("private").orElse(false), call.truth("auto_init").orElse(false));
        Repo set = hub.update(made, repo -> RepoRoutes.features(call, repo));
        return Reply.created(show(call).wholeRepo(set));
    }

    /** Issues and pull requests everywhere that concern me; assigned to me unless asked otherwise. */
    private Reply myIssues(Call call) {
        String me = call.me();
        String filter = call.query("filter").orElse("assigned");
        String state = call.query("state").orElse("open");
        List<Issue> mine = new ArrayList<>(hub.store().list(Issue.class, issue -> IssueLists.inState(issue, state)
                && concerns(issue, me, filter) && IssueLists.hasLabels(issue, call.query("labels").orElse(""))
                && IssueLists.since(issue, call.query("since").orElse(null))));
        mine.removeIf(issue -> !hub.rights(hub.repo(issue.repo).orElseThrow(), me).mayRead());
        mine.sort(IssueLists.order(call));
        return Pages.of(call, mine, issue -> {
            Repo repo = hub.repo(issue.repo).orElseThrow();
            return showIssue(call).issue(repo, issue).put("repository", show(call).repo(repo));
        });
    }

    private boolean concerns(Issue issue, String me, String filter) {
        boolean assigned = issue.assignees.stream().anyMatch(me::equalsIgnoreCase);
        boolean created = issue.author.equalsIgnoreCase(me);
        String text = String.valueOf(issue.body).toLowerCase(Locale.ROOT);
        return switch (filter) {
            case "assigned" -> assigned;
            case "created" -> created;
            case "mentioned" -> text.contains("@" + me.toLowerCase(Locale.ROOT));
            case "subscribed" -> assigned || created;
            default -> assigned || created || hub.isOneOf(hub.repo(issue.repo).orElseThrow(), me);
        };
    }

    private Reply invitations(Call call) {
        String me = call.me();
        List<Invitation> mine = hub.store().list(Invitation.class, one -> one.invitee.equalsIgnoreCase(me));
        return Pages.of(call, mine, one -> CollaboratorRoutes.show(show(call), hub.repo(one.repo).orElseThrow(), one));
    }

    private Reply answer(Call call, boolean accept) throws IOException {
        String me = call.me();
        Invitation one = hub.store().list(Invitation.class, row -> row.id == call.number("id")
                && row.invitee.equalsIgnoreCase(me)).stream().findFirst().orElseThrow(Problem::notFound);
        return hub.change(change -> {
            change.remove(one);
            if (accept) {
                hub.update(hub.repo(one.repo).orElseThrow(), repo -> repo.collaborators.put(one.invitee, one.permission));
            }
            return Reply.nothing();
        });
    }

    private Reply rates(Call call) {
        String who = call.login() == null ? "ip:127.0.0.1" : call.login();
        Doc resources = new Doc();
        for (String kind : List.of("core", "search", "graphql")) {
            resources.put(kind, rate(limits.state(who, kind)));
        }
        return Reply.ok(Doc.with("resources", resources).put("rate", rate(limits.state(who, "core"))));
    }

    private static Doc rate(Limits.State state) {
        return Doc.with("limit", state.limit()).put("used", state.used()).put("remaining", state.remaining())
                .put("reset", state.reset().getEpochSecond()).put("resource", state.kind());
    }
}
