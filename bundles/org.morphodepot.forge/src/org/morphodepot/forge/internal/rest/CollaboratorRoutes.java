package org.morphodepot.forge.internal.rest;

import java.io.IOException;

import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Pages;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.http.Router;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.hub.Rights;
import org.morphodepot.forge.internal.show.Show;
import org.morphodepot.forge.internal.state.Invitation;
import org.morphodepot.forge.internal.state.Repo;

/** Who may work on a repository, and who is asked to. */
final class CollaboratorRoutes extends Routes {

    CollaboratorRoutes(Desk desk) {
        super(desk);
    }

    void add(Router router) {
        String people = REPO + "/collaborators";
        router.on("GET " + people, this::list)
                .on("GET " + people + "/{login}", this::is)
                .on("GET " + people + "/{login}/permission", this::permission)
                .on("PUT " + people + "/{login}", this::invite)
                .on("DELETE " + people + "/{login}", this::remove)
                .on("GET " + REPO + "/invitations", this::invitations)
                .on("DELETE " + REPO + "/invitations/{id}", this::withdraw);
    }

    private Reply list(Call call) {
        Repo repo = pushable(call);
        return Pages.of(call, hub.people(repo), name -> {
            Rights rights = hub.rights(repo, name);
            return show(call).person(name).put("role_name", rights.word()).put("permissions",
                    Doc.with("admin", rights.mayAdminister()).put("maintain", rights.mayMaintain())
                            .put("push", rights.mayPush()).put("triage", rights.mayTriage()).put("pull", true));
        });
    }

    private Reply is(Call call) {
        if (!hub.isOneOf(pushable(call), call.part("login"))) {
            throw Problem.notFound();
        }
        return Reply.nothing();
    }

    private Reply permission(Call call) {
        Repo repo = pushable(call);
        String word = hub.rights(repo, call.part("login")).word();
        Doc person = show(call).person(hub.somebody(call.part("login"))).put("role_name", word);
        return Reply.ok(Doc.with("permission", word).put("role_name", word).put("user", person));
    }

    private Reply invite(Call call) throws IOException {
        Repo repo = administered(call);
        String login = hub.somebody(call.part("login")).login;
        String permission = call.text("permission").orElse("push");
        Rights.named(permission);
        if (repo.owner.equalsIgnoreCase(login)) {
            throw Problem.invalidBecause("Repository", "Repository owner cannot be a collaborator");
        }
        if (hub.isOneOf(repo, login) || desk.organisations().role(repo.owner, login).isPresent()) {
            hub.update(repo, row -> row.collaborators.put(login, permission));
            return Reply.nothing();
        }
        Invitation made = hub.change(change -> {
            hub.store().list(Invitation.class, one -> one.repo == repo.id && one.invitee.equals(login)).forEach(change::remove);
            Invitation row = new Invitation();
            row.id = change.nextId();
            row.repo = repo.id;
            row.invitee = login;
            row.inviter = call.me();
            row.permission = permission;
            row.created = hub.now();
            change.put(row);
            return row;
        });
        return Reply.created(show(show(call), repo, made));
    }

    static Doc show(Show show, Repo repo, Invitation one) {
        return Doc.with("id", one.id).put("node_id", "RI_" + one.id).put("repository", show.repo(repo))
                .put("invitee", show.person(one.invitee)).put("inviter", show.person(one.inviter))
                .put("permissions", Rights.named(one.permission).word()).put("created_at", one.created).put("expired", false)
                .put("url", show.links().api() + "/user/repository_invitations/" + one.id)
                .put("html_url", show.links().page(repo.fullName()) + "/invitations");
    }

    private Reply remove(Call call) throws IOException {
        Repo repo = repo(call);
        if (!call.part("login").equalsIgnoreCase(call.me())) {
            hub.needAdmin(repo, call.me());
        }
        hub.update(repo, row -> row.collaborators.keySet().removeIf(call.part("login")::equalsIgnoreCase));
        return Reply.nothing();
    }

    private Reply invitations(Call call) {
        Repo repo = administered(call);
        return Pages.of(call, hub.store().list(Invitation.class, one -> one.repo == repo.id),
                one -> show(show(call), repo, one));
    }

    private Reply withdraw(Call call) throws IOException {
        Repo repo = administered(call);
        Invitation one = hub.store().get(Invitation.class, repo.id, call.number("id")).orElseThrow(Problem::notFound);
        return hub.change(change -> {
            change.remove(one);
            return Reply.nothing();
        });
    }
}
