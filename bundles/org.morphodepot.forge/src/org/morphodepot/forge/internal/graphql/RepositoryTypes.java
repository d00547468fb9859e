package org.morphodepot.forge.internal.graphql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.morphodepot.forge.internal.git.GitView;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.hub.Hub;
import org.morphodepot.forge.internal.hub.Rights;
import org.morphodepot.forge.internal.show.Ids;
import org.morphodepot.forge.internal.show.ShowCommit;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Label;
import org.morphodepot.forge.internal.state.Milestone;
import org.morphodepot.forge.internal.state.Release;
import org.morphodepot.forge.internal.state.Repo;

/** Repositories, their branches, commits, labels and milestones. */
final class RepositoryTypes {

    /** A branch of a repository. */
    record Branch(Repo repo, String name, ObjectId head) {
    }

    void add(Schema schema) {
        Schema.Type<Repo> repo = schema.type("Repository", Repo.class).is("Node");
        plain(repo);
        linked(repo);
        refs(schema);
        schema.type("Topic", String.class).with("name", (name, _, _) -> name);
        schema.type("RepositoryTopic", String.class).with("topic", (name, _, _) -> new Node("Topic", name));
        schema.type("Label", Label.class).is("Node").with("id", (label, _, _) -> Ids.of(Ids.LABEL, label.id()))
                .with("name", (label, _, _) -> label.name()).with("color", (label, _, _) -> label.color())
                .with("description", (label, _, _) -> label.description());
        schema.type("Milestone", Milestone.class).is("Node").with("id", (one, _, _) -> Ids.of(Ids.MILESTONE, one.id))
                .with("number", (one, _, _) -> one.number).with("title", (one, _, _) -> one.title)
                .with("description", (one, _, _) -> one.description).with("dueOn", (one, _, _) -> one.dueOn)
                .with("state", (one, _, _) -> one.state.toUpperCase(Locale.ROOT));
        schema.type("Release", Release.class).with("databaseId", (one, _, _) -> one.id)
                .with("id", (one, _, _) -> Ids.of(Ids.RELEASE, one.id)).with("description", (one, _, _) -> one.body)
                .with("name", (one, _, _) -> one.name).with("tagName", (one, _, _) -> one.tag)
                .with("isDraft", (one, _, _) -> one.draft).with("isLatest", (_, _, _) -> true)
                .with("isPrerelease", (one, _, _) -> one.prerelease).with("publishedAt", (one, _, _) -> one.published)
                .with("createdAt", (one, _, _) -> one.created);
    }

    private static void plain(Schema.Type<Repo> type) {
        type.with("id", (repo, _, _) -> Ids.of(Ids.REPO, repo.id)).with("databaseId", (repo, _, _) -> repo.id)
                .with("name", (repo, _, _) -> repo.name).with("nameWithOwner", (repo, _, _) -> repo.fullName())
                .with("description", (repo, _, _) -> repo.description).with("homepageUrl", (repo, _, _) -> repo.homepage)
                .with("isPrivate", (repo, _, _) -> repo.isPrivate).with("isFork", (repo, _, _) -> repo.isFork())
                .with("isArchived", (repo, _, _) -> repo.archived)
                .with("isInOrganization", (repo, _, asker) -> asker.desk().hub().somebody(repo.owner).organisation)
                .with("visibility", (repo, _, _) -> repo.isPrivate ? "PRIVATE" : "PUBLIC")
                .with("hasIssuesEnabled", (repo, _, _) -> repo.hasIssues)
                .with("hasWikiEnabled", (repo, _, _) -> repo.hasWiki)
                .with("hasProjectsEnabled", (repo, _, _) -> repo.hasProjects)
                .with("hasDiscussionsEnabled", (repo, _, _) -> repo.hasDiscussions)
                .with("url", (repo, _, asker) -> asker.links().page(repo.fullName()))
                .with("sshUrl", (repo, _, asker) -> asker.links().page(repo.fullName()) + ".git")
                .with("createdAt", (repo, _, _) -> repo.created).with("updatedAt", (repo, _, _) -> repo.updated)
                .with("pushedAt", (repo, _, _) -> repo.pushed)
                .with("forkCount", (repo, _, asker) -> asker.desk().hub().forks(repo).size())
                .constant(false, "isEmpty", "isMirror", "isTemplate", "isLocked", "isBlankIssuesEnabled", "rebaseMergeAllowed",
                        "autoMergeAllowed", "deleteBranchOnMerge", "viewerHasStarred", "isSecurityPolicyEnabled")
                .constant(true, "mergeCommitAllowed", "squashMergeAllowed")
                .with("viewerCanAdminister", (repo, _, asker) -> asker.rights(repo).mayAdminister())
                .constant(0, "stargazerCount", "diskUsage")
                .constant(null, "primaryLanguage", "licenseInfo", "mirrorUrl", "templateRepository")
                .constant(List.of(), "issueTemplates", "pullRequestTemplates")
                .with("viewerPermission", (repo, _, asker) -> {
                    Rights rights = asker.rights(repo);
                    return rights == Rights.NONE ? null : rights.name();
                });
    }

