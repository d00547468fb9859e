package org.morphodepot.github.internal.json;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Person;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.PullRequest.Head;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Review;
import org.morphodepot.github.Review.Verdict;
import org.morphodepot.github.ReviewComment;

/** Reads pull requests and reviews. */
public final class PullJson {

    private PullJson() {
    }

    public static PullRequest pull(RepoName repo, Fields f) throws GitHubException {
        boolean merged = f.flag("merged", false) || f.findTime("merged_at").isPresent();
        return new PullRequest(repo, f.neededNumber("number"), f.text("node_id"), f.text("title"), f.text("body"),
                !f.text("state").equalsIgnoreCase("closed"), f.flag("draft", false), merged, PersonJson.in(f, "user"),
                head(f.child("head")), f.child("base").text("ref"), f.findFlag("mergeable"),
                f.list("labels", IssueJson::label), f.list("assignees", PersonJson::person),
                f.list("requested_reviewers", PersonJson::person), List.of(), f.time("created_at"), f.time("updated_at"),
                f.findTime("merged_at"), f.text("html_url"), f.child("base").child("repo").texts("topics"), List.of());
    }

    private static Head head(Fields head) {
        Optional<RepoName> repo = RepoName.parse(head.child("repo").text("full_name"));
        String label = head.text("label");
        String owner = head.child("user").text("login");
        String fromLabel = label.contains(":") ? label.substring(0, label.indexOf(':')) : Person.GHOST.login();
        return new Head(repo, owner.isEmpty() ? fromLabel : owner, head.text("ref"), head.text("sha"));
    }

    /** From GraphQL, in the words of {@code org.morphodepot.github.client.PullQuestions}. */
    public static PullRequest node(Fields f) throws GitHubException {
        Fields base = f.child("repository");
        String state = f.text("state");
        Optional<RepoName> headRepo = RepoName.parse(f.child("headRepository").text("nameWithOwner"));
        String headOwner = PersonJson.in(f, "headRepositoryOwner").login();
        return new PullRequest(RepoName.of(base.neededText("nameWithOwner")), f.neededNumber("number"), f.text("id"),
                f.text("title"), f.text("body"), state.equals("OPEN"), f.flag("isDraft", false), state.equals("MERGED"),
                PersonJson.in(f, "author"), new Head(headRepo, headOwner, f.text("headRefName"), f.text("headRefOid")),
                f.text("baseRefName"), Optional.empty(), List.of(), List.of(), List.of(), closes(f), f.time("createdAt"),
                f.time("updatedAt"), f.findTime("mergedAt"), f.text("url"), topics(base), opinions(f));
    }

    private static List<Integer> closes(Fields f) {
        return f.child("closingIssuesReferences").details("nodes").stream().map(n -> n.smallNumber("number")).toList();
    }

    private static List<Review> opinions(Fields f) {
        return f.child("latestOpinionatedReviews").details("nodes").stream().map(n -> new Review(n.number("databaseId"),
                PersonJson.in(n, "author"), Verdict.of(n.text("state")), n.text("body"), n.child("commit").text("oid"),
                n.findTime("submittedAt"), n.text("url"))).toList();
    }

    private static List<String> topics(Fields repository) {
        return repository.child("repositoryTopics").details("nodes").stream()
                .map(n -> n.child("topic").text("name")).toList();
    }

    public static Review review(Fields f) {
        return new Review(f.number("id"), PersonJson.in(f, "user"), Verdict.of(f.text("state")), f.text("body"),
                f.text("commit_id"), f.findTime("submitted_at"), f.text("html_url"));
    }

    public static ReviewComment reviewComment(Fields f) {
        return new ReviewComment(f.number("id"), PersonJson.in(f, "user"), f.text("path"), line(f), f.text("body"),
                id(f, "pull_request_review_id"), id(f, "in_reply_to_id"), f.time("created_at"), f.text("html_url"));
    }

    private static OptionalInt line(Fields f) {
        int line = f.smallNumber("line");
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }

    private static OptionalLong id(Fields f, String name) {
        long id = f.number(name);
        return id > 0 ? OptionalLong.of(id) : OptionalLong.empty();
    }
}
