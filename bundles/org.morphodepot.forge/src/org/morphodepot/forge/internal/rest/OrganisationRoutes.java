package org.morphodepot.forge.internal.rest;

import java.io.IOException;
import java.util.List;

import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Pages;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.http.Router;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.hub.Organisations;
import org.morphodepot.forge.internal.state.Person;
import org.morphodepot.forge.internal.state.Repo;

/** Organisations, their repositories and who belongs to them. Members are not told to others. */
final class OrganisationRoutes extends Routes {

    private final Organisations organisations;

    OrganisationRoutes(Desk desk) {
        super(desk);
        organisations = desk.organisations();
    }

    void add(Router router) {
        String org = "/orgs/{org}";
        router.on("GET " + org, call -> Reply.ok(show(call).organisation(organisation(call))))
                .on("GET " + org + "/repos", this::repositories)
                .on("POST " + org + "/repos", this::create)
                .on("GET " + org + "/members", this::members)
                .on("GET " + org + "/members/{login}", this::isMember)
                .on("GET " + org + "/memberships/{login}", call -> membership(call, call.part("login")))
                .on("GET /user/memberships/orgs/{org}", call -> membership(call, call.me()))
                .on("GET /user/orgs", call -> Pages.of(call, organisations.of(call.me()), show(call)::person))
                .on("POST " + REPO + "/transfer", this::transfer);
    }

    private Person organisation(Call call) {
        return organisations.organisation(call.part("org"));
    }

    private Reply repositories(Call call) {
        Person org = organisation(call);
        List<Repo> all = hub.store().list(Repo.class, repo -> repo.owner.equalsIgnoreCase(org.login)
                && hub.rights(repo, call.login()).mayRead());
        return Pages.of(call, all, show(call)::repo);
    }

    /** Members may make repositories; who made one may do everything in it. */
    private Reply create(Call call) throws IOException {
        Person org = organisation(call);
        String me = call.me();
        if (organisations.role(org.login, me).isEmpty()) {
            throw Problem.forbidden("You need admin access to the organization before adding a repository to it.");
        }
        Repo made = desk.repositories().create(org.login, call.text("name").orElse(null),
                call.text("description").orElse(null), call.truth("private").orElse(false),
                call.truth("auto_init").orElse(false));
        Repo set = hub.update(made, repo -> {
            RepoRoutes.features(call, repo);
            repo.collaborators.put(me, "admin");
        });
        return Reply.created(show(call).wholeRepo(set));
    }

    private Reply members(Call call) {
        Person org = organisation(call);
        boolean told = organisations.role(org.login, call.login()).isPresent();
        return Pages.of(call, told ? List.copyOf(org.people.keySet()) : List.of(), show(call)::person);
    }

    private Reply isMember(Call call) {
        Person org = organisation(call);
        if (organisations.role(org.login, call.me()).isEmpty()
                || organisations.role(org.login, call.part("login")).isEmpty()) {
            throw Problem.notFound();
        }
        return Reply.nothing();
    }

    private Reply membership(Call call, String login) {
        Person org = organisation(call);
        if (organisations.role(org.login, call.me()).isEmpty()) {
            throw Problem.forbidden("You must be a member of " + org.login + " to see membership information.");
        }
        String role = organisations.role(org.login, login).orElseThrow(Problem::notFound);
        return Reply.ok(Doc.with("url", call.links().api() + "/orgs/" + org.login + "/memberships/" + login)
                .put("state", "active").put("role", role)
                .put("organization_url", call.links().api() + "/orgs/" + org.login)
                .put("organization", show(call).person(org)).put("user", show(call).person(login)));
    }

    private Reply transfer(Call call) throws IOException {
        Repo repo = administered(call);
        String to = call.text("new_owner").orElseThrow(() -> Problem.invalid("Repository", "new_owner", "missing_field"));
        return Reply.of(202, show(call).repo(organisations.transfer(repo, to, call.me())).json());
    }
}
