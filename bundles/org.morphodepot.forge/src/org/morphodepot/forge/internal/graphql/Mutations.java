package org.morphodepot.forge.internal.graphql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.hub.Hub;
import org.morphodepot.forge.internal.hub.Merges;
import org.morphodepot.forge.internal.hub.Pulls;
import org.morphodepot.forge.internal.hub.Reviews;
import org.morphodepot.forge.internal.show.Ids;
import org.morphodepot.forge.internal.state.Comment;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Label;
import org.morphodepot.forge.internal.state.Milestone;
import org.morphodepot.forge.internal.state.Person;
import org.morphodepot.forge.internal.state.Repo;

/** What can be changed through GraphQL. */
final class Mutations {

    /** What a mutation gives back, by the name under which it is asked for. */
    record Payload(String clientMutationId, Node node) {
    }

    private interface Work {
        Node run(Arguments input, Asker asker) throws IOException;
    }

    private Schema.Type<Asker> mutation;
    private Schema schema;

    void add(Schema all) {
        schema = all;
        mutation = all.type("Mutation", Asker.class);
        on("createIssue", "issue", Mutations::createIssue);
        on("updateIssue", "issue", (input, asker) -> edit(input, asker, input.need("id")));
        on("closeIssue", "issue", (input, asker) -> state(asker, input.need("issueId"), "closed",
                input.text("stateReason").map(reason -> reason.toLowerCase(Locale.ROOT)).orElse("completed")));
        on("reopenIssue", "issue", (input, asker) -> state(asker, input.need("issueId"), "open", null));
        on("addComment", "commentEdge", Mutations::addComment);
        on("createPullRequest", "pullRequest", Mutations::createPull);
        on("updatePullRequest", "pullRequest", (input, asker) -> edit(input, asker, input.need("pullRequestId")));
        on("closePullRequest", "pullRequest", (input, asker) -> state(asker, input.need("pullRequestId"), "closed", null));
        on("reopenPullRequest", "pullRequest", (input, asker) -> state(asker, input.need("pullRequestId"), "open", null));
        on("markPullRequestReadyForReview", "pullRequest", (input, asker) -> draft(input, asker, false));
        on("convertPullRequestToDraft", "pullRequest", (input, asker) -> draft(input, asker, true));
        on("addPullRequestReview", "pullRequestReview", Mutations::review);
        on("requestReviews", "pullRequest", Mutations::requestReviews);
        on("mergePullRequest", "pullRequest", Mutations::merge);
        on("addLabelsToLabelable", "labelable", (input, asker) -> labels(input, asker, true));
        on("removeLabelsFromLabelable", "labelable", (input, asker) -> labels(input, asker, false));
        on("addAssigneesToAssignable", "assignable", (input, asker) -> assign(input, asker, true));
        on("removeAssigneesFromAssignable", "assignable", (input, asker) -> assign(input, asker, false));
        on("createRepository", "repository", (input, asker) -> RepositoryTypes.node(asker.desk().repositories().create(asker.me(),
                input.need("name"), input.text("description").orElse(null),
                !input.text("visibility").orElse("PUBLIC").equals("PUBLIC"), false)));
        on("enablePullRequestAutoMerge", "pullRequest", (_, _) -> {
            throw new Problem(422, "Pull request Auto merge is not allowed for this repository");
        });
    }

    private void on(String name, String result, Work work) {
        String type = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Payload";
        mutation.with(name, (_, arguments, asker) -> {
            asker.me();
            Arguments input = arguments.inner("input");
            return new Node(type, new Payload(input.text("clientMutationId").orElse(null), work.run(input, asker)));
        });
        schema.type(type, Payload.class).with("clientMutationId", (payload, _, _) -> payload.clientMutationId())
                .with(result, (payload, _, _) -> payload.node());
    }

    private static Issue issue(Asker asker, String id) {
        if (Queries.node(asker, id).source() instanceof Issue issue) {
            return issue;
        }
        throw new Problem(404, "Could not resolve to a node with the global id of '" + id + "'");
    }

    private static Node node(Issue issue) {
        return new Node(issue.pull == null ? "Issue" : "PullRequest", issue);
    }

    private static Repo repo(Asker asker, Issue issue) {
        return IssueTypes.repo(asker, issue.repo);
    }

    private static Repo repo(Asker asker, String id) {
        if (Queries.node(asker, id).source() instanceof Repo repo) {
            return repo;
        }
        throw new Problem(404, "Could not resolve to a node with the global id of '" + id + "'");
    }

    private static List<String> logins(Hub hub, List<String> ids) {
        return hub.store().list(Person.class, person -> ids.contains(Ids.of(Ids.USER, person.id))).stream()
                .map(person -> person.login).toList();
    }

    private static List<String> labelNames(Repo repo, List<String> ids) {
        return repo.labels.stream().filter(label -> ids.contains(Ids.of(Ids.LABEL, label.id()))).map(Label::name).toList();
    }

    private static int milestone(Hub hub, Repo repo, String id) {
        return hub.store().of(Milestone.class, repo.id).stream().filter(one -> Ids.of(Ids.MILESTONE, one.id).equals(id))
                .map(one -> one.number).findFirst().orElse(0);
    }

    private static Node createIssue(Arguments input, Asker asker) throws IOException {
        Repo repo = repo(asker, input.need("repositoryId"));
        Hub hub = asker.desk().hub();
        return node(asker.desk().issues().open(repo, asker.me(), input.need("title"), input.text("body").orElse(null),
                labelNames(repo, input.texts("labelIds").orElse(List.of())),
                logins(hub, input.texts("assigneeIds").orElse(List.of())),
                input.text("milestoneId").map(id -> milestone(hub, repo, id)).orElse(0)));
    }

