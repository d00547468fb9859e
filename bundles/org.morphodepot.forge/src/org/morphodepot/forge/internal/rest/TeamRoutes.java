package org.morphodepot.forge.internal.rest;

import java.io.IOException;

import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Pages;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.http.Router;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.hub.Organisations;
import org.morphodepot.forge.internal.hub.Rights;
import org.morphodepot.forge.internal.state.Repo;
import org.morphodepot.forge.internal.state.Team;

/** Teams of organisations and the repositories in which they have rights. */
final class TeamRoutes extends Routes {

    private final Organisations organisations;

    TeamRoutes(Desk desk) {
        super(desk);
        organisations = desk.organisations();
    }

    void add(Router router) {
        String teams = "/orgs/{org}/teams";
        router.on("GET " + teams, call -> Pages.of(call, organisations.teams(member(call)), team -> team(call, team, "pull")))
                .on("POST " + teams, this::make)
                .on("GET " + teams + "/{slug}", call -> Reply.ok(team(call, team(call), "pull")))
                .on("GET " + teams + "/{slug}/members", call -> Pages.of(call, team(call).members, show(call)::person))
                .on("PUT " + teams + "/{slug}/memberships/{login}", this::join)
                .on("PUT " + teams + "/{slug}/repos/{owner}/{repo}", call -> grant(call, true))
                .on("DELETE " + teams + "/{slug}/repos/{owner}/{repo}", call -> grant(call, false))
                .on("GET " + REPO + "/teams", this::ofRepository);
    }

    /** The organisation in the path, for one who belongs to it. */
    private String member(Call call) {
        String org = organisations.organisation(call.part("org")).login;
        organisations.role(org, call.me()).orElseThrow(Problem::notFound);
        return org;
    }

    private Team team(Call call) {
        return organisations.team(member(call), call.part("slug"));
    }

    private Reply make(Call call) throws IOException {
        Team made = organisations.makeTeam(organisations.organisation(call.part("org")).login, call.text("name").orElse(""),
                call.text("description").orElse(null), call.me());
        return Reply.created(team(call, made, "pull"));
    }

    private Reply join(Call call) throws IOException {
        Team team = team(call);
        if (!organisations.isOwner(team.organisation, call.me())) {
            throw Problem.forbidden("Must have admin rights to the team.");
        }
        String login = hub.somebody(call.part("login")).login;
        if (organisations.role(team.organisation, login).isEmpty()) {
            throw Problem.invalid("TeamMember", "user", "unprocessable");
        }
        hub.update(team, row -> {
            row.members.remove(login);
            row.members.add(login);
        });
        return Reply.ok(Doc.with("url", url(call, team) + "/memberships/" + login).put("role", "member").put("state", "active"));
    }

    private Reply grant(Call call, boolean give) throws IOException {
        Team team = team(call);
        Repo repo = administered(call);
        if (!repo.owner.equals(team.organisation)) {
            throw Problem.invalid("Team", "repository", "unprocessable");
        }
        String permission = call.text("permission").orElse("push");
        Rights.named(permission);
        hub.update(repo, row -> {
            if (give) {
                row.teams.put(team.slug, permission);
            } else {
                row.teams.remove(team.slug);
            }
        });
        return Reply.nothing();
    }

    private Reply ofRepository(Call call) {
        Repo repo = administered(call);
        return Pages.of(call, organisations.teams(repo), team -> team(call, team, repo.teams.get(team.slug)));
    }

    private static String url(Call call, Team team) {
        return call.links().api() + "/orgs/" + team.organisation + "/teams/" + team.slug;
    }

    private static Doc team(Call call, Team team, String permission) {
        String url = url(call, team);
        return Doc.with("id", team.id).put("node_id", "T_" + team.id).put("name", team.name).put("slug", team.slug)
                .put("description", team.description).put("privacy", "closed")
                .put("notification_setting", "notifications_enabled").put("permission", permission).put("url", url)
                .put("html_url", call.links().web() + "/orgs/" + team.organisation + "/teams/" + team.slug)
                .put("members_url", url + "/members{/member}").put("repositories_url", url + "/repos").put("parent", null)
                .put("type", "organization");
    }
}
