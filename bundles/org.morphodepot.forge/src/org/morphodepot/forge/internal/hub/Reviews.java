package org.morphodepot.forge.internal.hub;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Repo;
import org.morphodepot.forge.internal.state.Review;
import org.morphodepot.forge.internal.state.ReviewComment;

/** Reviews of pull requests and their comments on files. */
public final class Reviews {

    private static final Map<String, String> STATES = Map.of("APPROVE", "APPROVED", "REQUEST_CHANGES", "CHANGES_REQUESTED",
            "COMMENT", "COMMENTED", "PENDING", "PENDING");

    private final Hub hub;

    public Reviews(Hub hub) {
        this.hub = hub;
    }

    /** A comment on a line of a file; the line may be null for the file as a whole. */
    public record Note(String path, Integer line, String side, String body) {
    }

    public Review add(Repo repo, Issue issue, String author, String event, String body, List<Note> notes) throws IOException {
        String state = STATES.get(event);
        if (state == null) {
            throw Problem.invalid("PullRequestReview", "event", "invalid");
        }
        boolean own = issue.author.equalsIgnoreCase(author);
        if (own && state.equals("APPROVED")) {
            throw new Problem(422, "Can not approve your own pull request");
        }
        if (own && state.equals("CHANGES_REQUESTED")) {
            throw new Problem(422, "Can not request changes on your own pull request");
        }
        boolean empty = body == null || body.isBlank();
        if (empty && (state.equals("CHANGES_REQUESTED") || state.equals("COMMENTED") && notes.isEmpty())) {
            throw new Problem(422, "You need to leave a comment indicating the requested changes.");
        }
        return store(repo, issue, author, state, body, notes);
    }

    private Review store(Repo repo, Issue issue, String author, String state, String body, List<Note> notes)
            throws IOException {
        return hub.change(change -> {
            Review review = new Review();
            review.id = change.nextId();
            review.repo = repo.id;
            review.pull = issue.number;
            review.author = author;
            review.state = state;
            review.body = body == null ? "" : body;
            review.commit = issue.pull.headSha;
            review.submitted = state.equals("PENDING") ? null : hub.now();
            change.put(review);
            for (Note note : notes) {
                comment(repo, issue, author, review.id, 0, note);
            }
            hub.update(issue, row -> {
                row.updated = hub.now();
                row.pull.reviewers.removeIf(author::equalsIgnoreCase);
            });
            return review;
        });
    }

    public ReviewComment comment(Repo repo, Issue issue, String author, long review, long inReplyTo, Note note)
            throws IOException {
        if (note.body() == null || note.body().isBlank()) {
            throw Problem.invalid("PullRequestReviewComment", "body", "missing_field");
        }
        return hub.change(change -> {
            ReviewComment comment = new ReviewComment();
            comment.id = change.nextId();
            comment.repo = repo.id;
            comment.pull = issue.number;
            comment.review = review;
            comment.inReplyTo = inReplyTo;
            comment.author = author;
            comment.body = note.body();
            comment.path = note.path();
            comment.line = note.line();
            comment.side = note.side() == null ? "RIGHT" : note.side();
            comment.commit = issue.pull.headSha;
            comment.created = hub.now();
            comment.updated = comment.created;
            change.put(comment);
            return comment;
        });
    }

    public List<Review> of(Issue issue) {
        return hub.store().of(Review.class, issue.repo, issue.number);
    }

    public List<ReviewComment> comments(Issue issue) {
        return hub.store().of(ReviewComment.class, issue.repo, issue.number);
    }

    /** What the reviews together say: APPROVED, CHANGES_REQUESTED, or null when nothing was decided. */
    public String decision(Issue issue) {
        Map<String, String> last = new HashMap<>();
        of(issue).stream().filter(review -> List.of("APPROVED", "CHANGES_REQUESTED", "DISMISSED").contains(review.state))
                .forEach(review -> last.put(review.author, review.state));
        if (last.containsValue("CHANGES_REQUESTED")) {
            return "CHANGES_REQUESTED";
        }
        return last.containsValue("APPROVED") ? "APPROVED" : null;
    }
}