    private static Node edit(Arguments input, Asker asker, String id) throws IOException {
        Issue issue = issue(asker, id);
        Repo repo = repo(asker, issue);
        Hub hub = asker.desk().hub();
        asker.desk().issues().needEdit(repo, issue, asker.me());
        boolean trusted = asker.desk().hub().rights(repo, asker.me()).mayTriage();
        Optional<List<String>> people = input.texts("assigneeIds").filter(_ -> trusted).map(ids -> logins(hub, ids));
        Optional<List<String>> labels = input.texts("labelIds").filter(_ -> trusted).map(ids -> labelNames(repo, ids));
        asker.desk().issues().checkAssignees(repo, issue, people.orElse(List.of()));
        Issue edited = changed(asker, issue, row -> {
            row.title = input.text("title").orElse(row.title);
            row.body = input.text("body").orElse(row.body);
            people.ifPresent(logins -> row.assignees = new ArrayList<>(logins));
            labels.ifPresent(names -> row.labels = new ArrayList<>(names));
            row.milestone = input.text("milestoneId").map(given -> milestone(hub, repo, given)).orElse(row.milestone);
            if (row.pull != null) {
                row.pull.baseBranch = input.text("baseRefName").orElse(row.pull.baseBranch);
            }
        });
        return node(edited);
    }

    private static Issue changed(Asker asker, Issue issue, Consumer<Issue> how) throws IOException {
        return asker.desk().hub().update(issue, row -> {
            how.accept(row);
            row.updated = asker.desk().hub().now();
        });
    }

    private static Node state(Asker asker, String id, String state, String reason) throws IOException {
        Issue issue = issue(asker, id);
        asker.desk().issues().needEdit(repo(asker, issue), issue, asker.me());
        return node(asker.desk().issues().setState(issue, state, reason, asker.me()));
    }

    private static Node addComment(Arguments input, Asker asker) throws IOException {
        Issue issue = issue(asker, input.need("subjectId"));
        Comment made = asker.desk().issues().comment(repo(asker, issue), issue, asker.me(), input.need("body"));
        return new Node("Edge", new Object[] { new Node("IssueComment", made), "" });
    }

    private static Node createPull(Arguments input, Asker asker) throws IOException {
        Repo repo = repo(asker, input.need("repositoryId"));
        String headRepo = input.text("headRepositoryId").map(id -> repo(asker, id).name).orElse(null);
        return node(asker.desk().pulls().open(repo, asker.me(), new Pulls.Wish(input.need("title"),
                input.text("body").orElse(null), input.need("headRefName"), headRepo, input.need("baseRefName"),
                input.truth("draft", false), input.truth("maintainerCanModify", true))));
    }

    private static Node draft(Arguments input, Asker asker, boolean draft) throws IOException {
        Issue issue = issue(asker, input.need("pullRequestId"));
        return node(asker.desk().pulls().setDraft(repo(asker, issue), issue, draft, asker.me()));
    }

    private static Node review(Arguments input, Asker asker) throws IOException {
        Issue issue = issue(asker, input.need("pullRequestId"));
        return new Node("PullRequestReview", asker.desk().reviews().add(repo(asker, issue), issue, asker.me(),
                input.text("event").orElse("PENDING"), input.text("body").orElse(null), List.<Reviews.Note>of()));
    }

    private static Node requestReviews(Arguments input, Asker asker) throws IOException {
        Issue issue = issue(asker, input.need("pullRequestId"));
        asker.desk().hub().needPush(repo(asker, issue), asker.me());
        List<String> people = logins(asker.desk().hub(), input.texts("userIds").orElse(List.of()));
        return node(changed(asker, issue, row -> row.pull.reviewers = new ArrayList<>(people)));
    }

    private static Node merge(Arguments input, Asker asker) throws IOException {
        Issue issue = issue(asker, input.need("pullRequestId"));
        asker.desk().merges().merge(repo(asker, issue), issue, asker.me(), new Merges.Wish(
                input.text("mergeMethod").orElse("MERGE").toLowerCase(Locale.ROOT),
                input.text("commitHeadline").orElse(null), input.text("commitBody").orElse(null),
                input.text("expectedHeadOid").orElse(null)));
        return node(issue(asker, input.need("pullRequestId")));
    }

    private static Node labels(Arguments input, Asker asker, boolean add) throws IOException {
        Issue issue = issue(asker, input.need("labelableId"));
        Repo repo = repo(asker, issue);
        if (!asker.desk().hub().rights(repo, asker.me()).mayTriage()) {
            throw Problem.forbidden(asker.me() + " does not have the correct permissions to execute `AddLabelsToLabelable`");
        }
        List<String> names = labelNames(repo, input.texts("labelIds").orElse(List.of()));
        return node(changed(asker, issue, row -> {
            row.labels.removeAll(names);
            row.labels.addAll(add ? names : List.of());
        }));
    }

    private static Node assign(Arguments input, Asker asker, boolean add) throws IOException {
        Issue issue = issue(asker, input.need("assignableId"));
        Repo repo = repo(asker, issue);
        List<String> people = asker.desk().hub().rights(repo, asker.me()).mayTriage()
                ? logins(asker.desk().hub(), input.texts("assigneeIds").orElse(List.of())) : List.of();
        return node(changed(asker, issue, row -> {
            row.assignees.removeAll(people);
            people.stream().filter(login -> add && asker.desk().issues().assignable(repo, issue, login))
                    .forEach(row.assignees::add);
        }));
    }
}
