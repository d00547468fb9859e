package org.morphodepot.forge.internal.rest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Pages;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.http.Router;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.hub.Reviews;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Repo;
import org.morphodepot.forge.internal.state.Review;
import org.morphodepot.forge.internal.state.ReviewComment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Reviews of pull requests. */
final class ReviewRoutes extends Routes {

    ReviewRoutes(Desk desk) {
        super(desk);
    }

    void add(Router router) {
        String one = REPO + "/pulls/{number}";
        router.on("GET " + one + "/reviews", this::list)
                .on("POST " + one + "/reviews", this::create)
                .on("GET " + one + "/reviews/{id}", call -> Reply.ok(showIssue(call).review(repo(call), review(call))))
                .on("PUT " + one + "/reviews/{id}/dismissals", this::dismiss)
                .on("POST " + one + "/reviews/{id}/events", this::submit)
                .on("GET " + one + "/reviews/{id}/comments", this::commentsOfReview)
                .on("GET " + one + "/comments", this::comments)
                .on("POST " + one + "/comments", this::comment)
                .on("POST " + one + "/comments/{id}/replies", this::reply);
    }

    private Review review(Call call) {
        Repo repo = repo(call);
        return hub.store().get(Review.class, repo.id, call.number("number"), call.number("id"))
                .orElseThrow(Problem::notFound);
    }

    private Reply list(Call call) {
        Repo repo = repo(call);
        List<Review> shown = new ArrayList<>(desk.reviews().of(pull(call, repo)));
        shown.removeIf(review -> review.state.equals("PENDING") && !review.author.equalsIgnoreCase(call.login()));
        return Pages.of(call, shown, review -> showIssue(call).review(repo, review));
    }

    private Reply create(Call call) throws IOException {
        Repo repo = repo(call);
        List<Reviews.Note> notes = new ArrayList<>();
        if (call.json().get("comments") != null && call.json().get("comments").isJsonArray()) {
            for (JsonElement note : call.json().getAsJsonArray("comments")) {
                notes.add(note(note.getAsJsonObject()));
            }
        }
        Review made = desk.reviews().add(repo, pull(call, repo), call.me(), call.text("event").orElse("PENDING"),
                call.text("body").orElse(null), notes);
        return Reply.ok(showIssue(call).review(repo, made));
    }

    private static Reviews.Note note(JsonObject json) {
        return new Reviews.Note(text(json, "path"), json.has("line") && !json.get("line").isJsonNull()
                ? Integer.valueOf(json.get("line").getAsInt()) : null, text(json, "side"), text(json, "body"));
    }

    private static String text(JsonObject json, String key) {
        return json.has(key) && json.get(key).isJsonPrimitive() ? json.get(key).getAsString() : null;
    }

    private Reply submit(Call call) throws IOException {
        Repo repo = repo(call);
        Review review = review(call);
        if (!review.author.equalsIgnoreCase(call.me()) || !review.state.equals("PENDING")) {
            throw new Problem(422, "Could not submit the review.");
        }
        return hub.change(change -> {
            change.remove(review);
            Review made = desk.reviews().add(repo, pull(call, repo), call.me(), call.text("event").orElse(""),
                    call.text("body").orElse(review.body), List.of());
            for (ReviewComment comment : desk.reviews().comments(pull(call, repo))) {
                if (comment.review == review.id) {
                    hub.update(comment, row -> row.review = made.id);
                }
            }
            return Reply.ok(showIssue(call).review(repo, made));
        });
    }

    private Reply dismiss(Call call) throws IOException {
        Repo repo = pushable(call);
        return Reply.ok(showIssue(call).review(repo, hub.update(review(call), row -> row.state = "DISMISSED")));
    }

    private Reply comments(Call call) {
        Repo repo = repo(call);
        return Pages.of(call, desk.reviews().comments(pull(call, repo)), one -> showIssue(call).reviewComment(repo, one));
    }

    private Reply commentsOfReview(Call call) {
        Repo repo = repo(call);
        long review = review(call).id;
        List<ReviewComment> all = desk.reviews().comments(pull(call, repo)).stream().filter(one -> one.review == review).toList();
        return Pages.of(call, all, one -> showIssue(call).reviewComment(repo, one));
    }

    private Reply comment(Call call) throws IOException {
        Repo repo = repo(call);
        Issue issue = pull(call, repo);
        Reviews.Note note = note(call.json());
        if (note.path() == null) {
            throw Problem.invalid("PullRequestReviewComment", "path", "missing_field");
        }
        if (desk.pulls().files(issue).stream().noneMatch(file -> file.path().equals(note.path()))) {
            throw Problem.invalid("PullRequestReviewComment", "path", "invalid");
        }
        return Reply.created(showIssue(call).reviewComment(repo,
                desk.reviews().comment(repo, issue, call.me(), 0, 0, note)));
    }

    private Reply reply(Call call) throws IOException {
        Repo repo = repo(call);
        Issue issue = pull(call, repo);
        ReviewComment to = hub.store().get(ReviewComment.class, repo.id, issue.number, call.number("id"))
                .orElseThrow(Problem::notFound);
        return Reply.created(showIssue(call).reviewComment(repo, desk.reviews().comment(repo, issue, call.me(), to.review, to.id,
                new Reviews.Note(to.path, to.line, to.side, call.text("body").orElse(null)))));
    }
}
