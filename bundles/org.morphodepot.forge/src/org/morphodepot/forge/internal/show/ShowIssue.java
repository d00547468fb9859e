package org.morphodepot.forge.internal.show;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Links;
import org.morphodepot.forge.internal.hub.Hub;
import org.morphodepot.forge.internal.hub.Issues;
import org.morphodepot.forge.internal.hub.Pulls;
import org.morphodepot.forge.internal.hub.Reviews;
import org.morphodepot.forge.internal.git.GitView;
import org.morphodepot.forge.internal.state.Comment;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Pull;
import org.morphodepot.forge.internal.state.Repo;
import org.morphodepot.forge.internal.state.Review;
import org.morphodepot.forge.internal.state.ReviewComment;

/** Issues, pull requests, comments and reviews as documents. */
public final class ShowIssue {

    private final Show show;
    private final Hub hub;
    private final Links links;
    private final Issues issues;

    public ShowIssue(Show show) {
        this.show = show;
        hub = show.hub();
        links = show.links();
        issues = new Issues(hub);
    }

    public String page(Repo repo, Issue issue) {
        return links.page(repo.fullName()) + (issue.pull == null ? "/issues/" : "/pull/") + issue.number;
    }

    /** An issue, or a pull request seen as one. */
    public Doc issue(Repo repo, Issue issue) {
        String url = links.repo(repo.fullName()) + "/issues/" + issue.number;
        Doc doc = common(repo, issue, url).put("repository_url", links.repo(repo.fullName()))
                .put("labels_url", url + "/labels{/name}").put("events_url", url + "/events")
                .put("timeline_url", url + "/timeline").put("comments", issues.comments(issue).size())
                .put("state_reason", issue.stateReason).put("performed_via_github_app", null)
                .put("closed_by", issue.closedBy == null ? null : show.person(issue.closedBy));
        if (issue.pull != null) {
            String pull = links.repo(repo.fullName()) + "/pulls/" + issue.number;
            String page = page(repo, issue);
            doc.put("draft", issue.pull.draft).put("pull_request", Doc.with("url", pull).put("html_url", page)
                    .put("diff_url", page + ".diff").put("patch_url", page + ".patch").put("merged_at", issue.pull.merged));
        }
        return doc;
    }

    private Doc common(Repo repo, Issue issue, String url) {
        List<Doc> assignees = issue.assignees.stream().map(show::person).toList();
        boolean pull = issue.pull != null;
        return Doc.with("url", url).put("id", issue.id).put("node_id", Ids.of(pull ? Ids.PULL : Ids.ISSUE, issue.id))
                .put("html_url", page(repo, issue)).put("comments_url", links.repo(repo.fullName()) + "/issues/" + issue.number
                        + "/comments").put("number", issue.number).put("title", issue.title).put("state", issue.state)
                .put("locked", issue.locked).put("active_lock_reason", null).put("user", show.person(issue.author))
                .put("body", issue.body).put("labels", show.labels(repo, issue)).put("assignees", assignees)
                .put("assignee", assignees.isEmpty() ? null : assignees.getFirst())
                .put("milestone", issues.milestone(issue).map(one -> show.milestone(repo, one)).orElse(null))
                .put("author_association", show.association(repo, issue.author)).put("created_at", issue.created)
                .put("updated_at", issue.updated).put("closed_at", issue.closed);
    }

    /** A pull request as lists show it. */
    public Doc pull(Repo repo, Issue issue) {
        String url = links.repo(repo.fullName()) + "/pulls/" + issue.number;
        Pull pull = issue.pull;
        String page = page(repo, issue);
        Doc doc = common(repo, issue, url).put("issue_url", links.repo(repo.fullName()) + "/issues/" + issue.number)
                .put("diff_url", page + ".diff").put("patch_url", page + ".patch").put("commits_url", url + "/commits")
                .put("review_comments_url", url + "/comments")
                .put("review_comment_url", links.repo(repo.fullName()) + "/pulls/comments{/number}")
                .put("statuses_url", links.repo(repo.fullName()) + "/statuses/" + pull.headSha).put("draft", pull.draft)
                .put("merged_at", pull.merged).put("merge_commit_sha", pull.mergeCommit)
                .put("requested_reviewers", pull.reviewers.stream().map(show::person).toList())
                .put("requested_teams", List.of()).put("auto_merge", null);
        Optional<Repo> from = hub.repo(pull.headRepo);
        doc.put("head", side(pull.headOwner, pull.headBranch, pull.headSha, from.orElse(null)))
                .put("base", side(repo.owner, pull.baseBranch, pull.baseSha, repo));
        Doc own = Doc.with("self", href(url)).put("html", href(page)).put("issue", href(links.repo(repo.fullName()) + "/issues/"
                + issue.number)).put("comments", href(links.repo(repo.fullName()) + "/issues/" + issue.number + "/comments"))
                .put("review_comments", href(url + "/comments")).put("commits", href(url + "/commits"))
                .put("review_comment", href(links.repo(repo.fullName()) + "/pulls/comments{/number}"))
                .put("statuses", href(links.repo(repo.fullName()) + "/statuses/" + pull.headSha));
        return doc.put("_links", own);
    }

