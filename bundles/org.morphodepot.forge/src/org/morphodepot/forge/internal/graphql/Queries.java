package org.morphodepot.forge.internal.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.hub.Hub;
import org.morphodepot.forge.internal.hub.Repositories;
import org.morphodepot.forge.internal.hub.Search;
import org.morphodepot.forge.internal.show.Ids;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Person;
import org.morphodepot.forge.internal.state.Repo;

/** Where questions begin, and people. */
final class Queries {

    void add(Schema schema) {
        schema.type("Query", Asker.class)
                .with("viewer", (_, _, asker) -> new Node("User", asker.desk().hub().somebody(asker.me())))
                .with("user", (_, arguments, asker) -> account(asker, arguments.need("login"), false))
                .with("repositoryOwner", (_, arguments, asker) -> actor(asker, arguments.need("login")))
                .with("organization", (_, arguments, asker) -> account(asker, arguments.need("login"), true))
                .with("repository", (_, arguments, asker) -> repository(asker, arguments.need("owner"), arguments.need("name")))
                .with("node", (_, arguments, asker) -> node(asker, arguments.need("id")))
                .with("search", (_, arguments, asker) -> search(asker, arguments))
                .with("rateLimit", (_, _, asker) -> new Node("RateLimit", asker));
        schema.type("RateLimit", Asker.class).constant(1, "cost").constant(5000, "limit").constant(4999, "remaining")
                .constant(1, "used").with("resetAt", (_, _, asker) -> asker.desk().hub().now());
        schema.type("User", Person.class).is("Actor", "RepositoryOwner", "Node", "RequestedReviewer", "Assignee")
                .with("id", (person, _, _) -> Ids.of(Ids.USER, person.id))
                .with("databaseId", (person, _, _) -> person.id)
                .with("login", (person, _, _) -> person.login)
                .with("name", (person, _, _) -> person.name)
                .with("email", (person, _, _) -> Repositories.email(person))
                .with("url", (person, _, asker) -> asker.links().web() + "/" + person.login)
                .with("avatarUrl", (person, _, asker) -> asker.links().web() + "/avatars/u/" + person.id)
                .with("isViewer", (person, _, asker) -> person.login.equals(asker.login()))
                .with("pullRequests", Queries::pulls)
                .with("issues", Queries::issues)
                .with("repositories", Queries::repositories)
                .with("organizations", (person, arguments, asker) -> Connection.of("Organization",
                        asker.desk().organisations().of(person.login), arguments));
        schema.type("Organization", Person.class).is("Actor", "RepositoryOwner", "Node")
                .with("id", (one, _, _) -> Ids.of(Ids.ORGANISATION, one.id)).with("databaseId", (one, _, _) -> one.id)
                .with("login", (one, _, _) -> one.login).with("name", (one, _, _) -> one.name)
                .constant(null, "description", "email")
                .with("url", (one, _, asker) -> asker.links().web() + "/" + one.login)
                .with("avatarUrl", (one, _, asker) -> asker.links().web() + "/avatars/u/" + one.id)
                .with("viewerIsAMember", (one, _, asker) -> asker.desk().organisations().role(one.login, asker.login())
                        .isPresent())
                .with("viewerCanAdminister", (one, _, asker) -> asker.desk().organisations().isOwner(one.login, asker.login()))
                .with("repositories", Queries::repositories);
    }

    private static Node account(Asker asker, String login, boolean organisation) {
        return nodeOf(asker.desk().hub().person(login).filter(one -> one.organisation == organisation).orElseThrow(
                () -> new Problem(404, "Could not resolve to " + (organisation ? "an Organization" : "a User")
                        + " with the login of '" + login + "'.")));
    }

    private static Node nodeOf(Person person) {
        return new Node(person.organisation ? "Organization" : "User", person);
    }

    /** Null for somebody who is gone. */
    static Node actor(Asker asker, String login) {
        return asker.desk().hub().person(login).map(Queries::nodeOf).orElse(null);
    }