    private static void linked(Schema.Type<Repo> type) {
        type.with("owner", (repo, _, asker) -> Queries.actor(asker, repo.owner))
                .with("parent", (repo, _, asker) -> asker.desk().hub().repo(repo.parent).map(RepositoryTypes::node).orElse(null))
                .with("forks", (repo, arguments, asker) -> Connection.of("Repository", asker.desk().hub().forks(repo), arguments))
                .with("defaultBranchRef", (repo, _, asker) -> branch(asker.desk().hub(), repo, repo.defaultBranch))
                .with("ref", (repo, arguments, asker) -> branch(asker.desk().hub(), repo,
                        arguments.need("qualifiedName").replaceFirst("^refs/heads/", "")))
                .with("labels", (repo, arguments, _) -> Connection.of("Label", repo.labels, arguments))
                .with("milestones", (repo, arguments, asker) -> Connection.of("Milestone",
                        asker.desk().hub().store().of(Milestone.class, repo.id), arguments))
                .with("releases", (repo, arguments, asker) -> Connection.of("Release",
                        asker.desk().hub().store().of(Release.class, repo.id).reversed(), arguments))
                .with("release", (repo, arguments, asker) -> asker.desk().hub().store().of(Release.class, repo.id).stream()
                        .filter(one -> !one.draft && one.tag.equals(arguments.need("tagName"))).findFirst()
                        .map(one -> new Node("Release", one)).orElse(null))
                .with("repositoryTopics", (repo, arguments, _) -> Connection.of("RepositoryTopic", repo.topics, arguments))
                .with("assignableUsers", (repo, arguments, asker) -> Connection.of("User", people(asker, repo), arguments))
                .with("collaborators", (repo, arguments, asker) -> Connection.of("User", people(asker, repo), arguments))
                .with("mentionableUsers", (repo, arguments, asker) -> Connection.of("User", people(asker, repo), arguments))
                .with("issues", (repo, arguments, asker) -> Connection.of("Issue",
                        IssueTypes.filtered(asker.desk().hub().issues(repo).stream().filter(one -> one.pull == null).toList(),
                                arguments), arguments))
                .with("pullRequests", (repo, arguments, asker) -> Connection.of("PullRequest",
                        PullTypes.filtered(asker.desk().hub().issues(repo).stream().filter(one -> one.pull != null).toList(),
                                arguments), arguments))
                .with("issue", (repo, arguments, asker) -> one(asker, repo, arguments, "Issue"))
                .with("pullRequest", (repo, arguments, asker) -> one(asker, repo, arguments, "PullRequest"))
                .with("issueOrPullRequest", (repo, arguments, asker) -> one(asker, repo, arguments, "issue or pull request"))
                .with("projects", (_, arguments, _) -> Connection.of("Project", List.of(), arguments))
                .with("projectsV2", (_, arguments, _) -> Connection.of("ProjectV2", List.of(), arguments))
                .with("pinnedIssues", (repo, arguments, asker) -> Connection.of("Issue",
                        asker.desk().hub().issues(repo).stream().filter(one -> one.pinned).toList(), arguments));
    }

    static Node node(Repo repo) {
        return new Node("Repository", repo);
    }

    private static List<Object> people(Asker asker, Repo repo) {
        List<Object> people = new ArrayList<>();
        asker.desk().hub().people(repo).forEach(login -> asker.desk().hub().person(login).ifPresent(people::add));
        return people;
    }

    private static Node one(Asker asker, Repo repo, Arguments arguments, String kind) {
        int number = arguments.number("number", 0);
        Optional<Issue> found = asker.desk().hub().store().get(Issue.class, repo.id, number);
        String type = found.map(issue -> issue.pull == null ? "Issue" : "PullRequest").orElse("");
        if (found.isEmpty() || kind.length() < 12 && !kind.equals(type)) {
            throw new Problem(404, "Could not resolve to an " + kind + " with the number of " + number + ".");
        }
        return new Node(type, found.get());
    }

    static Node branch(Hub hub, Repo repo, String name) throws IOException {
        try (GitView view = hub.open(repo)) {
            return view.branch(name).map(head -> new Node("Ref", new Branch(repo, name, head))).orElse(null);
        }
    }

    private static void refs(Schema schema) {
        schema.type("Ref", Branch.class).is("Node").with("name", (ref, _, _) -> ref.name())
                .with("id", (ref, _, _) -> "REF_" + ref.repo().id + "_" + ref.name()).with("prefix", (_, _, _) -> "refs/heads/")
                .with("target", (ref, _, asker) -> commit(asker, ref.repo(), ref.head()))
                .with("branchProtectionRule", (_, _, _) -> null);
        schema.type("Commit", RevCommit.class).is("GitObject", "Node").with("oid", (commit, _, _) -> commit.name())
                .with("id", (commit, _, _) -> "C_" + commit.name())
                .with("abbreviatedOid", (commit, _, _) -> commit.abbreviate(7).name())
                .with("message", (commit, _, _) -> commit.getFullMessage())
                .with("messageHeadline", (commit, _, _) -> commit.getShortMessage())
                .with("messageBody", (commit, _, _) -> body(commit.getFullMessage()))
                .with("committedDate", (commit, _, _) -> commit.getCommitterIdent().getWhenAsInstant().toString())
                .with("authoredDate", (commit, _, _) -> commit.getAuthorIdent().getWhenAsInstant().toString())
                .with("author", (commit, _, _) -> new Node("GitActor", commit.getAuthorIdent()))
                .with("authors", (commit, arguments, _) -> Connection.of("GitActor", List.of(commit.getAuthorIdent()), arguments))
                .constant(null, "statusCheckRollup", "status");
        schema.type("GitActor", PersonIdent.class).with("name", (who, _, _) -> who.getName())
                .with("email", (who, _, _) -> who.getEmailAddress())
                .with("date", (who, _, _) -> who.getWhenAsInstant().toString())
                .with("user", (who, _, asker) -> new ShowCommit(asker.show()).byAddress(who)
                        .map(person -> new Node("User", person)).orElse(null));
    }

    private static String body(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? "" : message.substring(end).strip();
    }

    static Node commit(Asker asker, Repo repo, ObjectId id) throws IOException {
        try (GitView view = asker.desk().hub().open(repo)) {
            return new Node("Commit", view.commit(id));
        }
    }
}
