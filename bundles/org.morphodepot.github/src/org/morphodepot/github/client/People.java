package org.morphodepot.github.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.github.Collaborator;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Invitation;
import org.morphodepot.github.Permission;
import org.morphodepot.github.Person;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.internal.Api;
import org.morphodepot.github.internal.Reply;
import org.morphodepot.github.internal.Route;
import org.morphodepot.github.internal.json.Json;
import org.morphodepot.github.internal.json.PersonJson;

/** Who may do what in one repository. Most of it only those with push rights may ask. */
public final class People {

    private final Api api;
    private final RepoName repo;

    People(Api api, RepoName repo) {
        this.api = api;
        this.repo = repo;
    }

    public List<Collaborator> collaborators() throws GitHubException {
        return api.list(Route.in(repo, "collaborators"), PersonJson::collaborator);
    }

    /** Who can be assigned to issues, apart from those who wrote in the issue. */
    public List<Person> assignable() throws GitHubException {
        return api.list(Route.in(repo, "assignees"), PersonJson::person);
    }

    /** What somebody may do; empty for nothing. */
    public Optional<Permission> permission(String login) throws GitHubException {
        return PersonJson.permission(api.get(Route.in(repo, "collaborators", login, "permission")));
    }

    /** Invites somebody or changes the right; it may be done again. Empty when nothing needs to be accepted. */
    public Optional<Invitation> invite(String login, Permission permission) throws GitHubException {
        Reply reply = api.changeReply("PUT", Route.in(repo, "collaborators", login), Map.of("permission", permission.word()));
        if (reply.status() != 201) {
            return Optional.empty();
        }
        Optional<Invitation> told = Json.tryObject(reply.body()).map(PersonJson::invitation);
        return told.isPresent() ? told : Optional.of(new Invitation(0, Optional.of(repo), Person.named(api.account()),
                Person.named(login), Optional.of(permission), api.pace().now(), false)); // some servers tell nothing
    }

    /** Also withdraws the right; it is fine when there is none. */
    public void remove(String login) throws GitHubException {
        api.delete(Route.in(repo, "collaborators", login));
    }

    /** Invitations that were not answered yet. */
    public List<Invitation> invitations() throws GitHubException {
        return api.list(Route.in(repo, "invitations"), PersonJson::invitation);
    }

    public void withdraw(Invitation invitation) throws GitHubException {
        api.delete(Route.in(repo, "invitations", invitation.id()));
    }
}