    private static Node repository(Asker asker, String owner, String name) {
        Optional<Repo> repo = asker.desk().hub().repo(owner, name)
                .filter(found -> asker.rights(found).mayRead());
        return new Node("Repository", repo.orElseThrow(() -> new Problem(404,
                "Could not resolve to a Repository with the name '" + owner + "/" + name + "'.")));
    }

    static Node node(Asker asker, String id) {
        Hub hub = asker.desk().hub();
        Optional<Node> issue = hub.store().list(Issue.class, one -> one.id == Ids.number(one.pull == null ? Ids.ISSUE : Ids.PULL,
                id)).stream().findFirst().map(one -> new Node(one.pull == null ? "Issue" : "PullRequest", one));
        Optional<Node> repo = hub.repo(Ids.number(Ids.REPO, id)).map(one -> new Node("Repository", one));
        Optional<Node> person = hub.store().list(Person.class, one -> one.id == Ids.number(one.organisation
                ? Ids.ORGANISATION : Ids.USER, id)).stream().findFirst().map(Queries::nodeOf);
        return issue.or(() -> repo).or(() -> person).filter(found -> maySee(asker, found)).orElseThrow(
                () -> new Problem(404, "Could not resolve to a node with the global id of '" + id + "'"));
    }

    private static boolean maySee(Asker asker, Node node) {
        return switch (node.source()) {
            case Issue issue -> asker.rights(asker.desk().hub().repo(issue.repo).orElseThrow()).mayRead();
            case Repo repo -> asker.rights(repo).mayRead();
            default -> true;
        };
    }

    private static Node search(Asker asker, Arguments arguments) {
        Search search = new Search(asker.desk().hub());
        String query = arguments.need("query");
        if (arguments.need("type").equals("REPOSITORY")) {
            return Connection.of("Repository", search.repositories(query, asker.login()), arguments);
        }
        List<Node> found = search.issues(query, asker.login()).stream()
                .map(one -> new Node(one.pull == null ? "Issue" : "PullRequest", one)).toList();
        return Connection.of("SearchResultItem", found, arguments);
    }

    private static Node pulls(Person person, Arguments arguments, Asker asker) {
        return Connection.of("PullRequest", PullTypes.filtered(asker.desk().hub().store().list(Issue.class,
                one -> one.pull != null && one.author.equals(person.login) && maySee(asker, new Node("", one))), arguments),
                arguments);
    }

    private static Node issues(Person person, Arguments arguments, Asker asker) {
        return Connection.of("Issue", IssueTypes.filtered(asker.desk().hub().store().list(Issue.class,
                one -> one.pull == null && one.author.equals(person.login) && maySee(asker, new Node("", one))), arguments),
                arguments);
    }

    private static Node repositories(Person person, Arguments arguments, Asker asker) {
        String privacy = arguments.text("privacy").orElse("");
        List<String> roles = arguments.texts("ownerAffiliations").or(() -> arguments.texts("affiliations"))
                .orElse(List.of("OWNER"));
        List<Repo> all = asker.desk().hub().store().list(Repo.class, repo -> asker.rights(repo).mayRead()
                && (roles.contains("OWNER") && repo.owner.equals(person.login)
                        || roles.contains("COLLABORATOR") && repo.collaborators.containsKey(person.login)
                        || roles.contains("ORGANIZATION_MEMBER") && asker.desk().organisations()
                                .role(repo.owner, person.login).isPresent() && asker.desk().hub().isOneOf(repo, person.login))
                && (!arguments.has("isFork") || arguments.truth("isFork", false) == repo.isFork())
                && (!arguments.has("isArchived") || arguments.truth("isArchived", false) == repo.archived)
                && (privacy.isEmpty() || privacy.toLowerCase(Locale.ROOT).equals("private") == repo.isPrivate));
        return Connection.of("Repository", all, arguments);
    }
}