    private static Doc href(String to) {
        return Doc.with("href", to);
    }

    private Doc side(String owner, String branch, String sha, Repo repo) {
        return Doc.with("label", owner + ":" + branch).put("ref", branch).put("sha", sha).put("user", show.person(owner))
                .put("repo", repo == null ? null : show.repo(repo));
    }

    /** A pull request by itself: with what takes GitHub a while to find out. */
    public Doc wholePull(Repo repo, Issue issue, Pulls pulls) throws IOException {
        Optional<Boolean> mergeable = pulls.mergeable(issue);
        List<GitView.Difference> files = pulls.files(issue);
        String state = mergeable.isEmpty() ? "unknown" : !mergeable.get() ? "dirty" : issue.pull.draft ? "draft" : "clean";
        return pull(repo, issue).put("merged", issue.pull.merged != null).put("mergeable", mergeable.orElse(null))
                .put("rebaseable", mergeable.orElse(null)).put("mergeable_state", state)
                .put("merged_by", issue.pull.mergedBy == null ? null : show.person(issue.pull.mergedBy))
                .put("comments", issues.comments(issue).size())
                .put("review_comments", new Reviews(hub).comments(issue).size())
                .put("maintainer_can_modify", issue.pull.maintainerCanModify).put("commits", pulls.commits(issue).size())
                .put("additions", files.stream().mapToInt(GitView.Difference::additions).sum())
                .put("deletions", files.stream().mapToInt(GitView.Difference::deletions).sum())
                .put("changed_files", files.size());
    }

    public Doc comment(Repo repo, Comment comment) {
        String issue = links.repo(repo.fullName()) + "/issues/" + comment.issue;
        return Doc.with("id", comment.id).put("node_id", Ids.of(Ids.COMMENT, comment.id))
                .put("url", links.repo(repo.fullName()) + "/issues/comments/" + comment.id)
                .put("html_url", commentPage(repo, comment)).put("body", comment.body)
                .put("user", show.person(comment.author)).put("created_at", comment.created)
                .put("updated_at", comment.updated).put("issue_url", issue)
                .put("author_association", show.association(repo, comment.author)).put("performed_via_github_app", null);
    }

    public String commentPage(Repo repo, Comment comment) {
        return page(repo, hub.issue(repo, comment.issue)) + "#issuecomment-" + comment.id;
    }

    public String reviewPage(Repo repo, Review review) {
        return links.page(repo.fullName()) + "/pull/" + review.pull + "#pullrequestreview-" + review.id;
    }

    public Doc review(Repo repo, Review review) {
        String pull = links.repo(repo.fullName()) + "/pulls/" + review.pull;
        String page = reviewPage(repo, review);
        Doc doc = Doc.with("id", review.id).put("node_id", Ids.of(Ids.REVIEW, review.id))
                .put("user", show.person(review.author)).put("body", review.body).put("state", review.state)
                .put("html_url", page).put("pull_request_url", pull).put("commit_id", review.commit)
                .put("author_association", show.association(repo, review.author))
                .put("_links", Doc.with("html", href(page)).put("pull_request", href(pull)));
        return review.submitted == null ? doc : doc.put("submitted_at", review.submitted);
    }

    public Doc reviewComment(Repo repo, ReviewComment comment) {
        String url = links.repo(repo.fullName()) + "/pulls/comments/" + comment.id;
        String pull = links.repo(repo.fullName()) + "/pulls/" + comment.pull;
        String page = links.page(repo.fullName()) + "/pull/" + comment.pull + "#discussion_r" + comment.id;
        Doc doc = Doc.with("url", url).put("pull_request_review_id", comment.review == 0 ? null : comment.review)
                .put("id", comment.id).put("node_id", Ids.of(Ids.REVIEW_COMMENT, comment.id)).put("diff_hunk", "")
                .put("path", comment.path).put("commit_id", comment.commit).put("original_commit_id", comment.commit)
                .put("user", show.person(comment.author)).put("body", comment.body).put("created_at", comment.created)
                .put("updated_at", comment.updated).put("html_url", page).put("pull_request_url", pull)
                .put("author_association", show.association(repo, comment.author))
                .put("_links", Doc.with("self", href(url)).put("html", href(page)).put("pull_request", href(pull)))
                .put("line", comment.line).put("original_line", comment.line).put("side", comment.side)
                .put("subject_type", comment.line == null ? "file" : "line");
        return comment.inReplyTo == 0 ? doc : doc.put("in_reply_to_id", comment.inReplyTo);
    }
}
