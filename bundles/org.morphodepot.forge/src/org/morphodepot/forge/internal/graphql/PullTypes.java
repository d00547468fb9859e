package org.morphodepot.forge.internal.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.morphodepot.forge.internal.git.GitView;
import org.morphodepot.forge.internal.hub.Closing;
import org.morphodepot.forge.internal.show.Ids;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Review;
import org.morphodepot.forge.internal.state.ReviewComment;

/** Pull requests and reviews. */
final class PullTypes {

    private static final Set<String> OPINIONS = Set.of("APPROVED", "CHANGES_REQUESTED", "DISMISSED");

    void add(Schema schema) {
        Schema.Type<Issue> pull = schema.type("PullRequest", Issue.class).is("Node", "Assignable", "Labelable", "Comment",
                "Closable");
        IssueTypes.common(pull);
        state(pull);
        sides(pull);
        content(pull);
        schema.type("ReviewRequest", Node.class).with("requestedReviewer", (one, _, _) -> one);
        schema.type("PullRequestChangedFile", GitView.Difference.class).with("path", (one, _, _) -> one.path())
                .with("additions", (one, _, _) -> one.additions()).with("deletions", (one, _, _) -> one.deletions())
                .with("changeType", (one, _, _) -> one.status().toUpperCase(Locale.ROOT));
        schema.type("PullRequestCommit", RevCommit.class).with("commit", (one, _, _) -> new Node("Commit", one));
        reviews(schema);
    }

    private static void state(Schema.Type<Issue> type) {
        type.with("id", (one, _, _) -> Ids.of(Ids.PULL, one.id)).with("state", (one, _, _) -> state(one))
                .with("isDraft", (one, _, _) -> one.pull.draft).with("merged", (one, _, _) -> one.pull.merged != null)
                .with("mergedAt", (one, _, _) -> one.pull.merged)
                .with("mergedBy", (one, _, asker) -> Queries.actor(asker, one.pull.mergedBy))
                .with("mergeCommit", (one, _, asker) -> one.pull.mergeCommit == null ? null : RepositoryTypes.commit(asker,
                        IssueTypes.repo(asker, one.repo), ObjectId.fromString(one.pull.mergeCommit)))
                .with("mergeable", (one, _, asker) -> asker.desk().pulls().mergeable(one)
                        .map(can -> can ? "MERGEABLE" : "CONFLICTING").orElse("UNKNOWN"))
                .with("mergeStateStatus", (one, _, asker) -> asker.desk().pulls().mergeable(one)
                        .map(can -> !can ? "DIRTY" : one.pull.draft ? "DRAFT" : "CLEAN").orElse("UNKNOWN"))
                .with("maintainerCanModify", (one, _, _) -> one.pull.maintainerCanModify)
                .with("reviewDecision", (one, _, asker) -> asker.desk().reviews().decision(one))
                .constant(null, "autoMergeRequest", "potentialMergeCommit", "mergeQueueEntry")
                .constant(false, "isInMergeQueue", "isMergeQueueEnabled", "viewerCanEnableAutoMerge");
    }

    static String state(Issue one) {
        return one.isOpen() ? "OPEN" : one.pull.merged != null ? "MERGED" : "CLOSED";
    }

    private static void sides(Schema.Type<Issue> type) {
        type.with("baseRefName", (one, _, _) -> one.pull.baseBranch).with("headRefName", (one, _, _) -> one.pull.headBranch)
                .with("baseRefOid", (one, _, _) -> one.pull.baseSha).with("headRefOid", (one, _, _) -> one.pull.headSha)
                .with("isCrossRepository", (one, _, _) -> one.pull.headRepo != one.repo)
                .with("headRepository", (one, _, asker) -> asker.desk().hub().repo(one.pull.headRepo)
                        .map(RepositoryTypes::node).orElse(null))
                .with("baseRepository", (one, _, asker) -> RepositoryTypes.node(IssueTypes.repo(asker, one.repo)))
                .with("headRepositoryOwner", (one, _, asker) -> Queries.actor(asker, one.pull.headOwner))
                .with("headRef", (one, _, asker) -> {
                    var repo = asker.desk().hub().repo(one.pull.headRepo);
                    return repo.isEmpty() ? null : RepositoryTypes.branch(asker.desk().hub(), repo.get(), one.pull.headBranch);
                })
                .with("baseRef", (one, _, asker) -> RepositoryTypes.branch(asker.desk().hub(), IssueTypes.repo(asker, one.repo),
                        one.pull.baseBranch));
    }

