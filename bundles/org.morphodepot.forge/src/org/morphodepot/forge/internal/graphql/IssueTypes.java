package org.morphodepot.forge.internal.graphql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.morphodepot.forge.internal.hub.Issues;
import org.morphodepot.forge.internal.show.Ids;
import org.morphodepot.forge.internal.state.Comment;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Repo;

/** Issues and comments. */
final class IssueTypes {

    void add(Schema schema) {
        Schema.Type<Issue> issue = schema.type("Issue", Issue.class).is("Node", "Assignable", "Labelable", "Comment", "Closable");
        common(issue);
        issue.with("id", (one, _, _) -> Ids.of(Ids.ISSUE, one.id)).with("state", (one, _, _) -> upper(one.state))
                .with("stateReason", (one, _, _) -> one.stateReason == null ? null : upper(one.stateReason))
                .with("isPinned", (one, _, _) -> one.pinned);
        schema.type("IssueComment", Comment.class).is("Node", "Comment")
                .with("id", (one, _, _) -> Ids.of(Ids.COMMENT, one.id)).with("databaseId", (one, _, _) -> one.id)
                .with("author", (one, _, asker) -> Queries.actor(asker, one.author))
                .with("authorAssociation", (one, _, asker) -> asker.show().association(repo(asker, one.repo), one.author))
                .with("body", (one, _, _) -> one.body).with("createdAt", (one, _, _) -> one.created)
                .with("updatedAt", (one, _, _) -> one.updated)
                .with("url", (one, _, asker) -> asker.showIssue().commentPage(repo(asker, one.repo), one))
                .with("includesCreatedEdit", (one, _, _) -> !one.updated.equals(one.created))
                .with("viewerDidAuthor", (one, _, asker) -> one.author.equals(asker.login()))
                .constant(false, "isMinimized").constant("", "minimizedReason").constant(List.of(), "reactionGroups");
    }

    static Repo repo(Asker asker, long id) {
        return asker.desk().hub().repo(id).orElseThrow();
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** The fields that issues and pull requests share. */
    static void common(Schema.Type<Issue> type) {
        type.with("number", (one, _, _) -> one.number).with("databaseId", (one, _, _) -> one.id)
                .with("title", (one, _, _) -> one.title)
                .with("body", (one, _, _) -> one.body == null ? "" : one.body)
                .with("bodyText", (one, _, _) -> one.body == null ? "" : one.body)
                .with("url", (one, _, asker) -> asker.showIssue().page(repo(asker, one.repo), one))
                .with("resourcePath", (one, _, asker) -> "/" + repo(asker, one.repo).fullName() + "/issues/" + one.number)
                .with("author", (one, _, asker) -> Queries.actor(asker, one.author))
                .with("authorAssociation", (one, _, asker) -> asker.show().association(repo(asker, one.repo), one.author))
                .with("closed", (one, _, _) -> !one.isOpen()).with("closedAt", (one, _, _) -> one.closed)
                .with("createdAt", (one, _, _) -> one.created).with("updatedAt", (one, _, _) -> one.updated)
                .with("locked", (one, _, _) -> one.locked).constant(null, "activeLockReason")
                .with("repository", (one, _, asker) -> RepositoryTypes.node(repo(asker, one.repo)))
                .with("viewerDidAuthor", (one, _, asker) -> one.author.equals(asker.login()))
                .with("viewerCanUpdate", (one, _, asker) -> one.author.equals(asker.login())
                        || asker.rights(repo(asker, one.repo)).mayTriage())
                .with("assignees", (one, arguments, asker) -> Connection.of("User", one.assignees.stream()
                        .map(login -> Queries.actor(asker, login)).toList(), arguments))
                .with("labels", (one, arguments, asker) -> Connection.of("Label", one.labels.stream()
                        .map(name -> Issues.label(repo(asker, one.repo), name)).flatMap(Optional::stream).toList(), arguments))
                .with("milestone", (one, _, asker) -> asker.desk().issues().milestone(one)
                        .map(found -> new Node("Milestone", found)).orElse(null))
                .with("comments", (one, arguments, asker) -> Connection.of("IssueComment", asker.desk().issues().comments(one),
                        arguments))
                .with("participants", (one, arguments, asker) -> Connection.of("User",
                        Optional.ofNullable(Queries.actor(asker, one.author)).stream().toList(), arguments))
                .with("projectCards", (_, arguments, _) -> Connection.of("ProjectCard", List.of(), arguments))
                .with("projectItems", (_, arguments, _) -> Connection.of("ProjectV2Item", List.of(), arguments))
                .constant(List.of(), "reactionGroups");
    }

    /** By states, labels and the filter; in the order that is asked for. */
    static List<Issue> filtered(List<Issue> all, Arguments arguments) {
        Arguments by = arguments.inner("filterBy");
        List<String> states = arguments.texts("states").or(() -> by.texts("states")).orElse(List.of());
        List<String> labels = arguments.texts("labels").or(() -> by.texts("labels")).orElse(List.of());
        List<Issue> found = new ArrayList<>(all);
        found.removeIf(one -> !states.isEmpty() && !states.contains(upper(one.state))
                || !labels.isEmpty() && one.labels.stream().noneMatch(labels::contains)
                || by.text("assignee").filter(login -> !one.assignees.contains(login) && !login.equals("*")).isPresent()
                || by.text("mentioned").filter(login -> !String.valueOf(one.body).contains("@" + login)).isPresent()
                || by.text("createdBy").filter(login -> !one.author.equalsIgnoreCase(login)).isPresent());
        order(found, arguments);
        return found;
    }

    static void order(List<Issue> found, Arguments arguments) {
        Arguments by = arguments.inner("orderBy");
        boolean updated = by.text("field").orElse("CREATED_AT").equals("UPDATED_AT");
        Comparator<Issue> order = Comparator.comparing((Issue one) -> updated ? one.updated : one.created)
                .thenComparing(one -> one.number);
        found.sort(by.text("direction").orElse("ASC").equals("DESC") ? order.reversed() : order);
    }
}