    private static void content(Schema.Type<Issue> type) {
        type.with("commits", (one, arguments, asker) -> Connection.of("PullRequestCommit", asker.desk().pulls().commits(one),
                        arguments))
                .with("files", (one, arguments, asker) -> Connection.of("PullRequestChangedFile", asker.desk().pulls().files(one),
                        arguments))
                .with("changedFiles", (one, _, asker) -> asker.desk().pulls().files(one).size())
                .with("additions", (one, _, asker) -> asker.desk().pulls().files(one).stream()
                        .mapToInt(GitView.Difference::additions).sum())
                .with("deletions", (one, _, asker) -> asker.desk().pulls().files(one).stream()
                        .mapToInt(GitView.Difference::deletions).sum())
                .with("closingIssuesReferences", (one, arguments, asker) -> Connection.of("Issue",
                        new Closing(asker.desk().hub()).issues(IssueTypes.repo(asker, one.repo), one), arguments))
                .with("reviews", (one, arguments, asker) -> Connection.of("PullRequestReview", shown(one, asker), arguments))
                .with("latestReviews", (one, arguments, asker) -> Connection.of("PullRequestReview", latest(shown(one, asker)),
                        arguments))
                .with("latestOpinionatedReviews", (one, arguments, asker) -> Connection.of("PullRequestReview",
                        latest(shown(one, asker).stream().filter(review -> OPINIONS.contains(review.state)).toList()), arguments))
                .with("reviewRequests", (one, arguments, asker) -> Connection.of("ReviewRequest", one.pull.reviewers.stream()
                        .map(login -> new Node("ReviewRequest", Queries.actor(asker, login))).toList(), arguments))
                .with("reviewThreads", (_, arguments, _) -> Connection.of("PullRequestReviewThread", List.of(), arguments));
    }

    private static List<Review> shown(Issue one, Asker asker) {
        return asker.desk().reviews().of(one).stream()
                .filter(review -> !review.state.equals("PENDING") || review.author.equals(asker.login())).toList();
    }

    private static List<Review> latest(List<Review> all) {
        Map<String, Review> last = new HashMap<>();
        all.forEach(review -> last.put(review.author, review));
        return new ArrayList<>(last.values());
    }

    private static void reviews(Schema schema) {
        schema.type("PullRequestReview", Review.class).is("Node", "Comment")
                .with("id", (one, _, _) -> Ids.of(Ids.REVIEW, one.id)).with("databaseId", (one, _, _) -> one.id)
                .with("author", (one, _, asker) -> Queries.actor(asker, one.author))
                .with("authorAssociation", (one, _, asker) -> asker.show()
                        .association(IssueTypes.repo(asker, one.repo), one.author))
                .with("body", (one, _, _) -> one.body).with("state", (one, _, _) -> one.state)
                .with("submittedAt", (one, _, _) -> one.submitted).with("createdAt", (one, _, _) -> one.submitted)
                .with("url", (one, _, asker) -> asker.showIssue().reviewPage(IssueTypes.repo(asker, one.repo), one))
                .with("commit", (one, _, asker) -> RepositoryTypes.commit(asker, IssueTypes.repo(asker, one.repo),
                        ObjectId.fromString(one.commit)))
                .with("comments", (one, arguments, asker) -> Connection.of("PullRequestReviewComment",
                        asker.desk().hub().store().of(ReviewComment.class, one.repo, one.pull).stream()
                                .filter(comment -> comment.review == one.id).toList(), arguments))
                .constant(List.of(), "reactionGroups");
        schema.type("PullRequestReviewComment", ReviewComment.class).is("Node", "Comment")
                .with("id", (one, _, _) -> Ids.of(Ids.REVIEW_COMMENT, one.id)).with("databaseId", (one, _, _) -> one.id)
                .with("author", (one, _, asker) -> Queries.actor(asker, one.author)).with("body", (one, _, _) -> one.body)
                .with("path", (one, _, _) -> one.path).with("line", (one, _, _) -> one.line)
                .with("createdAt", (one, _, _) -> one.created);
    }

    /** By states, branches and labels; in the order that is asked for. */
    static List<Issue> filtered(List<Issue> all, Arguments arguments) {
        List<String> states = arguments.texts("states").orElse(List.of());
        List<String> labels = arguments.texts("labels").orElse(List.of());
        Optional<String> head = arguments.text("headRefName");
        Optional<String> base = arguments.text("baseRefName");
        List<Issue> found = new ArrayList<>(all);
        found.removeIf(one -> !states.isEmpty() && !states.contains(state(one))
                || head.isPresent() && !one.pull.headBranch.equals(head.get())
                || base.isPresent() && !one.pull.baseBranch.equals(base.get())
                || !labels.isEmpty() && one.labels.stream().noneMatch(labels::contains));
        IssueTypes.order(found, arguments);
        return found;
    }
}
